import { createPrivateKey, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ERROR_CODES } from '@lianpiao/chaincode/domain';
import { createAuthority, issueCertificate, type KeyPair } from '../../gateway/src/ledger/fabric/certificate-authority';
import { ChannelError, ledgerErrorOf } from '../../gateway/src/ledger/fabric/channel-error';
import { ORGANISATION_ATTRIBUTE } from '../../gateway/src/ledger/fabric/enrolment';
import { VALID, type FabricChannel, type FabricIdentity } from '../../gateway/src/ledger/fabric/fabric-channel';
import { openChannel } from '../../gateway/src/ledger/fabric/open-fabric-ledger';
import { readNetworkFile, type FabricNetwork } from '../../gateway/src/ledger/fabric/network-file';
import { invoiceProposal } from '../../gateway/src/ledger/fabric/proposals';
import { Transactor } from '../../gateway/src/ledger/fabric/transactor';
import type { FabricSettings, Verdict } from '../../gateway/src/ledger';
import { saleRequest } from '../support/embedded';
import { FABRIC_START_MS, sharedFabricNetwork } from '../support/fabric-network';
import { openOffice, OPERATOR, type LedgerOffice } from '../support/ledger-office';

const DAY_MS = 86_400_000;
const RUN = randomBytes(4).toString('hex');
const act = { type: 'act.recorded', act: 'content.noted', subject: 'entry-1' } as const;

let network: FabricNetwork;
let shop: string;
let settings: FabricSettings;
let office: LedgerOffice;
let own: KeyPair;
let folder: string;

const inDays = (days: number): Date => new Date(Date.now() + days * DAY_MS);

function authorityOf(mspId: string): KeyPair {
  const caFolder = network.organisations[mspId]!.caFolder!;
  const read = (name: string): string => readFileSync(join(caFolder, name), 'utf8');
  return { certificate: read('signing.pem'), privateKey: read('signing.key') };
}

function certificateOf(authority: KeyPair, dates: { from?: Date; until?: Date } = {}): Promise<KeyPair> {
  const attributes = { [ORGANISATION_ATTRIBUTE]: shop };
  return issueCertificate(authority, { commonName: shop, organisation: 'Merchants', unit: 'client', attributes, ...dates });
}

/** Puts a certificate into the place of the shop's own. */
function hold({ certificate, privateKey }: KeyPair): void {
  writeFileSync(join(folder, 'cert.pem'), certificate, { mode: 0o600 });
  writeFileSync(join(folder, 'key.pem'), privateKey, { mode: 0o600 });
}

/** A gateway that starts now and records something in the shop's name. */
async function recorded(): Promise<Verdict> {
  const gateway = openOffice(settings);
  try {
    await gateway.caughtUp();
    return (await gateway.ledger.submit([gateway.record(shop, act)]))[0]!;
  } finally {
    gateway.remove();
  }
}

describe.each(['fabric-gateway', 'fabric-network'] as const)('with the client %s', (client) => {
  beforeAll(async () => {
    const { file } = await sharedFabricNetwork();
    network = readNetworkFile(file);
    shop = `certified-${RUN}-${client}`;
    settings = { kind: 'fabric', networkFile: file, operator: OPERATOR, mspId: 'TaxBureau', client, batch: 500 };
    office = openOffice(settings);
    await office.found();
    await office.seller(shop, 1);
    folder = join(network.organisations['Merchants']!.identitiesFolder, shop);
    own = {
      certificate: readFileSync(join(folder, 'cert.pem'), 'utf8'),
      privateKey: readFileSync(join(folder, 'key.pem'), 'utf8'),
    };
  }, FABRIC_START_MS);
  afterEach(() => hold(own));
  afterAll(() => office.remove());

  describe('a certificate that does not count', () => {
    it.each([
      ['expired', { from: inDays(-9), until: inDays(-1) }],
      ['not valid yet', { from: inDays(1), until: inDays(9) }],
    ])('because it is %s is refused before anything is sent, with its dates', async (_how, dates) => {
      hold(await certificateOf(authorityOf('Merchants'), dates));
      const verdict = await recorded();
      const found = expect.stringMatching(/^valid from 20.* to 20/);
      expect(verdict).toMatchObject({
        accepted: false,
        error: { code: 'CERTIFICATE_REFUSED', detail: { rule: 'certificate-of-today', found } },
      });
    });

    it.each(['an authority that nobody knows', 'the authority of another member'])(
      'because it is of %s is refused as such, at once',
      async (which) => {
        const isForeign = which.includes('nobody');
        hold(await certificateOf(isForeign ? await createAuthority('Merchants CA', 'Merchants') : authorityOf('DataProviders')));
        const started = performance.now();
        const verdict = await recorded();
        expect(verdict).toMatchObject({
          accepted: false,
          error: { code: 'CERTIFICATE_REFUSED', detail: { rule: 'certificate-of-the-network' } },
        });
        expect(performance.now() - started).toBeLessThan(15_000);
      },
    );

    it('is told of in English and in Chinese', () => {
      expect(ERROR_CODES.CERTIFICATE_REFUSED).toMatchObject({
        en: expect.stringContaining('expired'),
        zh: expect.stringContaining('过期'),
      });
    });

    it('gives way to a renewed one without a restart', async () => {
      const soon = new Date(Date.now() + 8000);
      hold(await certificateOf(authorityOf('Merchants'), { until: soon }));
      const gateway = openOffice(settings);
      try {
        await gateway.caughtUp();
        const record = async (): Promise<Verdict> => (await gateway.ledger.submit([gateway.record(shop, act)]))[0]!;
        expect(await record()).toMatchObject({ accepted: true });
        await new Promise((resolve) => setTimeout(resolve, soon.getTime() - Date.now() + 1500));
        expect(await record()).toMatchObject({ accepted: false, error: { code: 'CERTIFICATE_REFUSED' } });
        hold(await certificateOf(authorityOf('Merchants')));
        expect(await record()).toMatchObject({ accepted: true });
      } finally {
        gateway.remove();
      }
    });
  });

  describe('through the client itself', () => {
    let channel: FabricChannel;
    beforeAll(async () => {
      channel = await openChannel(settings, network);
    });
    afterAll(() => channel.close());

    const identity = (mspId: string, { certificate, privateKey }: KeyPair): FabricIdentity => ({
      mspId,
      organisation: shop,
      certificate,
      key: createPrivateKey(privateKey),
    });
    const proposal = (reference: number): ReturnType<typeof invoiceProposal> => {
      const { command } = office.issue(shop, saleRequest(reference, `${shop}-1`));
      return invoiceProposal([command as Extract<typeof command, { type: 'invoice.issue' }>], 'Merchants');
    };
    const refused = async (work: Promise<unknown>): Promise<string> => {
      const error = await work.then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      return error instanceof ChannelError ? ledgerErrorOf(error).code : `not refused: ${String(error)}`;
    };

    it.each(['Nobody', 'DataProviders'])(
      'the name of the member %s on a certificate of the sellers’ is refused',
      async (mspId) => {
        expect(await refused(channel.endorse(identity(mspId, own), proposal(1)))).toBe('CERTIFICATE_REFUSED');
      },
    );

    it('an invoice that a wrong organisation endorsed is told to lack endorsements, and is none', async () => {
      await office.caughtUp();
      const length = office.ledger.length();
      const endorsers = ['Merchants', 'DataProviders'];
      // Whoever waits for its block: it asks the peer.
      const outcomeOf = async (txId: string): Promise<string> => {
        for (;;) {
          const found = await channel.find(txId);
          if (found !== undefined) return found;
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      };
      const transactor = new Transactor({
        channel,
        follower: { outcomeOf, forget: () => undefined },
        mirror: { transaction: () => undefined },
      });
      expect(await refused(transactor.transact(identity('Merchants', own), { ...proposal(2), endorsers }))).toBe(
        'ENDORSEMENT_MISSING',
      );
      await office.caughtUp();
      // Other test files write to the shared network meanwhile.
      expect(office.ledger.readTexts(length, 1000).filter((text) => text.includes(shop))).toEqual([]);
      const right = await transactor.transact(identity('Merchants', own), proposal(2));
      expect(await channel.find(right.txId)).toBe(VALID);
    });
  });
});

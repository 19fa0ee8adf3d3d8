import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { openNote, parseVerifierKey, TRUST_MEDIA_TYPE, type Bundle, type Verdict } from '@lianpiao/chaincode/domain';
import { nodeSignatures } from '../../gateway/src/crypto/log-keys';
import { AccessStore } from '../../gateway/src/stores/access-store';
import { LOG_ORIGIN } from '../support/embedded';
import { FABRIC_START_MS, runFabric, startFabricNetwork } from '../support/fabric-network';
import { GatewaySide } from '../support/gateway-side';
import { sale, TAX_IDS } from '../support/sales';
import { services, type Service } from '../support/system';

jest.setTimeout(240_000);

const OPERATOR = 'operator';
const SHOP = 'tea-house';
const TILL = 'tea-house-1';
const SELLER_CHUNK = 20;
const REFUSED = { status: 403, body: { code: 'IDENTITY_ELSEWHERE', rule: 'identity-held-here' } };

/** Two operators, each with the folder of its own organisation, on a network that nobody has used yet. */
const home = mkdtempSync(join(tmpdir(), 'lianpiao-two-'));
const network = join(home, 'network');
let redis: Service & { url: string };
let bureau: GatewaySide;
let merchants: GatewaySide;
/** At the bureau's gateway. */
let bureauKey: string;
/** At the merchants' gateway. */
let shopKey: string;
/** The shop's at the bureau's gateway, which does not sign for it. */
let strayKey: string;
const invoices: string[] = [];

/** What one side hands to the other: a certificate. */
function handOver(to: GatewaySide, organisation: string, certificate: string): void {
  const file = join(to.folder, 'organisations/Merchants/identities', organisation, 'cert.pem');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, certificate);
}

const enrolled = (organisation: string): Promise<string> =>
  merchants.succeed('ledger', 'enrol', organisation, '--network', join(merchants.folder, 'network.json'));

const asBureau = (path: string, body: object): Promise<{ status: number; body: unknown }> =>
  bureau.call('POST', path, bureauKey, { reason: 'test', ...body });

async function firstKey(side: GatewaySide, ...words: string[]): Promise<string> {
  return (JSON.parse(await side.succeed('init', '--json', ...words)) as { apiKey: string }).apiKey;
}

beforeAll(async () => {
  await startFabricNetwork(network);
  redis = await services.startRedis({ folder: join(home, 'redis'), port: await services.freePort() });
  const prepare = (mspId: string): Promise<GatewaySide> =>
    GatewaySide.prepare({ mspId, network, home: join(home, mspId), redisUrl: redis.url });
  [bureau, merchants] = [await prepare('TaxBureau'), await prepare('Merchants')];
  bureauKey = await firstKey(bureau, '--bureau-name', '示例税务局');

  // Each names both as those whose word a bundle needs.
  const policy = [bureau, merchants].map(({ mspId, attesterVkey, url }) => `witness ${mspId} ${attesterVkey} ${url}`);
  const attesters = join(home, 'attesters');
  writeFileSync(attesters, [...policy, 'group both all TaxBureau Merchants', 'quorum both', ''].join('\n'));
  // Numbers so few that the bureau has to allot more while the tests sell.
  const extra = { LIANPIAO_ATTESTERS: attesters, LIANPIAO_SELLER_CHUNK: String(SELLER_CHUNK), LIANPIAO_TILL_CHUNK: '8' };
  await Promise.all([bureau.start(extra), merchants.start(extra)]);

  for (const organisation of [OPERATOR, SHOP]) handOver(bureau, organisation, await enrolled(organisation));
  const registrations = [
    { organisation: OPERATOR, role: 'platform', party: { name: '开票平台', taxId: TAX_IDS.platform } },
    { organisation: SHOP, role: 'merchant', party: { name: '梅记茶馆', taxId: TAX_IDS.seller } },
  ];
  for (const one of registrations)
    expect(await asBureau('/v1/organisations', { sandbox: false, ...one })).toMatchObject({ status: 201 });
  expect(await asBureau('/v1/tills', { till: TILL, seller: SHOP })).toMatchObject({ status: 201 });
  // Beside the running gateway.
  shopKey = await firstKey(merchants, '--organisation', SHOP);
}, 2 * FABRIC_START_MS);

afterAll(async () => {
  for (const side of [merchants, bureau]) await side?.stop();
  await redis?.stop();
  await runFabric(network, 'down', '--purge');
  rmSync(home, { recursive: true, force: true });
});

describe('two gateways, each with its own organisation’s keys alone', () => {
  it('hold no private key of the other side', async () => {
    const [own, theirs] = [bureau.privateKeys(), merchants.privateKeys()];
    expect(own.filter((file) => !file.startsWith('organisations/TaxBureau/'))).toEqual([]);
    expect(theirs.filter((file) => !file.startsWith('organisations/Merchants/'))).toEqual([]);
    expect(own).toContain('organisations/TaxBureau/identities/bureau/key.pem');
    expect(theirs).toContain(`organisations/Merchants/identities/${SHOP}/key.pem`);
    // Handed out again, the folder has the same keys: those that the gateway made stay.
    await runFabric(network, 'gateway', 'Merchants', '--out', merchants.folder);
    expect(merchants.privateKeys()).toEqual(theirs);
    await expect(runFabric(network, 'gateway', 'Orderers')).rejects.toThrow(
      'gateway wants one of: TaxBureau Merchants DataProviders',
    );
  });

  it('are refused, by one code, what the other side’s organisation would have to sign, and nothing of it happens', async () => {
    // The bureau may make a key of the shop's at its own gateway: it does not become the shop by that.
    const key = { organisation: SHOP, label: 'not theirs' };
    const { body } = (await asBureau('/v1/api-keys', key)) as { body: { apiKey: string } };
    strayKey = body.apiKey;
    expect(await bureau.call('POST', '/v1/delegations', strayKey, { agent: OPERATOR, reason: 'test' })).toMatchObject(REFUSED);

    // Whoever runs the merchants' gateway can put any key into its database, and does not become the bureau by that.
    const access = new AccessStore(merchants.data);
    const forged = access.create('bureau', 'bureau', 'forged', Date.now()).apiKey;
    access.close();
    for (const [path, asked] of [
      ['/v1/tills', { till: 'tea-house-2', seller: SHOP }],
      ['/v1/ranges', { seller: SHOP, prefix: '26449', from: 1, to: 10 }],
      [
        '/v1/organisations',
        { organisation: 'stall', role: 'merchant', sandbox: false, party: { name: 'stall', taxId: TAX_IDS.third } },
      ],
    ] as const)
      expect([path, await merchants.call('POST', path, forged, { reason: 'test', ...asked })]).toMatchObject([path, REFUSED]);
    const init = await merchants.lianpiao('init', '--bureau-name', '示例税务局');
    expect(init).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/^IDENTITY_ELSEWHERE: .*/m) });

    // Of what has not been handed over not even the public half is known.
    const unknown = { organisation: 'market', role: 'merchant', sandbox: false, party: { name: 'market', taxId: TAX_IDS.other } };
    const missing = { status: 403, body: { code: 'IDENTITY_ELSEWHERE', rule: 'certificate-held-here' } };
    expect(await asBureau('/v1/organisations', unknown)).toMatchObject(missing);
    // One organisation's certificate does not stand for another.
    handOver(bureau, 'market', await enrolled(SHOP));
    expect(await asBureau('/v1/organisations', unknown)).toMatchObject({
      status: 502,
      body: { code: 'CERTIFICATE_REFUSED', rule: 'certificate-of-this-organisation' },
    });

    for (const id of ['stall', 'market'])
      expect(await bureau.call('GET', `/v1/organisations/${id}`, bureauKey)).toMatchObject({ status: 404 });
    for (const side of [bureau, merchants]) expect(await side.call('GET', '/healthz')).toMatchObject({ status: 200 });
  });

  it('do what their own organisations may, and it is final at both', async () => {
    // Neither of them happened when the other side was asked: a second one would be refused.
    expect(await asBureau('/v1/tills', { till: 'tea-house-2', seller: SHOP })).toMatchObject({ status: 201 });
    const delegated = await merchants.call('POST', '/v1/delegations', shopKey, { agent: OPERATOR, reason: 'it issues for us' });
    expect(delegated).toMatchObject({ status: 201, body: { type: 'delegation.granted', seller: SHOP, agent: OPERATOR } });
    for (const till of [TILL, 'tea-house-2']) {
      const issued = await merchants.call<{ number: string }>('POST', '/v1/invoices', shopKey, sale(till));
      expect(issued).toMatchObject({ status: 201, body: { number: expect.stringMatching(/^\d{20}$/) } });
      invoices.push(issued.body.number);
      const path = `/v1/invoices/${issued.body.number}`;
      const found = (): Promise<{ status: number; body: { record?: unknown } }> => bureau.call('GET', path, bureauKey);
      await services.until(async () => (await found()).status === 200, `${path} at the bureau's gateway`);
      expect((await found()).body).toEqual((await merchants.call('GET', path, shopKey)).body);
      expect(await bureau.call('POST', '/v1/invoices', strayKey, sale(till))).toMatchObject(REFUSED);
    }
  });

  it('keep a seller in numbers: the bureau’s gateway sees on the ledger that they run low, and allots', async () => {
    const path = `/v1/organisations/${SHOP}`;
    const allotted = async (): Promise<unknown> =>
      Object.values((await merchants.call<{ allotted: object }>('GET', path, shopKey)).body.allotted);
    await services.until(async () => isDeepStrictEqual(await allotted(), [2 * SELLER_CHUNK]), 'another part of the numbers');
  });

  it('leave what the bureau signs by itself to the bureau’s gateway: both prove a status that it has sealed', async () => {
    const proof = (invoice: string | undefined, side: GatewaySide, key: string): Promise<{ status: number; body: Bundle }> =>
      side.call('GET', `/v1/invoices/${invoice!}/proof?status=all`, key);
    const proved = async (invoice: string | undefined): Promise<void> => {
      for (const [side, key] of [
        [merchants, shopKey],
        [bureau, bureauKey],
      ] as const) {
        await services.until(async () => (await proof(invoice, side, key)).status === 200, `a status at ${side.mspId}`);
        expect((await proof(invoice, side, key)).body).toHaveProperty('status.seal');
      }
    };
    // What nothing has happened to is sealed too: the merchants' gateway can only wait for it.
    await proved(invoices[1]);
    const asked = { correction: 'cup-returned', invoice: invoices[0], reasonCode: '02', reason: 'test' };
    expect(await merchants.call('POST', '/v1/corrections', shopKey, asked)).toMatchObject({ status: 201 });
    await proved(invoices[0]);
    // Refused requests have their line too; nothing else may have gone wrong.
    const isFault = (line: string): boolean => /"level":[56]0/.test(line) && !line.includes('"msg":"request refused"');
    for (const side of [bureau, merchants])
      expect(readFileSync(join(side.data, 'gateway.log'), 'utf8').split('\n').filter(isFault)).toEqual([]);
  });

  it('build the same log, and the second cosigns the first’s checkpoint from the command line', async () => {
    const vkey = (await bureau.call('GET', '/log/vkey')).text.trim();
    const name = 'merchants.example/cosign';
    const words = ['--log', `${bureau.url}/log`, '--data', merchants.data, '--name', name];
    // The second may be a block behind, and the first may seal another checkpoint meanwhile.
    await services.until(async () => {
      const { code, out, err } = await merchants.lianpiao('log', 'cosign', ...words, '--vkey', vkey);
      expect(code).not.toBe(1);
      if (code !== 0) return false;
      expect(err).toMatch(/^merchants\.example\/cosign\+\S+\n$/);
      const { text, verifiedBy } = openNote(
        out,
        [vkey, err.trim()].map((one) => parseVerifierKey(one)),
        nodeSignatures,
      );
      expect(verifiedBy).toEqual([LOG_ORIGIN, name]);
      return [await bureau.checkpoint(), await merchants.checkpoint()].every((checkpoint) => text === `${checkpoint}\n`);
    }, 'one checkpoint at both, cosigned');
    // It gives its word for no log that says something else: this one is not signed by the key it is told to believe.
    const wrong = (await merchants.call('GET', '/log/vkey')).text.trim();
    expect(await merchants.lianpiao('log', 'cosign', ...words, '--vkey', wrong)).toMatchObject({ code: 1, out: '' });
  });

  it('attest commits for each other’s bundles (LIANPIAO_ATTESTERS), and one alone does not', async () => {
    const attesters = [bureau, merchants].map(({ attesterVkey }) => ({ vkey: attesterVkey }));
    const trust = join(home, 'trust.json');
    const logs = await Promise.all(
      [bureau, merchants].map(async (side) => ({ origin: LOG_ORIGIN, vkey: (await side.call('GET', '/log/vkey')).text.trim() })),
    );
    writeFileSync(
      trust,
      JSON.stringify({ mediaType: TRUST_MEDIA_TYPE, logs, witnesses: [], quorum: 0, commit: { attesters, quorum: 2 } }),
    );
    const issue = async (): Promise<string> =>
      (await merchants.call<{ number: string }>('POST', '/v1/invoices', shopKey, sale(TILL))).body.number;
    const [number, late] = [await issue(), await issue()];
    const proofOf = (side: GatewaySide, key: string, of: string): Promise<{ status: number; body: Bundle & { code?: string } }> =>
      side.call('GET', `/v1/invoices/${of}/proof`, key);
    for (const [side, key] of [
      [bureau, bureauKey],
      [merchants, shopKey],
    ] as const) {
      await services.until(async () => (await proofOf(side, key, number)).status === 200, `a proof of ${side.mspId}`);
      const file = join(home, `${side.mspId}.lianpiao.json`);
      writeFileSync(file, JSON.stringify((await proofOf(side, key, number)).body));
      const said = await side.lianpiao('verify', file, '--trust', trust, '--json');
      const [verdict] = (JSON.parse(said.out) as { files: Verdict[] }).files;
      const attestedBy = [`${LOG_ORIGIN}/Merchants`, `${LOG_ORIGIN}/TaxBureau`];
      expect([said.code, verdict]).toMatchObject([0, { result: 'valid', summary: { commit: { attestedBy } } }]);
    }
    await merchants.stop();
    await services.until(
      async () => (await proofOf(bureau, bureauKey, late)).body.code === 'COMMIT_UNATTESTED',
      'a proof without the merchants’ word',
    );
  });
});

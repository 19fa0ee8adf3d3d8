import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  referenceFingerprint,
  stateKeys,
  type Command,
  type EntryFacts,
  type InvoiceIssued,
  type TillHead,
} from '@lianpiao/chaincode/domain';
import { verifyReceipt, type LedgerSettings, type PlacedEntry, type Verdict } from '../../gateway/src/ledger';
import { bookOf, loadTillKey, OfflineTill } from '../../gateway/src/till';
import { saleRequest } from '../support/embedded';
import { FABRIC_START_MS, sharedFabricNetwork, type FabricNetwork } from '../support/fabric-network';
import { openOffice, type LedgerOffice } from '../support/ledger-office';

/** Network, registrations and everything else takes seconds, on a busy machine more. */
jest.setTimeout(120_000);

/** How to open a ledger, and how a second gateway opens the same one. */
interface Implementation {
  readonly needsNetwork: boolean;
  readonly first: (networkFile: string) => LedgerSettings;
  readonly second: (networkFile: string) => LedgerSettings;
}

function onFabric(client: 'fabric-gateway' | 'fabric-network'): Implementation {
  const follow = (mspId: string) => (networkFile: string) =>
    ({ kind: 'fabric', networkFile, operator: 'operator', mspId, client, batch: 500 }) as const;
  return { needsNetwork: true, first: follow('TaxBureau'), second: follow('Merchants') };
}

const EMBEDDED: Implementation = {
  needsNetwork: false,
  first: () => ({ kind: 'embedded' }),
  second: () => ({ kind: 'embedded' }),
};

const IMPLEMENTATIONS: Readonly<Record<string, Implementation>> = {
  embedded: EMBEDDED,
  'fabric-gateway': onFabric('fabric-gateway'),
  'fabric-network': onFabric('fabric-network'),
};

let network: FabricNetwork;
beforeAll(async () => {
  network = await sharedFabricNetwork();
}, FABRIC_START_MS);

const outcomes = (verdicts: readonly Verdict[]): string[] =>
  verdicts.map((verdict) => (verdict.accepted ? 'accepted' : verdict.error.code));

const acceptedOf = (verdict: Verdict | undefined): Extract<Verdict, { accepted: true }> => {
  if (verdict?.accepted !== true) throw verdict?.error ?? new Error('no verdict');
  return verdict;
};

describe.each(Object.entries(IMPLEMENTATIONS))('the ledger %s', (_name, implementation) => {
  const shop = `shop-${randomBytes(4).toString('hex')}`;
  const [till, otherTill] = [`${shop}-1`, `${shop}-2`];
  let office: LedgerOffice;
  let sales = 0;
  const sale = (on = till, more: Record<string, unknown> = {}): Record<string, unknown> => saleRequest((sales += 1), on, more);

  beforeAll(async () => {
    office = openOffice(implementation.first(network.file));
    await office.found();
    await office.seller(shop, 2);
  });
  afterAll(() => {
    office.remove();
  });

  const submit = (requests: readonly Record<string, unknown>[], by = office): Promise<readonly Verdict[]> =>
    by.ledger.submit(requests.map((request) => by.issue(shop, request)));

  /**
   * What the log has from the first of `placed` to the last and is this shop's, in the log's order: on a shared network others'
   * transactions stand between those of two tills.
   */
  const ofThisShop = (placed: readonly PlacedEntry[]): readonly PlacedEntry[] => {
    const [first, last] = [placed[0]!.sequence, placed.at(-1)!.sequence];
    return office.ledger
      .read(first, last - first + 1)
      .filter(({ entry }) => [till, otherTill].includes((entry as InvoiceIssued).till));
  };

  it('keeps what it accepted: a gateway that opens it anew has the entry, its record and the same receipt', async () => {
    const [verdict] = await submit([sale()]);
    const { placed, record, receipt } = acceptedOf(verdict);
    const folder = office.folder;
    office.close();
    office = openOffice(implementation.first(network.file), folder);
    await office.caughtUp();
    expect(office.ledger.read(placed.sequence, 1)).toEqual([placed]);
    expect(office.payloads.read(placed.sequence)).toEqual(record);
    expect(office.ledger.receipt(placed.sequence)).toEqual(receipt);
  });

  it('gives the commands of a group their places in the order given, and each till its chain', async () => {
    const before = (office.ledger.state(stateKeys.head(till)) as unknown as TillHead).counter;
    const verdicts = await submit([sale(), sale(otherTill), sale(), sale(otherTill)]);
    const placed = verdicts.map((verdict) => acceptedOf(verdict).placed);
    expect(ofThisShop(placed)).toEqual(placed);
    const counters = placed.map(({ entry }) => (entry as InvoiceIssued).counter);
    expect([counters[0], counters[2]]).toEqual([before + 1, before + 2]);
    expect(counters[3]).toBe(counters[1]! + 1);
  });

  it('judges each command by itself: bad ones and repetitions harm no neighbour, and leave nothing behind', async () => {
    const repeated = sale();
    const wrongTotals = sale(till, { totals: { net: '1.00', tax: '0.13', gross: '1.13' } });
    const verdicts = await submit([sale(), wrongTotals, repeated, { till: 'nobody-1' }, { ...repeated }, sale(otherTill)]);
    expect(outcomes(verdicts)).toEqual(['accepted', 'TOTALS_WRONG', 'accepted', 'FIELD_MISSING', 'INVOICE_EXISTS', 'accepted']);
    const placed = verdicts.flatMap((verdict) => (verdict.accepted ? [verdict.placed] : []));
    expect(ofThisShop(placed)).toEqual(placed);
    const [, refused] = verdicts;
    expect(refused).toMatchObject({ accepted: false, error: { detail: { path: expect.stringContaining('/totals') } } });
  });

  it('signs a receipt that anybody can check, the same whenever it is asked for', async () => {
    const verdicts = await submit([sale(), sale(), sale()]);
    for (const verdict of verdicts) {
      const { placed, receipt } = acceptedOf(verdict);
      expect(verifyReceipt(receipt, office.operatorKey)).toBe(true);
      expect(office.ledger.receipt(placed.sequence)).toEqual(receipt);
      const forged = { ...receipt, entry: receipt.entry.replace('"counter":', '"counter":1') };
      expect(verifyReceipt(forged, office.operatorKey)).toBe(false);
    }
  });

  it('finds an invoice by its order reference and by its number, and no other', async () => {
    const request = sale();
    const { placed } = acceptedOf((await submit([request]))[0]);
    const reference = referenceFingerprint(shop, request['orderReference'] as string);
    expect(office.ledger.findReference(reference)).toEqual(placed);
    expect(office.ledger.findReference(referenceFingerprint(shop, 'never used'))).toBeUndefined();
    expect(office.ledger.findInvoice((placed.entry as InvoiceIssued).number, placed.sequence)).toEqual(placed);
  });

  it('lets nobody act for another, nor do what is the bureau’s', async () => {
    const company = `${shop}-buyer`;
    await office.organisation(company, 'company');
    const [foreign] = await office.ledger.submit([office.issue(company, sale())]);
    expect(foreign).toMatchObject({ accepted: false, error: { code: 'TILL_NOT_YOURS' } });
    const facts = { type: 'till.registered', till: `${shop}-9`, seller: shop } as const;
    const [forbidden] = await office.ledger.submit([office.record(company, facts)]);
    expect(forbidden).toMatchObject({ accepted: false, error: { code: 'ACTION_FORBIDDEN', detail: { rule: 'bureau-only' } } });
  });

  it('shows administrative acts by subject and type, newest first and from a place on', async () => {
    const facts = (subject: string) => ({ type: 'act.recorded', act: 'test.done', subject }) as const;
    const subjects = [`${shop}-x`, `${shop}-y`, `${shop}-x`];
    const verdicts = await office.ledger.submit(subjects.map((subject) => office.record(shop, facts(subject))));
    const sequences = verdicts.map((verdict) => acceptedOf(verdict).placed.sequence);
    const found = office.ledger.acts({ subject: `${shop}-x`, type: 'act.recorded', limit: 10 });
    expect(found.map(({ sequence }) => sequence)).toEqual([sequences[2], sequences[0]]);
    const later = office.ledger.acts({ type: 'act.recorded', after: sequences[0]!, limit: 2 });
    expect(later.map(({ sequence }) => sequence)).toEqual(sequences.slice(1));
  });

  it('erases the record behind an entry, and nothing else: neighbours keep theirs, the receipt holds', async () => {
    const verdicts = await submit([sale(), sale(), sale()]);
    const placed = verdicts.map((verdict) => acceptedOf(verdict).placed);
    const { number } = placed[1]!.entry as InvoiceIssued;
    const [act] = await office.ledger.submit([
      office.record(shop, { type: 'act.recorded', act: 'content.erased', subject: number }),
    ]);
    expect(acceptedOf(act).placed.entry).toMatchObject({ type: 'act.recorded', subject: number });
    // On an embedded ledger the desk does this; on Fabric it has come with the block.
    office.payloads.erase(placed[1]!.sequence);
    expect(placed.map(({ sequence }) => office.payloads.read(sequence) !== undefined)).toEqual([true, false, true]);
    expect(verifyReceipt(office.ledger.receipt(placed[1]!.sequence)!, office.operatorKey)).toBe(true);
  });

  it('takes in what a till has issued without the network, as the till signed it, and closes the outage', async () => {
    const [own, ownTill] = [`${shop}-off`, `${shop}-off-1`];
    await office.seller(own, 1);
    const folder = mkdtempSync(join(tmpdir(), 'lianpiao-till-'));
    const key = loadTillKey(join(folder, 'till.pem'));
    const act = async (facts: EntryFacts): Promise<PlacedEntry> =>
      acceptedOf((await office.ledger.submit([office.record(own, facts)]))[0]).placed;
    await act({ type: 'till.key-registered', till: ownTill, key: key.key });
    OfflineTill.begin({ folder, key }, bookOf(office.ledger, office.registry, ownTill, Date.now()));
    const till = new OfflineTill({ folder, key, clock: Date.now });
    try {
      const papers = await Promise.all([sale(ownTill), sale(ownTill), sale(ownTill)].map((request) => till.issue(request)));
      const report = (): Promise<readonly Verdict[]> =>
        office.ledger.submit(
          till.pending.map((pending) => {
            const { request, seed, statement, signature } = till.lineOf(pending);
            const { caller, command } = office.issue(own, request as Record<string, unknown>);
            return { caller, command: { ...command, seed, offline: { statement, signature } } as Command };
          }),
        );
      const entries = (await report()).map((verdict) => acceptedOf(verdict).placed.entry as InvoiceIssued);
      expect(entries.map(({ number, offline }) => ({ number, issuedAt: offline?.time }))).toEqual(
        papers.map(({ number, issuedAt }) => ({ number, issuedAt })),
      );
      expect(office.ledger.state(stateKeys.head(ownTill))).toEqual(till.head);
      expect(outcomes(await report())).toEqual(['INVOICE_EXISTS', 'INVOICE_EXISTS', 'INVOICE_EXISTS']);
      expect((await act(till.signOutage())).entry).toMatchObject({ type: 'outage.closed', from: 1, to: 3, count: 3 });
      expect(office.ledger.state(stateKeys.head(ownTill))).toMatchObject({ offline: { time: papers.at(-1)!.issuedAt } });
    } finally {
      await till.close();
      rmSync(folder, { recursive: true });
    }
  });

  it('lets one of two gateways win an order reference; the other finds the winner’s, and all neighbours are in', async () => {
    const [a, b] = [office, openOffice(implementation.second(network.file), secondFolder())];
    try {
      await b.caughtUp();
      for (let round = 0; round < 3; round += 1) {
        const contested = sale();
        const [ours, theirs] = await Promise.all([
          submit([sale(), contested, sale()], a),
          submit([sale(otherTill), { ...contested, till: otherTill }, sale(otherTill)], b),
        ]);
        const won = [ours, theirs].map((verdicts) => outcomes(verdicts));
        expect([...won].sort()).toEqual([
          ['accepted', 'INVOICE_EXISTS', 'accepted'],
          ['accepted', 'accepted', 'accepted'],
        ]);
        const winner = acceptedOf(won[0]![1] === 'accepted' ? ours[1] : theirs[1]);
        const reference = referenceFingerprint(shop, contested['orderReference'] as string);
        for (const one of [a, b]) {
          await one.caughtUp();
          expect(one.ledger.findReference(reference)?.text).toBe(winner.placed.text);
        }
      }
    } finally {
      b.close();
    }

    function secondFolder(): string | undefined {
      return implementation.needsNetwork ? undefined : office.folder;
    }
  });
});

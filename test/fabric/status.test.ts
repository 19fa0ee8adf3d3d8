import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import {
  hasher,
  LedgerError,
  stateKeys,
  type InvoiceIssued,
  type StatusPair,
  type StatusSealState,
} from '@lianpiao/chaincode/domain';
import type { LedgerSettings } from '../../gateway/src/ledger';
import { requireRightStatuses } from '../../gateway/src/status/require-right-statuses';
import { StatusMap } from '../../gateway/src/status/status-map';
import { StatusReader } from '../../gateway/src/status/status-reader';
import { StatusSealer } from '../../gateway/src/status/status-sealer';
import { StatusStore } from '../../gateway/src/stores';
import { saleRequest } from '../support/embedded';
import { FABRIC_START_MS, sharedFabricNetwork, type FabricNetwork } from '../support/fabric-network';
import { openOffice, type LedgerOffice } from '../support/ledger-office';
import { WHOLE_CORRECTION } from '../support/life';
import { taxIdOf } from '../support/tax-id';

jest.setTimeout(120_000);

const ACTOR = { keyId: 'test', why: 'test' };
const run = randomBytes(4).toString('hex');
const [shop, buyer] = [`shop-${run}`, `buyer-${run}`];

/** The bureau's gateway: it seals. */
class Bureau {
  readonly office: LedgerOffice;
  readonly store: StatusStore;
  readonly map: StatusMap;
  readonly reader: StatusReader;
  readonly sealer: StatusSealer;
  #sales = 0;

  constructor(settings: LedgerSettings) {
    this.office = openOffice(settings);
    const { ledger, payloads, acts, folder } = this.office;
    this.store = new StatusStore(folder);
    this.map = new StatusMap(ledger, payloads, this.store);
    this.reader = new StatusReader({ ledger, payloads, finder: { find: (number) => this.office.life().opener.find(number) } });
    const logger = pino({ level: 'silent' });
    this.sealer = new StatusSealer({ ledger, acts, map: this.map, reader: this.reader, logger, clock: Date.now });
  }

  async found(): Promise<void> {
    await this.office.found();
    await this.office.seller(shop, 1);
    await this.office.organisation(buyer, 'company', taxIdOf(buyer));
  }

  async issue(): Promise<string> {
    const request = saleRequest((this.#sales += 1), `${shop}-1`, { buyer: { name: 'buyer', taxId: taxIdOf(buyer) } });
    const [verdict] = await this.office.ledger.submit([this.office.issue(shop, request)]);
    if (verdict?.accepted !== true) throw verdict?.error ?? new Error('no verdict');
    return (verdict.placed.entry as InvoiceIssued).number;
  }

  reserve(invoice: string, amount: string): Promise<string> {
    const asked = { invoices: [{ invoice, amount, currency: 'CNY' }], leaseSeconds: 600 };
    return this.office.life().reimbursements.reserve(buyer, asked, ACTOR);
  }

  correct(invoice: string): Promise<string> {
    return this.office.life().corrections.request(shop, { ...WHOLE_CORRECTION, invoice }, ACTOR);
  }

  /** A seal as somebody would make it who keeps to the rules of the ledger, and not to the truth. */
  async sealAs(changes: readonly StatusPair[], root = this.map.rootWith(changes)): Promise<void> {
    const last = this.office.ledger.state(stateKeys.status) as StatusSealState | undefined;
    const facts = { type: 'status.sealed', number: (last?.number ?? 0) + 1, covers: last?.covers ?? 0, changes: changes.length, root } as const;
    await this.office.acts.record('bureau', facts, ACTOR, { changes: changes.map(({ key, value }) => [key, value]) });
  } // prettier-ignore

  remove(): void {
    this.store.close();
    this.office.remove();
  }
}

const codeOf = (check: () => unknown): unknown => {
  try {
    return check();
  } catch (error) {
    if (error instanceof LedgerError) return { code: error.code, ...error.detail };
    throw error;
  }
};
const judge = ({ folder, ledger, payloads }: LedgerOffice): unknown =>
  codeOf(() => requireRightStatuses({ folder, ledger, payloads }));

describe('the map of statuses on a real network [rows 000-004:A3]', () => {
  let network: FabricNetwork;
  let bureau: Bureau;
  const others: LedgerOffice[] = [];
  const settings = (mspId: string): LedgerSettings => ({
    kind: 'fabric',
    networkFile: network.file,
    operator: 'operator',
    mspId,
    client: 'fabric-gateway',
    batch: 500,
  });
  async function follow(mspId: string): Promise<LedgerOffice> {
    const office = openOffice(settings(mspId));
    others.push(office);
    await office.caughtUp();
    return office;
  }

  beforeAll(async () => {
    network = await sharedFabricNetwork();
    bureau = new Bureau(settings('TaxBureau'));
    await bureau.found();
  }, FABRIC_START_MS);
  afterAll(() => {
    for (const office of others) office.remove();
    bureau.remove();
  });

  it('is sealed by the bureau’s gateway; the merchants’ makes root and values again, the providers’ cannot and says so', async () => {
    const [red, used, untouched] = [await bureau.issue(), await bureau.issue(), await bureau.issue()];
    await bureau.correct(red);
    await bureau.reserve(used, '50.00');
    const { number } = await bureau.sealer.seal();
    bureau.map.catchUp();
    for (const invoice of [red, used]) {
      const pair = bureau.reader.pair(invoice)!;
      expect(bureau.map.way(pair.key).way.pair).toEqual(pair);
    }
    const absent = bureau.reader.pair(untouched)!.key;
    expect(bureau.map.way(absent).way.pair?.key).not.toBe(absent);

    const merchants = await follow('Merchants');
    expect(judge(merchants)).toBe(number);
    const store = new StatusStore(merchants.folder);
    const map = new StatusMap(merchants.ledger, merchants.payloads, store);
    map.catchUp();
    expect(map.root).toBe(bureau.map.root);
    store.close();
    expect(judge(await follow('DataProviders'))).toBeUndefined();
    // Nor does anybody else seal.
    const facts = { type: 'status.sealed', number: number + 1, covers: 0, changes: 0, root: bureau.map.root } as const;
    const [refused] = await merchants.ledger.submit([merchants.record(shop, facts)]);
    expect(refused).toMatchObject({ accepted: false, error: { code: 'ACTION_FORBIDDEN', detail: { rule: 'bureau-only' } } });
  });

  it('gets no second organisation’s word for a status that is not the ledger’s, until a later seal mends it', async () => {
    const invoice = await bureau.issue();
    await bureau.reserve(invoice, '10.00');
    await bureau.sealer.seal();
    bureau.map.catchUp();
    const { key } = bureau.reader.pair(invoice)!;
    await bureau.sealAs([{ key, value: hasher().sha256('settled, it says') }]);
    const merchants = await follow('Merchants');
    expect(judge(merchants)).toEqual({ code: 'LOG_BROKEN', rule: 'status-of-the-ledger', found: invoice });
    await bureau.reserve(invoice, '20.00');
    const { number } = await bureau.sealer.seal();
    await merchants.caughtUp();
    expect(judge(merchants)).toBe(number);
  });
});

describe('the map of statuses whose changes do not make its root', () => {
  it('gets no second organisation’s word', async () => {
    const bureau = new Bureau({ kind: 'embedded' });
    try {
      await bureau.found();
      const invoice = await bureau.issue();
      await bureau.correct(invoice);
      const { number } = await bureau.sealer.seal();
      expect(judge(bureau.office)).toBe(number);
      await bureau.sealAs([], hasher().sha256('another map'));
      expect(judge(bureau.office)).toEqual({ code: 'STATUS_MAP_BROKEN', found: `seal ${String(number + 1)}` });
    } finally {
      bureau.remove();
    }
  });
});

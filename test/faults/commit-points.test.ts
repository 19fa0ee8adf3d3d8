import { installNativeHasher, PayloadStore } from '@lianpiao/gateway/stores';
import { SqliteDatabase, type Sqlite } from '../../gateway/src/stores/sqlite-driver';
import { answersOf, Shop } from './shop';

const FAULT = 'a fault of the disk, made by the test';

/** A commit point, and on which side of it the fault comes. */
interface CommitPoint {
  readonly database: 'ledger.db' | 'payloads.db';
  readonly applied: boolean;
}

const POINTS: CommitPoint[] = [
  { database: 'payloads.db', applied: false },
  { database: 'payloads.db', applied: true },
  { database: 'ledger.db', applied: false },
  { database: 'ledger.db', applied: true },
];

let armed: CommitPoint | undefined;
const { exec } = SqliteDatabase.prototype;
const { append } = PayloadStore.prototype;

/** Does what is armed: nothing and then the fault, or everything and then the fault. */
function withFault<Result>(database: CommitPoint['database'], work: () => Result): Result {
  if (armed?.database !== database) return work();
  const { applied } = armed;
  armed = undefined;
  if (applied) work();
  throw new Error(FAULT);
}

/** The payload store's commit is the end of its `append`; the ledger's is a statement of its own. */
function injectFaults(): void {
  jest.spyOn(PayloadStore.prototype, 'append').mockImplementation(function (this: PayloadStore, ...values) {
    withFault('payloads.db', () => append.apply(this, values));
  });
  jest.spyOn(SqliteDatabase.prototype, 'exec').mockImplementation(function (this: Sqlite, text) {
    const commits = text === 'COMMIT' && this.name.endsWith('ledger.db');
    return commits ? withFault('ledger.db', () => exec.call(this, text)) : exec.call(this, text);
  });
}

describe('a fault at a commit point of the embedded ledger', () => {
  let shop: Shop;

  beforeAll(installNativeHasher);
  beforeEach(async () => {
    shop = new Shop();
    await shop.open();
    injectFaults();
  });
  afterEach(() => {
    armed = undefined;
    jest.restoreAllMocks();
    shop.remove();
  });

  const cases = POINTS.flatMap((point) =>
    [1, 40].flatMap((size) =>
      ['the same process', 'a new process', 'another caller in between'].map((then) => ({ ...point, size, then })),
    ),
  ).map((one) => ({ ...one, what: one.applied ? 'failed but applied' : 'failed and not applied' }));

  it.each(cases)('$what, $database, a group of $size, then $then', async ({ database, applied, size, then }) => {
    await shop.issue(shop.fresh(3));
    const sales = shop.fresh(size);
    armed = { database, applied };
    await expect(shop.issue(sales)).rejects.toThrow(FAULT);
    expect(armed).toBeUndefined();

    if (then === 'a new process') shop.restart();
    if (then === 'another caller in between') await shop.issue(shop.fresh(2));
    const retried = await shop.issue(sales);
    // Only the ledger's own commit makes invoices: payloads alone belong to nothing.
    const wasThere = database === 'ledger.db' && applied;
    expect(retried.map((outcome) => 'created' in outcome && outcome.created)).toEqual(sales.map(() => !wasThere));
    expect(answersOf(await shop.issue(sales))).toEqual(answersOf(retried));

    shop.restart();
    expect(answersOf(await shop.issue(sales))).toEqual(answersOf(retried));
    expect(shop.verify()).toEqual([]);
  });

  it.each(POINTS)('comes while a till is topped up: $database, applied: $applied', async ({ database, applied }) => {
    // 8 numbers a till and 60 invoices: the top-ups come all the time, and a fault hits one of the commits.
    const sales = shop.fresh(60);
    const answers = new Map<string, string>();
    for (const [index, sale] of sales.entries()) {
      if (index % 3 === 0) armed = { database, applied };
      for (let attempt = 0; attempt < 3 && !answers.has(sale.orderReference); attempt += 1) {
        const outcome = await shop.issue([sale]).catch((error: unknown) => {
          expect(String(error)).toContain(FAULT);
        });
        if (outcome !== undefined) answers.set(sale.orderReference, answersOf(outcome)[0]!);
      }
    }
    expect(answers.size).toBe(sales.length);
    for (const sale of sales) expect(answersOf(await shop.issue([sale]))).toEqual([answers.get(sale.orderReference)]);
    expect(shop.verify()).toEqual([]);
  });
});

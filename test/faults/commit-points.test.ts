import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installNativeHasher, IndexStore, LogStore, PayloadStore, loadLogKey } from '@lianpiao/gateway/stores';
import { BlockStore, EmbeddedLedgerReader } from '@lianpiao/gateway/ledger';
import { indexEntries, LogSealer } from '@lianpiao/workers';
import Database from 'better-sqlite3';
import { pino } from 'pino';
import { readConfig } from '../../gateway/src/config';
import { createGateway, type Gateway } from '../../gateway/src/gateway';
import type { IssueOutcome } from '../../gateway/src/issuing/issue-desk';
import { initialise } from '../../gateway/src/setup/initialise';
import type { Told } from './clients';
import { Findings } from './findings';
import { judge } from './kill-oracle';
import { SalesGenerator, SELLERS, sellerName, tillName, TILLS_EACH, type Sale } from './sales';

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
const { exec } = Database.prototype;

/** Fails the next commit of a database, before or after it takes effect. */
function failingExec(this: Database.Database, text: string): Database.Database {
  if (armed === undefined || text !== 'COMMIT' || !this.name.endsWith(armed.database)) return exec.call(this, text);
  const { applied } = armed;
  armed = undefined;
  if (applied) exec.call(this, text);
  throw new Error(FAULT);
}

const logger = pino({ level: 'silent' });

class Shop {
  readonly folder = mkdtempSync(join(tmpdir(), 'lianpiao-commit-'));
  readonly told: Told[] = [];
  readonly #sales = new SalesGenerator(7);
  // Nobody listens there: issuing does without Redis.
  readonly #config = readConfig({ LIANPIAO_DATA: this.folder, REDIS_URL: 'redis://127.0.0.1:1', LIANPIAO_TILL_CHUNK: '8' });
  #gateway: Gateway | undefined;

  get gateway(): Gateway {
    this.#gateway ??= createGateway(this.#config, logger);
    return this.#gateway;
  }

  async open(): Promise<void> {
    const { organisation: bureau } = await initialise(this.#config, logger, '示例税务局');
    const actor = { keyId: 'test', why: 'set up' };
    for (let seller = 0; seller < SELLERS; seller += 1) {
      const organisation = sellerName(seller);
      const party = { name: '示例商店', taxId: `44030012345678${String(seller)}` };
      const registration = { organisation, role: 'merchant', sandbox: false, party } as const;
      await this.gateway.registrations.organisation(bureau, registration, actor);
      for (let till = 0; till < TILLS_EACH; till += 1) {
        await this.gateway.registrations.till(bureau, tillName(seller, till), organisation, actor);
        await this.gateway.ranges.topUp([tillName(seller, till)]);
      }
    }
  }

  /** The process ends, another one starts. */
  restart(): void {
    this.#gateway?.close();
    this.#gateway = undefined;
  }

  fresh(count: number): Sale[] {
    const sales = new Map<string, Sale>();
    while (sales.size < count) {
      const sale = this.#sales.next().sales.find((candidate) => candidate.seller === 0);
      if (sale !== undefined && !this.told.some(({ sale: { body } }) => body === sale.body)) sales.set(sale.orderReference, sale);
    }
    return [...sales.values()];
  }

  /** Issues as seller 0, and remembers what it was told. */
  async issue(sales: readonly Sale[]): Promise<IssueOutcome[]> {
    const outcomes = await this.gateway.desk.issue(
      sellerName(0),
      sales.map(({ body }) => JSON.parse(body) as unknown),
    );
    outcomes.forEach((outcome, index) => {
      const [sale, at] = [sales[index]!, Date.now()];
      if ('answer' in outcome) this.told.push({ sale, status: outcome.created ? 201 : 200, invoice: outcome.answer, at });
      else if (outcome.existing !== undefined) this.told.push({ sale, status: 409, invoice: outcome.existing, at });
      else throw outcome.error;
    });
    return outcomes;
  }

  /** Lets the workers do their work once, and compares everything with everything. */
  verify(): string[] {
    this.restart();
    const ledger = new EmbeddedLedgerReader(new BlockStore(this.folder));
    const [payloads, index, log] = [new PayloadStore(this.folder), new IndexStore(this.folder), new LogStore(this.folder)];
    const key = loadLogKey(this.folder, this.#config.logOrigin);
    indexEntries(ledger, payloads, index);
    new LogSealer(ledger, log, key, Date.now).seal();
    for (const store of [ledger, payloads, index, log]) store.close();
    const findings = new Findings();
    judge(this.folder, { told: this.told, checkpoints: [], vkey: key.vkey }, findings);
    return findings.lines;
  }

  remove(): void {
    this.restart();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function answersOf(outcomes: readonly IssueOutcome[]): string[] {
  return outcomes.map((outcome) => ('answer' in outcome ? outcome.answer : (outcome.existing ?? outcome.error.code)));
}

describe('a fault at a commit point of the embedded ledger', () => {
  let shop: Shop;

  beforeAll(installNativeHasher);
  beforeEach(async () => {
    shop = new Shop();
    await shop.open();
    jest.spyOn(Database.prototype, 'exec').mockImplementation(failingExec);
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

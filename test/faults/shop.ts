import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IndexStore, LogStore, PayloadStore, LogKeyRing } from '@lianpiao/gateway/stores';
import { BlockStore, EmbeddedLedgerReader } from '@lianpiao/gateway/ledger';
import { indexEntries, LogSealer } from '@lianpiao/workers';
import { pino } from 'pino';
import { readConfig } from '../../gateway/src/config';
import { createGateway, type Gateway } from '../../gateway/src/gateway';
import type { IssueOutcome } from '../../gateway/src/issuing/issue-desk';
import { initialise } from '../../gateway/src/setup/initialise';
import type { Told } from './clients';
import { Findings } from './findings';
import { judge } from './kill-oracle';
import { SalesGenerator, SELLERS, sellerName, tillName, TILLS_EACH, type Sale } from './sales';

const logger = pino({ level: 'silent' });

/** Gateway and workers without processes: the sellers of the load on a ledger in a temporary folder. */
export class Shop {
  readonly folder = mkdtempSync(join(tmpdir(), 'lianpiao-commit-'));
  readonly told: Told[] = [];
  readonly #sales = new SalesGenerator(7);
  // Nobody listens there: issuing does without Redis.
  readonly env = { LIANPIAO_DATA: this.folder, REDIS_URL: 'redis://127.0.0.1:1', LIANPIAO_TILL_CHUNK: '8' };
  readonly #config = readConfig(this.env);
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
    const keys = new LogKeyRing(this.folder, this.#config.logOrigin);
    indexEntries(ledger, payloads, index);
    new LogSealer(ledger, log, keys, Date.now).seal();
    for (const store of [ledger, payloads, index, log]) store.close();
    const findings = new Findings();
    judge(this.folder, { told: this.told, checkpoints: [], vkey: keys.signers(Date.now())[0]!.vkey }, findings);
    return findings.lines;
  }

  remove(): void {
    this.restart();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export function answersOf(outcomes: readonly IssueOutcome[]): string[] {
  return outcomes.map((outcome) => ('answer' in outcome ? outcome.answer : (outcome.existing ?? outcome.error.code)));
}

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalJson, formatTime, hasher, sealRecord, type SealedRecord } from '@lianpiao/chaincode/domain';
import { KeyFolder } from '../../gateway/src/crypto/keys';
import { BlockStore } from '../../gateway/src/ledger';
import { Mirror } from '../../gateway/src/ledger/fabric/mirror';
import type { FabricBlock } from '../../gateway/src/ledger/fabric/parse-block';
import { installNativeHasher, PayloadStore } from '../../gateway/src/stores';
import { arm, FAULT, injectFaults, isArmed, POINTS } from './commit-faults';
import { answersOf, Shop } from './shop';

describe('a fault at a commit point of the embedded ledger', () => {
  let shop: Shop;

  beforeAll(installNativeHasher);
  beforeEach(async () => {
    shop = new Shop();
    await shop.open();
    injectFaults();
  });
  afterEach(() => {
    arm();
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
    arm({ database, applied });
    await expect(shop.issue(sales)).rejects.toThrow(FAULT);
    expect(isArmed()).toBe(false);

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
      if (index % 3 === 0) arm({ database, applied });
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

/** A mirror in a folder, as one process has it open. */
class Follower {
  readonly blocks: BlockStore;
  readonly payloads: PayloadStore;
  readonly mirror: Mirror;

  constructor(readonly folder: string) {
    [this.blocks, this.payloads] = [new BlockStore(folder), new PayloadStore(folder)];
    this.mirror = new Mirror(this.blocks, this.payloads, new KeyFolder(join(folder, 'keys')).findOrCreate('operator'));
  }

  /** All that a reader can see. */
  held(): unknown {
    const numbers = Array.from({ length: this.blocks.lastNumber() }, (_, index) => index + 1);
    return {
      checkpoint: this.mirror.checkpoint(),
      headers: numbers.map((number) => this.blocks.blockNumbered(number)?.headerText),
      records: Array.from({ length: this.blocks.length() }, (_, sequence) => this.payloads.read(sequence)),
      state: [...this.blocks.allState()].map(({ key, value }) => [key, value]),
    };
  }

  close(): void {
    for (const store of [this.blocks, this.payloads]) store.close();
  }
}

/** A block of two transactions with two entries each, and their records. */
function blockOf(number: number): FabricBlock {
  const time = Date.parse('2026-11-22T08:00:00.000Z') + number;
  const transactionOf = (position: number): FabricBlock['transactions'][number] => {
    const txId = hasher().sha256(`${String(number)} ${String(position)}`);
    const records = [0, 1].map((index): SealedRecord => ({
      seed: hasher().sha256(`${txId} ${String(index)}`),
      fields: [{ name: 'why', text: '"test"' }],
    }));
    const texts = records.map((record, index) => {
      const entry = { type: 'act.recorded', act: 'content.noted', subject: `entry-${String(index)}`, time: formatTime(time) };
      return canonicalJson({ ...entry, commitment: sealRecord(record) });
    });
    const state = new Map([[`till/till-${String(number)}-${String(position)}`, '{"seller":"shop"}']]);
    const chunks = [{ txId, chunk: 0, records }];
    return { txId, position, mspId: 'Merchants', organisation: 'shop', time, texts, state, chunks };
  };
  const hash = (of: number): string => hasher().sha256(`block ${String(of)}`);
  const previous = number === 0 ? '' : hash(number - 1);
  return { number, hash: hash(number), previous, outcomes: new Map(), transactions: [0, 1].map(transactionOf) };
}

describe('a follower that ends at a commit point of its mirror, between what it applies and its checkpoint', () => {
  const base = mkdtempSync(join(tmpdir(), 'lianpiao-follower-'));
  const CHAIN = [0, 1, 2, 3].map(blockOf);
  let unhurt: unknown;

  beforeAll(async () => {
    installNativeHasher();
    const whole = new Follower(join(base, 'whole'));
    for (const block of CHAIN) await whole.mirror.apply(block);
    unhurt = whole.held();
    whole.close();
  });
  beforeEach(injectFaults);
  afterEach(() => {
    arm();
    jest.restoreAllMocks();
  });
  afterAll(() => rmSync(base, { recursive: true }));

  it.each(POINTS)('has after a new start what it would have had: $database, applied: $applied', async (point) => {
    const folder = mkdtempSync(join(base, 'hurt-'));
    cpSync(join(base, 'whole/keys'), join(folder, 'keys'), { recursive: true });
    const first = new Follower(folder);
    for (const block of CHAIN.slice(0, 2)) await first.mirror.apply(block);
    arm(point);
    await expect(first.mirror.apply(CHAIN[2]!)).rejects.toThrow(FAULT);
    expect(isArmed()).toBe(false);
    first.close();

    const again = new Follower(folder);
    const next = (again.mirror.checkpoint()?.number ?? -1) + 1;
    // Entries and checkpoint become durable together, or not at all.
    expect([next, again.blocks.length()]).toEqual(point.database === 'ledger.db' && point.applied ? [3, 12] : [2, 8]);
    for (const block of CHAIN.slice(next)) await again.mirror.apply(block);
    expect(again.held()).toEqual(unhurt);
    again.close();
  });
});

import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { indexEntries, LogSealer } from '@lianpiao/workers';
import { KeyFolder } from '../../gateway/src/crypto/keys';
import { ActRecorder } from '../../gateway/src/issuing/act-recorder';
import { KeyFolderEnrolment } from '../../gateway/src/issuing/enrolment';
import { GroupCommit } from '../../gateway/src/issuing/group-commit';
import { InvoiceFinder } from '../../gateway/src/issuing/invoice-finder';
import { IssueDesk, type IssueOutcome } from '../../gateway/src/issuing/issue-desk';
import { RangeKeeper } from '../../gateway/src/issuing/range-keeper';
import { RegistrationDesk } from '../../gateway/src/issuing/registration-desk';
import { TaxpayerDirectory } from '../../gateway/src/issuing/taxpayer-directory';
import { RegistryReader } from '../../gateway/src/issuing/registry-reader';
import { BlockStore, EmbeddedLedger, EmbeddedLedgerReader } from '../../gateway/src/ledger';
import { Metrics } from '../../gateway/src/metrics';
import { IndexStore, installNativeHasher, LogKeyRing, LogStore, PayloadStore } from '../../gateway/src/stores';

const ACTOR = { keyId: 'test', why: 'test' };
export const SHOP = 'shop';
export const LOG_ORIGIN = 'lianpiao.example/log';

/** A small ledger in a folder of its own: one bureau, one shop with tills, no Redis and no HTTP. */
export interface EmbeddedShop {
  readonly folder: string;
  readonly ledger: EmbeddedLedger;
  readonly payloads: PayloadStore;
  readonly index: IndexStore;
  readonly log: LogStore;
  readonly registry: RegistryReader;
  readonly registrations: RegistrationDesk;
  readonly acts: ActRecorder;
  readonly commits: GroupCommit;
  readonly desk: IssueDesk;
  readonly tills: readonly string[];
  /** Issues for the shop, in one ledger transaction; answers in the order of the requests. */
  issue(requests: readonly unknown[]): Promise<IssueOutcome[]>;
  /** Erases an invoice's content, with its act, as the gateway does. */
  erase(number: string): Promise<void>;
  /** Brings index and log up to the ledger, as the workers do. */
  follow(): void;
  close(): void;
  /** Closes and removes the folder. */
  remove(): void;
}

export interface ShopOptions {
  readonly tills?: number;
  /** Of its numbers; others may use other ones on the same ledger. */
  readonly regionAndChannel?: string;
  readonly clock?: () => number;
}

/** Opens a shop in a folder, or makes one: registers bureau, shop and tills, and gives the tills numbers. */
export async function embeddedShop(
  folder = mkdtempSync(join(tmpdir(), 'lianpiao-embedded-')),
  options: ShopOptions = {},
): Promise<EmbeddedShop> {
  installNativeHasher();
  const clock = options.clock ?? Date.now;
  const tills = Array.from({ length: options.tills ?? 2 }, (_, index) => `till-${String(index + 1)}`);
  const keys = new KeyFolder(join(folder, 'keys'));
  const payloads = new PayloadStore(folder);
  const onFault = (error: unknown): void => {
    throw error;
  };
  const ledger = new EmbeddedLedger({ folder, keys, payloads, clock, onFault });
  const [index, log] = [new IndexStore(folder), new LogStore(folder)];
  const commits = new GroupCommit(ledger, { limit: 1_000_000, groupSize: 1024 });
  const registry = new RegistryReader(ledger, payloads);
  const acts = new ActRecorder(commits);
  const taxpayers = new TaxpayerDirectory(ledger, createHash('sha256').update('test').digest());
  const registrations = new RegistrationDesk(acts, new KeyFolderEnrolment(keys), taxpayers);
  const ranges = new RangeKeeper(ledger, registry, acts, {
    regionAndChannel: options.regionAndChannel ?? '440',
    sandboxChannel: '9',
    tillChunk: 1_000_000,
    sellerChunk: 100_000_000,
    clock,
    onFault,
  });
  const finder = new InvoiceFinder({ ledger, payloads, index, registry });
  const desk = new IssueDesk({ ledger, payloads, registry, commits, ranges, metrics: new Metrics({}) });
  if (registry.organisation('bureau') === undefined) await register(registrations, ranges, tills);

  const reader = new EmbeddedLedgerReader(new BlockStore(folder));
  const shop: EmbeddedShop = {
    folder,
    ledger,
    payloads,
    index,
    log,
    registry,
    registrations,
    acts,
    commits,
    desk,
    tills,
    async issue(requests) {
      const outcomes = await desk.issue(SHOP, requests);
      await ranges.idle();
      return outcomes;
    },
    async erase(number) {
      await acts.record('bureau', { type: 'act.recorded', act: 'content.erased', subject: number }, ACTOR);
      payloads.erase(finder.find(number)!.sequence);
    },
    follow() {
      // The workers know the gateway's classes by the types of its package; here they come from its sources.
      const [, asPayloads, asIndex] = [reader, payloads, index] as unknown as Parameters<typeof indexEntries>;
      indexEntries(reader, asPayloads, asIndex);
      const asLog = log;
      new LogSealer(reader, asLog, new LogKeyRing(folder, LOG_ORIGIN), clock).seal();
    },
    close() {
      for (const store of [ledger, reader, payloads, index, log]) store.close();
    },
    remove() {
      shop.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return shop;
}

async function register(desk: RegistrationDesk, ranges: RangeKeeper, tills: readonly string[]): Promise<void> {
  const bureau = { organisation: 'bureau', role: 'bureau', sandbox: false, party: { name: '示例税务局' } } as const;
  await desk.organisation('bureau', bureau, ACTOR);
  const party = { name: '示例商店', taxId: '91350100M000100Y43' };
  await desk.organisation('bureau', { organisation: SHOP, role: 'merchant', sandbox: false, party }, ACTOR);
  for (const till of tills) await desk.till('bureau', till, SHOP, ACTOR);
  await ranges.topUp(tills);
}

/** A sale of profile `cn`, different for every `i`. */
export function saleRequest(
  i: number,
  till = 'till-1',
  overrides: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const net = `${String(100 + (i % 900))}.00`;
  const tax = String(13 * (100 + (i % 900))).replace(/(\d\d)$/, '.$1');
  const gross = ((100 + (i % 900)) * 1.13).toFixed(2);
  return {
    till,
    orderReference: `order-${String(i)}`,
    buyer: { name: `买方 ${String(i % 50)}`, taxId: '91310000MA1DEMQC0F' },
    lines: [{ name: '*谷物*大米', unit: '袋', quantity: '1', unitPrice: net, net, rate: '0.13', tax }],
    totals: { net, tax, gross },
    ...overrides,
  };
}

/** The answer of an outcome that must be one. */
export function answerOf(outcome: IssueOutcome | undefined): { number: string; totals: Record<string, string> } {
  if (outcome === undefined || 'error' in outcome) throw outcome?.error ?? new Error('no outcome');
  return JSON.parse(outcome.answer) as { number: string; totals: Record<string, string> };
}

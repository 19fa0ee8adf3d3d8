import { randomBytes } from 'node:crypto';
import {
  canonicalJson,
  LedgerError,
  stateKeys,
  type EntryFacts,
  type HandoverProgress,
  type HandoverState,
  type JsonValue,
  type SealedRecord,
} from '@lianpiao/chaincode/domain';
import type { PayloadStore } from '../../stores/payload-store';
import type { BlockStore } from '../embedded/block-store';
import { logRoot } from '../fabric/check-handover';
import { HandoverPages, progressAfter } from './handover-pages';

/** What a hand-over asks of a channel, in the name of the bureau. */
export interface HandoverChannel {
  /** Has a transaction endorsed, ordered and committed; resolves with its answer when it is VALID. */
  submit(transaction: string, args: readonly string[], transient: Readonly<Record<string, Buffer>>): Promise<string>;
  /** Answer of a transaction that changes nothing. */
  evaluate(transaction: string): Promise<string>;
}

export interface HandOverOptions {
  /** The folder of the ledger that ends, which an import made: it becomes the channel's mirror. */
  readonly blocks: BlockStore;
  readonly payloads: PayloadStore;
  /** Origin of its log. */
  readonly origin: string;
  readonly channel: HandoverChannel;
  readonly onProgress?: (done: number, total: number) => void;
}

interface Status {
  readonly handover: HandoverState;
  readonly progress: HandoverProgress;
}

/**
 * Lets a new channel go on from a folder's ledger: its first entry says so, the state follows page by page, and the last
 * entry opens it. What a broken-off hand-over of the same ledger has brought is gone on with; a page counts once, because
 * the channel takes each only after the one before.
 * @throws LedgerError HANDOVER_STATE_WRONG when the channel has another ledger, or this one already.
 */
export async function handOver({ blocks, payloads, origin, channel, onProgress }: HandOverOptions): Promise<HandoverProgress> {
  const bureau = JSON.parse(blocks.getState(stateKeys.genesis) ?? 'null') as string | null;
  const last = blocks.last();
  if (bureau === null || last === undefined) throw new LedgerError('NOT_FOUND', { found: 'no ledger in the folder' });
  const facts = { origin, size: blocks.length(), root: logRoot(blocks), lastBlock: last.hash };
  const pages = new HandoverPages(blocks, payloads);
  try {
    const begun = await statusOf(channel);
    if (begun === undefined) await record(channel, bureau, { type: 'ledger.handed-over', ...facts });
    else requireSame(begun, facts);
    const all = progressAfter(pages.pages());
    const done = begun?.progress.pages ?? 0;
    let number = 0;
    for (const page of pages.pages()) {
      if (number >= done) await load(channel, number, page);
      number += 1;
      onProgress?.(number, all.pages);
    }
    await record(channel, bureau, { type: 'ledger.taken-over', ...all, erased: pages.erased });
    return all;
  } finally {
    pages.close();
  }
}

async function statusOf(channel: HandoverChannel): Promise<Status | undefined> {
  return (JSON.parse(await channel.evaluate('handover:status')) as Status | null) ?? undefined;
}

function requireSame({ handover }: Status, facts: Pick<HandoverState, 'lastBlock' | 'origin' | 'root' | 'size'>): void {
  const same = (['origin', 'size', 'root', 'lastBlock'] as const).every((name) => handover[name] === facts[name]);
  if (!same || handover.status !== 'loading')
    throw new LedgerError('HANDOVER_STATE_WRONG', { rule: same ? 'loading' : 'another-ledger', found: handover.origin });
}

async function load(channel: HandoverChannel, page: number, values: JsonValue): Promise<void> {
  await channel.submit('handover:load', [canonicalJson({ page })], { page: Buffer.from(canonicalJson(values)) });
}

/** An entry of the bureau, with its record. */
async function record(channel: HandoverChannel, organisation: string, entry: EntryFacts): Promise<void> {
  const { type, ...facts } = entry;
  const values: Record<string, JsonValue> = {
    who: { key: 'operator', organisation },
    what: { ...entry },
    why: 'hand-over',
  };
  const fields = Object.entries(values).map(([name, value]) => ({ name, text: canonicalJson(value) }));
  const sealed: SealedRecord = { seed: randomBytes(32).toString('hex'), fields };
  const transaction = type === 'ledger.handed-over' ? 'handover:begin' : 'handover:close';
  await channel.submit(transaction, [canonicalJson(facts)], {
    commands: Buffer.from(JSON.stringify({ record: sealed })),
  });
}

import { CompactRange, hasher, leafOfText, type Digest, type TrustedLog } from '@lianpiao/chaincode/domain';
import type { ChunkKeys } from '../../../stores/payload-chunk';
import type { BlockHeader } from '../../block';
import { referenceBits } from '../entry-extras';
import { ActsCheck, type ActRow } from './check-acts';
import { checkBlock, type BlockRow, type ChainPlace } from './check-block';
import { IndexCheck } from './check-index';
import { LogCheck } from './check-log';
import { PayloadsCheck, type PayloadsKnown } from './check-payloads';
import { BadRecord, Findings } from './findings';
import { lengthOf, type FolderSnapshot } from './folder-snapshot';
import { chunkRows, indexHeight, indexRows, storedLog } from './open-parts';
import { pagedRows, type KeySpan } from './paged-rows';
import { PayloadReader } from './payload-reader';
import { readBlock, replayBlock } from './replay-block';
import type { ReplayState } from './replay-state';
import type { Finding } from './report';
import type { FoundRecord, WalkedEntry } from './walked-entry';

/** Where a stretch begins or ends: a place in the chain, and the log over all entries before it. */
export interface StretchEdge extends ChainPlace {
  /** Roots of the log's complete subtrees, largest first. */
  readonly subtrees: readonly Digest[];
}

export interface StretchKeys {
  /** The operator's public key, SPKI in base64. */
  readonly operator: string;
  /** The keys of the payload store. */
  readonly payload: ChunkKeys;
  /** The log's keys, as they are known when it is looked at. */
  readonly log: () => readonly TrustedLog[];
}

export interface StretchOptions extends PayloadsKnown {
  readonly snapshot: FolderSnapshot;
  readonly keys: StretchKeys;
  readonly start: StretchEdge;
  /** Whole blocks up to this length of the ledger are looked at. */
  readonly until: number;
  /** With `replay`, the state before the stretch: it is carried on. Otherwise any later one: only what never changes is read. */
  readonly state: ReplayState;
  /** Executes the entries by the rules, as on the first look; a second look compares only what is stored. */
  readonly replay: boolean;
  /** Asked after each block, with how many entries are done: true to stop there. */
  readonly isEnough: (entries: number) => boolean;
  readonly onEntry?: (walked: WalkedEntry, found: FoundRecord) => void;
}

export interface StretchResult {
  /** Behind the last block that holds. */
  readonly end: StretchEdge;
  /** The first bad record of each part. */
  readonly findings: readonly Finding[];
}

/**
 * Compares a stretch of the chain, and what lies beside it, down to the values: the checks of `verifyLedger`, taken up in the
 * middle. Derived rows are judged as far as the stretch goes; what is beyond the ends of the tables is the caller's matter.
 */
export function verifyStretch(options: StretchOptions): StretchResult {
  const { snapshot, start, until } = options;
  const findings = new Findings();
  options.state.mirrored = snapshot.mirrored;
  const beside = new Beside(options, findings);
  let end: ChainPlace = start;
  findings.guard('blocks', () => {
    const numbers = { first: start.number + 1, end: Number.MAX_SAFE_INTEGER };
    for (const row of pagedRows<BlockRow>(snapshot.ledger, 'SELECT * FROM blocks', 'number', 16, numbers)) {
      if (end.length >= until || (options.replay && end.length + countOf(row) > until)) break;
      end = walkBlock(row, end, options, findings, beside);
      if (options.isEnough(end.length - start.length)) break;
    }
    // What was looked at before has to be there still.
    if (!options.replay && end.length < until) {
      throw new BadRecord('block-missing', { block: end.number + 1, sequence: end.length });
    }
  });
  beside.end(end.length);
  const found = findings.reports().flatMap(({ finding }) => finding ?? []);
  return { end: { ...end, subtrees: beside.subtrees(end) }, findings: found };
}

/** How many entries a block says to have, by the part of it that is signed; 0 when that cannot be read. */
function countOf(row: BlockRow): number {
  try {
    return (JSON.parse(row.header) as BlockHeader).count;
  } catch {
    return 0;
  }
}

function walkBlock(row: BlockRow, before: ChainPlace, options: StretchOptions, findings: Findings, beside: Beside): ChainPlace {
  const block = checkBlock(row, before, options.keys.operator);
  const walked = (options.replay ? replayBlock : readBlock)(block, row.transactions, options.state);
  const { number, first, count, time } = block.header;
  findings.guard('references', () => {
    const wanted = referenceBits(walked.map(({ entry }) => entry));
    if (!wanted.equals(row.reference_bits)) throw new BadRecord('reference-bits-wrong', { block: number });
  });
  for (const entry of walked) beside.visit(entry);
  return { number, hash: block.hash, length: first + count, time: Date.parse(time) };
}

const NOT_READ: FoundRecord = { kind: 'unread' };

/** The checks of what lies beside the chain, for the rows of one stretch. */
class Beside {
  readonly #options: StretchOptions;
  readonly #findings: Findings;
  readonly #range: CompactRange;
  #acts: ActsCheck | undefined;
  #payloads: PayloadsCheck | undefined;
  #index: IndexCheck | undefined;
  #log: LogCheck | undefined;

  constructor(options: StretchOptions, findings: Findings) {
    this.#options = options;
    this.#findings = findings;
    const { snapshot, start, keys, state } = options;
    this.#range = CompactRange.restore(start.length, start.subtrees);
    const span = spanFrom(start.length, stretchEnd(options));
    findings.guard('acts', () => {
      const select = 'SELECT sequence, type, subject, text FROM acts';
      this.#acts = new ActsCheck(pagedRows<ActRow>(snapshot.ledger, select, 'sequence', 512, span));
    });
    findings.guard('payloads', () => {
      this.#payloads = new PayloadsCheck(new PayloadReader(chunkRows(snapshot.payloads, span), keys.payload), state, options);
    });
    findings.guard('index', () => {
      const { index } = snapshot;
      if (index !== undefined) this.#index = new IndexCheck(indexRows(index, span), indexHeight(index), state);
    });
    findings.guard('log', () => {
      if (snapshot.log === undefined) return;
      const sizes = { first: span.first + 1, end: span.end + 1 };
      this.#log = new LogCheck(storedLog(snapshot.log, sizes), keys.log(), this.#range);
    });
  }

  visit(walked: WalkedEntry): void {
    const findings = this.#findings;
    findings.guard('acts', () => void this.#acts?.visit(walked));
    let found = NOT_READ;
    findings.guard('payloads', () => {
      found = this.#payloads?.visit(walked) ?? NOT_READ;
    });
    findings.guard('index', () => void this.#index?.visit(walked, found));
    findings.guard('log', () => this.#log?.visit(walked));
    this.#options.onEntry?.(walked, found);
  }

  /** @param length how far the stretch came: rows behind that were not asked for. */
  end(length: number): void {
    const whole = length === stretchEnd(this.#options);
    this.#findings.guard('payloads', () => this.#payloads?.end());
    this.#findings.guard('acts', () => (whole ? this.#acts?.end() : undefined));
    this.#findings.guard('index', () => (whole ? this.#index?.end() : undefined));
  }

  /** The log's frontier behind the stretch, also where the stored log is not the one that the entries give. */
  subtrees(end: ChainPlace): readonly Digest[] {
    if (this.#range.size === end.length) return this.#range.hashes;
    const { snapshot, start } = this.#options;
    const range = CompactRange.restore(start.length, start.subtrees);
    const numbers = { first: start.number + 1, end: end.number + 1 };
    const rows = pagedRows<Pick<BlockRow, 'number' | 'entries'>>(
      snapshot.ledger,
      'SELECT number, entries FROM blocks',
      'number',
      16,
      numbers,
    );
    for (const { entries } of rows) for (const text of entries.split('\n')) range.append(hasher().leafHash(leafOfText(text)));
    return range.hashes;
  }
}

/** The rows of a stretch; the first one also answers for what stands before all entries. */
export function spanFrom(first: number, end: number): KeySpan {
  return { first: first === 0 ? Number.MIN_SAFE_INTEGER : first, end };
}

function stretchEnd({ snapshot, until }: StretchOptions): number {
  return Math.min(until, lengthOf(snapshot.ledger));
}

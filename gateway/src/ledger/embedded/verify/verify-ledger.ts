import { ActsCheck, type ActRow } from './check-acts';
import { CHAIN_START, checkBlock, type BlockRow, type ChainPlace } from './check-block';
import type { PayloadsCheck } from './check-payloads';
import { checkState } from './check-state';
import { Findings, overallResult } from './findings';
import { lengthOf, openSnapshot, type FolderSnapshot } from './folder-snapshot';
import { openIndex, openLog, openPayloads, operatorKeyOf, type OpenIndex, type OpenLog } from './open-parts';
import { pagedRows } from './paged-rows';
import { replayBlock } from './replay-block';
import { ReplayState } from './replay-state';
import { referenceBits } from '../entry-extras';
import type { LedgerReport } from './report';
import type { FoundRecord, WalkedEntry } from './walked-entry';

export interface VerifyLedgerOptions {
  readonly folder: string;
  /** The operator's public key (SPKI, base64); the one in the folder when absent. */
  readonly operatorKey?: string;
  /** The log's verifier keys, past ones too; those in the folder when absent. */
  readonly logKeys?: readonly string[];
  /** Leaves out the records and the index: chain, state, acts and log only. */
  readonly quick?: boolean;
  /** Told after each block how many entries of how many are done. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Executes a ledger again from its first block, with the rules that wrote it, and compares everything beside it with what
 * comes out. Reads only. Memory is bounded by the registered organisations and tills, and 12 to 24 bytes an invoice.
 * @throws LedgerError NOT_FOUND when there is no ledger in the folder.
 */
export function verifyLedger(options: VerifyLedgerOptions): LedgerReport {
  const started = performance.now();
  const snapshot = openSnapshot(options.folder);
  try {
    const walk = new Walk(snapshot, options);
    walk.run();
    return { ...walk.report(), milliseconds: Math.round(performance.now() - started) };
  } finally {
    snapshot.close();
  }
}

const NOT_READ: FoundRecord = { kind: 'unread' };

/** One pass over the chain, with all parts beside it. */
class Walk {
  readonly #snapshot: FolderSnapshot;
  readonly #options: VerifyLedgerOptions;
  readonly #findings = new Findings();
  readonly #state: ReplayState;
  readonly #operatorKey: string | undefined;
  #acts: ActsCheck | undefined;
  #payloads: PayloadsCheck | undefined;
  #index: OpenIndex | undefined;
  #log: OpenLog | undefined;
  #end: ChainPlace = CHAIN_START;

  constructor(snapshot: FolderSnapshot, options: VerifyLedgerOptions) {
    this.#snapshot = snapshot;
    this.#options = options;
    this.#state = new ReplayState((sequence) => this.#referenceAt(sequence));
    this.#state.mirrored = snapshot.mirrored;
    this.#operatorKey = options.operatorKey ?? operatorKeyOf(options.folder);
  }

  run(): void {
    this.#open();
    let total = 0;
    this.#findings.guard('blocks', () => {
      total = lengthOf(this.#snapshot.ledger);
      for (const row of pagedRows<BlockRow>(this.#snapshot.ledger, 'SELECT * FROM blocks', 'number', 16)) {
        this.#block(row);
        this.#options.onProgress?.(this.#end.length, total);
      }
    });
    this.#missingAtEnd();
    if (this.#findings.isBad('blocks')) this.#breakOff();
    else this.#finish();
    this.#noteMissingKeys();
  }

  report(): Omit<LedgerReport, 'milliseconds'> {
    const parts = this.#findings.reports();
    return {
      result: overallResult(parts),
      blocks: this.#end.number,
      entries: this.#end.length,
      erased: this.#payloads?.erased ?? 0,
      erasuresPending: this.#payloads?.erasuresPending ?? 0,
      ...(this.#snapshot.mirrored ? { mirrored: true } : {}),
      parts,
    };
  }

  #open(): void {
    const { ledger, payloads, index, log } = this.#snapshot;
    const { folder, quick, logKeys } = this.#options;
    this.#findings.guard('acts', () => {
      const rows = pagedRows<ActRow>(ledger, 'SELECT sequence, type, subject, text FROM acts', 'sequence', 512);
      this.#acts = new ActsCheck(rows);
    });
    if (quick === true) {
      for (const part of ['payloads', 'index'] as const) this.#findings.leave(part, 'skipped', 'left out by --quick');
    } else {
      this.#payloads = openPayloads(payloads, folder, this.#state, this.#findings);
      this.#index = openIndex(index, this.#state, this.#findings);
    }
    this.#log = openLog(log, folder, this.#findings, logKeys);
  }

  #block(row: BlockRow): void {
    const block = checkBlock(row, this.#end, this.#operatorKey);
    const walked = replayBlock(block, row.transactions, this.#state);
    const { number, first, count, time } = block.header;
    this.#end = { number, hash: block.hash, length: first + count, time: Date.parse(time) };
    this.#findings.count('blocks');
    this.#findings.guard('references', () => {
      const wanted = referenceBits(walked.map(({ entry }) => entry));
      if (!wanted.equals(row.reference_bits)) this.#findings.add('references', 'reference-bits-wrong', { block: number });
      else this.#findings.count('references');
    });
    for (const entry of walked) this.#entry(entry);
  }

  #entry(walked: WalkedEntry): void {
    const findings = this.#findings;
    findings.guard('acts', () => {
      findings.count('acts', this.#acts?.visit(walked));
    });
    let found = NOT_READ;
    if (walked.sequence < this.#snapshot.settled) {
      findings.guard('payloads', () => {
        found = this.#payloads?.visit(walked) ?? NOT_READ;
        findings.count('payloads', found.kind === 'held' ? 1 : 0);
      });
    }
    findings.guard('index', () => {
      findings.count('index', this.#index?.check.visit(walked, found));
      findings.count('index', this.#index?.provenance.visit(walked));
    });
    findings.guard('log', () => {
      this.#log?.check.visit(walked);
    });
  }

  /** What follows the ledger never is ahead of it: when it is, blocks are gone. */
  #missingAtEnd(): void {
    const ahead = Math.max(this.#log?.size ?? 0, this.#index?.height ?? 0);
    if (this.#findings.isBad('blocks') || ahead <= this.#end.length) return;
    const from = this.#log !== undefined && this.#log.size === ahead ? 'the log' : 'the index';
    const place = { block: this.#end.number + 1, sequence: this.#end.length };
    this.#findings.add('blocks', 'blocks-missing-at-end', place, `${from} has ${String(ahead)} entries`);
  }

  /** What was checked without the signatures over it is not proven. */
  #noteMissingKeys(): void {
    if (this.#operatorKey === undefined) {
      this.#findings.leave('blocks', 'unknown', 'the operator’s key is not in the folder: name it with --operator-key');
    }
    if (this.#log?.signed === false) this.#findings.leave('log', 'unknown', 'keys/log.pem is not here: no signature was checked');
  }

  /** The chain ends in a bad record: what was compared up to there says what it says, and no more. */
  #breakOff(): void {
    const why = `the chain holds up to entry ${String(this.#end.length)} only`;
    for (const part of ['references', 'state', 'acts', 'payloads', 'index', 'log'] as const) {
      this.#findings.leave(part, 'unknown', why);
    }
    this.#findings.count('log', this.#log?.check.tiles ?? 0);
  }

  #finish(): void {
    const findings = this.#findings;
    findings.guard('state', () => {
      const rows = this.#snapshot.ledger.prepare('SELECT key, value FROM state').all();
      findings.count('state', checkState(rows as Iterable<{ key: string; value: string }>, this.#state.values));
    });
    findings.guard('acts', () => this.#acts?.end());
    findings.guard('payloads', () => this.#payloads?.end());
    findings.guard('index', () => this.#index?.check.end());
    findings.guard('index', () => this.#index?.provenance.end());
    findings.guard('log', () => this.#log?.check.end());
    findings.count('log', this.#log?.check.tiles ?? 0);
    if (this.#options.quick !== true) this.#storage();
  }

  /** The rows are right; now whether those who look them up by SQLite's own indexes find them. */
  #storage(): void {
    const { ledger, index, log } = this.#snapshot;
    for (const [part, database] of [
      ['blocks', ledger],
      ['index', index],
      ['log', log],
    ] as const) {
      this.#findings.guard(part, () => {
        const answer = database?.prepare('PRAGMA integrity_check(1)').pluck().get() as string | undefined;
        if (answer !== undefined && answer !== 'ok') this.#findings.add(part, 'storage-damaged', {}, answer);
      });
    }
  }

  /** The reference of an entry, read from disk: asked for only when two share 64 bits, or one is used twice. */
  #referenceAt(sequence: number): string | undefined {
    const row = this.#snapshot.ledger
      .prepare('SELECT first, entries FROM blocks WHERE first <= ? ORDER BY first DESC LIMIT 1')
      .get(sequence) as { first: number; entries: string } | undefined;
    const text = row?.entries.split('\n')[sequence - row.first];
    return text === undefined ? undefined : (JSON.parse(text) as { reference?: string }).reference;
  }
}

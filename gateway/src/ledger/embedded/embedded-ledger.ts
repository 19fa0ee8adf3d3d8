import {
  canonicalJson,
  ENTRY_KEY_PREFIX,
  executeCommand,
  LedgerError,
  REFERENCE_KEY_PREFIX,
  type Digest,
  type InvoiceIssued,
  type JsonValue,
} from '@lianpiao/chaincode/domain';
import type { KeyFolder } from '../../crypto/keys';
import { nodeSignatures } from '../../crypto/log-keys';
import { CHUNK_RECORDS, packTexts, recordText, type PackedTexts } from '../../stores/payload-chunk';
import type { PayloadStore } from '../../stores/payload-store';
import { MAX_ENTRY_AGE_MS, NO_BLOCK } from '../block';
import type { Ledger, PlacedEntry, Submission, Verdict } from '../ledger';
import { makeReceipt } from '../receipt';
import { BlockStore } from './block-store';
import { buildBlocks, OPERATOR_KEY, type AcceptedBy, type BuiltBlock, type ChainEnd } from './build-blocks';
import { EmbeddedLedgerReader } from './embedded-ledger-reader';
import { actOf, referenceBits } from './entry-extras';
import { GroupState } from './group-state';
import { fingerprintOf, ReferenceTable } from './reference-table';

export interface EmbeddedLedgerOptions {
  readonly folder: string;
  readonly keys: KeyFolder;
  readonly payloads: PayloadStore;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Told of a fault of ours while one command ran; its neighbours go on. */
  readonly onFault: (error: unknown) => void;
  /** Why nothing may be written now; nothing is, then. */
  readonly refusal?: () => LedgerError | undefined;
}

/** A group as it was decided on what this process knew then. */
interface Decision {
  /** Number of the last block that was known. */
  readonly after: number;
  readonly group: (AcceptedBy | LedgerError)[];
  /** What the accepted ones leave in the payload store. */
  readonly records: PackedTexts[];
  readonly state: GroupState;
}

/** How long a group may be decided at a stretch: a full one takes a tenth of a second, in which no read would be answered. */
const TURN_MS = 4;

/**
 * The ledger as a folder, for one operator: hash-linked, signed blocks in SQLite. Several processes may share the folder:
 * a group is decided on what its process knows, then enters alone; when another process has written meanwhile, the group
 * catches up with the chain's end and is decided again if anything that it had read is different now. So the costly part
 * runs side by side and the chain has one order.
 *
 * What a crash leaves behind: before the payloads' commit nothing; between it and the ledger's commit, payloads that
 * belong to no entry and give way to the next group's; after it, everything. Recovery is the ordinary catching up.
 */
export class EmbeddedLedger extends EmbeddedLedgerReader implements Ledger {
  readonly #options: EmbeddedLedgerOptions;
  readonly #blocks: BlockStore;
  readonly #references = new ReferenceTable();
  readonly #state = new Map<string, JsonValue>();
  #end: ChainEnd = { number: 0, hash: NO_BLOCK, length: 0 };
  #now = 0;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: EmbeddedLedgerOptions) {
    const blocks = new BlockStore(options.folder);
    super(blocks);
    this.#options = options;
    this.#blocks = blocks;
    this.#catchUp();
    if (this.#end.number === 0) options.keys.findOrCreate(OPERATOR_KEY);
  }

  submit(submissions: readonly Submission[]): Promise<readonly Verdict[]> {
    const error = this.#options.refusal?.();
    if (error !== undefined) return Promise.resolve(submissions.map(() => ({ accepted: false, error })));
    // Callers one after the other, each in its own order: then each signs its part of a block once.
    const order = orderByCaller(submissions);
    // One group at a time: a later one builds on what an earlier one wrote.
    const turn = this.#turn.then(() => this.#submitNext(order.map((index) => submissions[index] as Submission)));
    this.#turn = turn.catch(() => undefined);
    return turn.then((sorted) => {
      const verdicts: Verdict[] = [];
      order.forEach((index, place) => (verdicts[index] = sorted[place] as Verdict));
      return verdicts;
    });
  }

  async #submitNext(submissions: readonly Submission[]): Promise<readonly Verdict[]> {
    let decision = await this.#decideInTurns(submissions);
    const built = await this.#blocks.exclusively(() => {
      this.#catchUp();
      if (!this.#stands(decision)) decision = this.#decide(submissions);
      const blocks = buildBlocks(this.#end, accepted(decision.group), this.#now, this.#options.keys);
      if (blocks.length > 0) this.#write(blocks, decision);
      return blocks;
    });
    this.#takeOver(built, decision.state);
    return verdicts(decision.group, built);
  }

  /** True when nothing that a decision rests on has changed since it was made. */
  #stands({ after, state }: Decision): boolean {
    if (after === this.#end.number) return true;
    return this.#now - state.now <= MAX_ENTRY_AGE_MS && state.stillHolds();
  }

  /** Decides a group; others have their turns meanwhile, but no other group of this process. */
  async #decideInTurns(submissions: readonly Submission[]): Promise<Decision> {
    const decision = this.#undecided();
    let turnEnds = performance.now() + TURN_MS;
    for (const _ of this.#steps(submissions, decision)) {
      if (performance.now() <= turnEnds) continue;
      await new Promise(setImmediate);
      turnEnds = performance.now() + TURN_MS;
    }
    return decision;
  }

  /** The same at one go, while nobody else can write. */
  #decide(submissions: readonly Submission[]): Decision {
    const decision = this.#undecided();
    for (const _ of this.#steps(submissions, decision));
    return decision;
  }

  /** Runs every command in order, and then packs what was accepted: all that is costly and needs no place in the ledger. */
  *#steps(submissions: readonly Submission[], { group, records, state }: Decision): Generator<undefined> {
    for (const submission of submissions) yield void group.push(this.#execute(state, submission));
    const members = accepted(group);
    for (let offset = 0; offset < members.length; offset += CHUNK_RECORDS) {
      const part = members.slice(offset, offset + CHUNK_RECORDS);
      yield void records.push(packTexts(part.map(({ accepted: { record } }) => recordText(record))));
    }
  }

  #undecided(): Decision {
    this.#now = Math.max(this.#now, this.#options.clock());
    const state = new GroupState(this.#now, String(this.#end.number + 1), (key) => this.#committed(key));
    return { after: this.#end.number, group: [], records: [], state };
  }

  /** Runs one command; a refusal stays with it. */
  #execute(state: GroupState, { caller, command }: Submission): AcceptedBy | LedgerError {
    state.caller = caller;
    try {
      return { caller, accepted: executeCommand(state, command, nodeSignatures) };
    } catch (error) {
      if (error instanceof LedgerError) return error;
      this.#options.onFault(error);
      return new LedgerError('INTERNAL', {}, { cause: error });
    }
  }

  #write(built: readonly BuiltBlock[], { records, state }: Decision): void {
    this.#options.payloads.append(this.#end.length, records);
    for (const { block, members } of built) {
      const entries = members.map(({ accepted }) => accepted);
      this.#blocks.append(block, {
        references: referenceBits(entries.map(({ entry }) => entry)),
        acts: entries.flatMap(({ entry, text }, index) => actOf(entry, text, block.header.first + index)),
      });
    }
    for (const [key, value] of state.written) {
      if (!key.startsWith(REFERENCE_KEY_PREFIX)) this.#blocks.putState(key, canonicalJson(value));
    }
  }

  /** After the commit: what was decided becomes what is known. */
  #takeOver(built: readonly BuiltBlock[], state: GroupState): void {
    for (const [key, value] of state.written) {
      if (!key.startsWith(REFERENCE_KEY_PREFIX)) this.#state.set(key, value);
    }
    for (const { block, members } of built) {
      members.forEach(({ accepted }, index) => {
        if (accepted.entry.type !== 'invoice.issued') return;
        this.#references.add(fingerprintOf(accepted.entry.reference), block.header.first + index);
      });
      this.#end = { number: block.header.number, hash: block.hash, length: block.header.first + block.header.count };
    }
  }

  /** Learns of blocks that another process, or an earlier run of this one, has written. */
  #catchUp(): void {
    if (this.#blocks.lastNumber() === this.#end.number) return;
    // Up to the block that was last a moment ago, and no further: another process may be adding the next one.
    const last = this.#blocks.last();
    if (last === undefined) return;
    this.#state.clear();
    const added = this.#blocks.references(this.#end.number + 1, last.header.number);
    if (this.#end.number === 0) {
      this.#references.reserve(last.header.first + last.header.count);
      this.#references.addBlocks(added);
    } else for (const { first, bits } of added) this.#references.addBlock(first, bits);
    this.#end = { number: last.header.number, hash: last.hash, length: last.header.first + last.header.count };
    this.#now = Math.max(this.#now, Date.parse(last.header.time));
  }

  #committed(key: string): JsonValue | undefined {
    if (key.startsWith(REFERENCE_KEY_PREFIX)) {
      const placed = this.findReference(key.slice(REFERENCE_KEY_PREFIX.length) as Digest);
      return placed === undefined ? undefined : (placed.entry as InvoiceIssued).number;
    }
    if (key.startsWith(ENTRY_KEY_PREFIX)) return this.entryAt(key.slice(ENTRY_KEY_PREFIX.length));
    const known = this.#state.get(key);
    if (known !== undefined) return known;
    const text = this.#blocks.getState(key);
    if (text === undefined) return undefined;
    const value = JSON.parse(text) as JsonValue;
    this.#state.set(key, value);
    return value;
  }

  /** As rules ask for it: entries by their place too. */
  override state(key: string): JsonValue | undefined {
    return key.startsWith(ENTRY_KEY_PREFIX) ? this.entryAt(key.slice(ENTRY_KEY_PREFIX.length)) : super.state(key);
  }

  entryPlace(sequence: number): string {
    return String(sequence);
  }

  findReference(reference: Digest): PlacedEntry | undefined {
    return this.findUsed(reference, this.#references);
  }
}

function accepted(group: Decision['group']): AcceptedBy[] {
  return group.filter((outcome): outcome is AcceptedBy => !(outcome instanceof LedgerError));
}

/** Places of the submissions, those of one caller together and in their order. */
function orderByCaller(submissions: readonly Submission[]): number[] {
  const byCaller = new Map<string, number[]>();
  submissions.forEach(({ caller }, index) => {
    const places = byCaller.get(caller);
    if (places === undefined) byCaller.set(caller, [index]);
    else places.push(index);
  });
  return [...byCaller.values()].flat();
}

/** The answers in the order of the submissions; accepted ones carry their receipts. */
function verdicts(group: readonly (AcceptedBy | LedgerError)[], built: readonly BuiltBlock[]): Verdict[] {
  const places = built.flatMap(({ block, members, paths }) =>
    members.map((_, index) => ({ block, index, path: paths[index] ?? [] })),
  );
  let next = 0;
  return group.map((outcome): Verdict => {
    if (outcome instanceof LedgerError) return { accepted: false, error: outcome };
    const { block, index, path } = places[next] as (typeof places)[number];
    next += 1;
    const { entry, text, record } = outcome.accepted;
    return {
      accepted: true,
      placed: { sequence: block.header.first + index, entry, text },
      record,
      receipt: makeReceipt(block, index, path),
    };
  });
}

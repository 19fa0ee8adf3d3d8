import type { CommitPlace, Command, Digest, Entry, JsonValue, LedgerError, SealedRecord } from '@lianpiao/chaincode/domain';
import type { Receipt } from './receipt';

/** An entry with its place: the sequence over the whole ledger from 0 is also its index in the public log. */
export interface PlacedEntry {
  readonly sequence: number;
  readonly entry: Entry;
  /** The exact text that was accepted. */
  readonly text: string;
}

/** What became of one command of a group. */
export type Verdict =
  | { readonly accepted: true; readonly placed: PlacedEntry; readonly record: SealedRecord; readonly receipt: Receipt }
  | { readonly accepted: false; readonly error: LedgerError };

/** A command and the organisation in whose name, and with whose key, it is submitted. */
export interface Submission {
  readonly caller: string;
  readonly command: Command;
}

/** An administrative entry: everything but invoices. */
export interface PlacedAct extends PlacedEntry {
  readonly subject: string;
}

/**
 * Which administrative entries a reader asks for: newest first, `before` a sequence, at most `limit`; or, with `after` (-1
 * for the start), oldest first from behind that sequence.
 */
export interface ActFilter {
  readonly subject?: string;
  readonly type?: string;
  /** Only grants of which this member has this value. */
  readonly grants?: { readonly member: 'consumer' | 'provider' | 'resource'; readonly value: string };
  readonly before?: number;
  readonly after?: number;
  readonly limit: number;
}

/** A block of the ledger as whoever attests it needs it. */
export interface CommittedBlock {
  /** From 1. */
  readonly number: number;
  /** Sequence of its first entry. */
  readonly first: number;
  /** Hash of its header, which names the block before: it stands for all that was committed up to here. */
  readonly hash: Digest;
  /** RFC 3339 UTC. */
  readonly time: string;
  /** The exact texts of its entries. */
  readonly texts: readonly string[];
  /** Where each of them was committed; undefined for what was mirrored before mirrors noted it. */
  readonly places: readonly (CommitPlace | undefined)[];
  /** The organisation whose signature each of them came with. */
  readonly callers: readonly string[];
}

/** What everybody may read: entries in their one order, receipts, and the state they amount to. */
export interface LedgerReader {
  /** How many entries there are; sees other processes' blocks at the latest when it is called. */
  length(): number;
  /** Entries from a sequence on, in order, at most `limit`. */
  read(from: number, limit: number): readonly PlacedEntry[];
  /** The exact texts of the same entries, for whoever needs no more. */
  readTexts(from: number, limit: number): readonly string[];
  /** The entry of an invoice number among those from a sequence on; meant for the short end that no index has yet. */
  findInvoice(number: string, from: number): PlacedEntry | undefined;
  /** The receipt of an entry: the same, byte for byte, whenever it is asked for. */
  receipt(sequence: number): Receipt | undefined;
  /** The block of this number, or the one with the entry of this sequence; undefined when there is none. */
  committedBlock(of: { readonly number: number } | { readonly sequence: number }): CommittedBlock | undefined;
  /** A value of the current state, by a key of `stateKeys`. */
  state(key: string): JsonValue | undefined;
  /** Administrative entries in the order that the filter asks for. */
  acts(filter: ActFilter): readonly PlacedAct[];
  close(): void;
}

/**
 * The ledger as its users see it, written as promises.
 *
 * - **Durability.** When `submit` resolves, every accepted command and its payload survive a crash of the machine. When it
 *   rejects, nothing is known to have happened: the same commands may be submitted again, because a reference is used once.
 * - **Order.** Entries have one order for everybody; the commands of one group are executed in the order given, those of
 *   one caller in particular.
 * - **Isolation.** Each command has its own verdict; a refused one leaves nothing behind and harms no neighbour.
 * - **Reads** see every group whose `submit` has resolved in this process.
 */
export interface Ledger extends LedgerReader {
  submit(submissions: readonly Submission[]): Promise<readonly Verdict[]>;
  /** The engine's name of an entry's place: what rules find an earlier entry by. */
  entryPlace(sequence: number): string;
  /** The invoice entry that used an order reference. */
  findReference(reference: Digest): PlacedEntry | undefined;
}

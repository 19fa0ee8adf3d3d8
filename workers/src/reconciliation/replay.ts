import { canonicalJson, fieldText, REFERENCE_KEY_PREFIX, type JsonValue, type Party } from '@lianpiao/chaincode/domain';
import type { LedgerReader } from '@lianpiao/gateway/ledger';
import type { PayloadStore } from '@lianpiao/gateway/stores';
import { ReplayState, type FolderSnapshot } from '@lianpiao/gateway/verify';
import type { StretchTable } from './stretch-table';

/** The replayed state, with what was written since it was last stored. */
class TrackedState extends ReplayState {
  readonly written = new Map<string, JsonValue>();

  override put(key: string, value: JsonValue): void {
    super.put(key, value);
    if (!key.startsWith(REFERENCE_KEY_PREFIX)) this.written.set(key, value);
  }
}

export interface Replay {
  readonly state: TrackedState;
  /** Texts of the registered parties, by organisation. */
  readonly partyTexts: Map<string, string>;
}

/** Takes the replay up where the table says that it ended: values from there, references from the ledger's own bits. */
export function loadReplay(
  table: StretchTable,
  snapshot: FolderSnapshot,
  readers: { readonly ledger: LedgerReader; readonly payloads: PayloadStore },
): Replay {
  const state = new TrackedState((sequence) => referenceOf(readers.ledger, sequence));
  for (const { key, value } of table.state()) state.values.set(key, JSON.parse(value) as JsonValue);
  const { number, length } = table.edge();
  const bits = snapshot.ledger
    .prepare('SELECT first, reference_bits AS bits FROM blocks WHERE number <= ? ORDER BY number')
    .iterate(number) as Iterable<{ first: number; bits: Buffer }>;
  for (const row of bits) state.addReferences(row.first, row.bits);
  return { state, partyTexts: partyTexts(snapshot, readers.payloads, length) };
}

function referenceOf(ledger: LedgerReader, sequence: number): string | undefined {
  const entry = ledger.read(sequence, 1)[0]?.entry;
  return entry?.type === 'invoice.issued' ? entry.reference : undefined;
}

function partyTexts(snapshot: FolderSnapshot, payloads: PayloadStore, length: number): Map<string, string> {
  const rows = snapshot.ledger
    .prepare("SELECT sequence, subject FROM acts WHERE type = 'organisation.registered' AND sequence < ?")
    .all(length) as { sequence: number; subject: string }[];
  const texts = new Map<string, string>();
  for (const { sequence, subject } of rows) {
    const opening = recordField(payloads, sequence, 'opening') as { party: Party } | undefined;
    if (opening !== undefined) texts.set(subject, canonicalJson({ ...opening.party }));
  }
  return texts;
}

/** A field of a record; undefined when the record cannot be read, which is its own finding. */
function recordField(payloads: PayloadStore, sequence: number, name: string): unknown {
  try {
    const text = fieldText(payloads.read(sequence), name);
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

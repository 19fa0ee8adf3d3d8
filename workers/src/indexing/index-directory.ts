import {
  fieldText,
  isCatalogueEntry,
  stateKeys,
  type CatalogueEntry,
  type CatalogueEntryState,
  type FeedbackState,
  type SealedRecord,
  type SupervisionState,
} from '@lianpiao/chaincode/domain';
import type { LedgerReader, PlacedAct } from '@lianpiao/gateway/ledger';
import type { DirectoryRow, DirectoryStore, EntryAbout, PayloadStore } from '@lianpiao/gateway/stores';

/** Administrative entries taken in at a time: one transaction of the directory. */
const BATCH = 512;
/** Transactions of one look: then other work of this process has its turn. */
const BATCHES_A_LOOK = 32;

/**
 * Brings the searchable directory up to the ledger's administrative entries; safe to run again at any time, and beside another.
 * @returns how many of them were looked at.
 */
export function indexDirectory(ledger: LedgerReader, payloads: PayloadStore, directory: DirectoryStore): number {
  let looked = 0;
  for (let batch = 0; batch < BATCHES_A_LOOK; batch += 1) {
    const from = directory.height();
    const acts = ledger.acts({ after: from - 1, limit: BATCH });
    const last = acts.at(-1);
    if (last === undefined) break;
    const rows = acts.flatMap((act) => directoryRow(ledger, payloads, act));
    if (!directory.append(rows, from, last.sequence + 1)) break;
    looked += acts.length;
  }
  return looked;
}

function directoryRow(ledger: LedgerReader, payloads: PayloadStore, { sequence, entry }: PlacedAct): DirectoryRow[] {
  if (!isCatalogueEntry(entry)) return [];
  const source = { ledger, entry, sequence, record: () => payloads.read(sequence) };
  return (ROWS[entry.type] as (source: Source<CatalogueEntry>) => DirectoryRow[])(source);
}

/** What a row is made from: an act, the ledger as it is now, and the record behind the act. */
interface Source<Of extends CatalogueEntry> {
  readonly ledger: LedgerReader;
  readonly entry: Of;
  readonly sequence: number;
  readonly record: () => SealedRecord | undefined;
}
type EntryOf<Type extends CatalogueEntry['type']> = Extract<CatalogueEntry, { readonly type: Type }>;

/** What each type of act changes. States are the ledger's of now, so that what comes in late is not older than what is shown beside it. */
const ROWS: { readonly [Type in CatalogueEntry['type']]: (source: Source<EntryOf<Type>>) => DirectoryRow[] } = {
  'division.registered': ({ entry: { division, parent }, record }) => [
    { kind: 'division', division, parent: parent ?? null, name: textOf(record(), 'name') },
  ],
  'organisation.placed': ({ entry: { organisation, division, superior } }) => [
    { kind: 'placement', organisation, division, superior: superior ?? null },
  ],
  'duty.assigned': ({ entry: { duty, version, organisation }, record }) => [
    { kind: 'duty', duty, version, organisation, name: textOf(record(), 'name'), basis: textOf(record(), 'basis') },
  ],
  'schema.registered': ({ entry: { schema, version, owner, digest } }) => [{ kind: 'schema', schema, version, owner, digest }],
  'catalogue.placed': ({ entry: { resource, entry } }) => [{ kind: 'resource', resource, entry }],
  'catalogue.quarantined': ({ entry: { resource } }) => [{ kind: 'quarantine', resource, quarantined: 1 }],
  'catalogue.released': ({ entry: { resource } }) => [{ kind: 'quarantine', resource, quarantined: 0 }],
  'catalogue.approved': () => [],
  'catalogue.published': entryRow,
  'catalogue.regraded': entryRow,
  'catalogue.transferred': entryRow,
  'feedback.given': feedbackRow,
  'feedback.answered': feedbackRow,
  'feedback.closed': feedbackRow,
  'supervision.stated': supervisionRow,
  'supervision.looked': supervisionRow,
};

function entryRow({
  ledger,
  entry,
  sequence,
  record,
}: Source<EntryOf<'catalogue.published' | 'catalogue.regraded' | 'catalogue.transferred'>>): DirectoryRow[] {
  const state = ledger.state(stateKeys.catalogue(entry.entry)) as CatalogueEntryState | undefined;
  if (state === undefined) return [];
  const about = entry.type === 'catalogue.published' ? fieldOf<EntryAbout>(record(), 'about') : undefined;
  return [{ kind: 'entry', entry: entry.entry, place: sequence, state, about, time: entry.time }];
}

function feedbackRow({
  ledger,
  entry: { feedback },
}: Source<EntryOf<'feedback.answered' | 'feedback.closed' | 'feedback.given'>>): DirectoryRow[] {
  const state = ledger.state(stateKeys.feedback(feedback)) as FeedbackState | undefined;
  return state === undefined ? [] : [{ kind: 'feedback', feedback, state }];
}

function supervisionRow({
  ledger,
  entry: { authority, object, method },
  sequence,
}: Source<EntryOf<'supervision.looked' | 'supervision.stated'>>): DirectoryRow[] {
  const state = ledger.state(stateKeys.supervision(authority, object, method)) as SupervisionState | undefined;
  return state === undefined ? [] : [{ kind: 'supervision', place: sequence, authority, object, method, state }];
}

function fieldOf<Value>(record: SealedRecord | undefined, name: string): Value | undefined {
  const text = fieldText(record, name);
  return text === undefined ? undefined : (JSON.parse(text) as Value);
}

function textOf(record: SealedRecord | undefined, name: string): string {
  return fieldOf<string>(record, name) ?? '';
}

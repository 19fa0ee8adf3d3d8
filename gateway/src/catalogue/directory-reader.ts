import {
  fieldText,
  formatTime,
  hasher,
  lookDue,
  sealRecord,
  stateKeys,
  LedgerError,
  type CatalogueEntryState,
  type DutyState,
  type FeedbackState,
  type JsonValue,
  type PlacementState,
  type ResourceState,
  type SchemaRegistered,
  type SupervisionFinding,
  type SupervisionMethod,
  type SupervisionState,
} from '@lianpiao/chaincode/domain';
import type { LedgerReader, PlacedAct } from '../ledger/ledger';
import { countDepartments, type DepartmentCounts } from '../stores/directory-counts';
import { listDirectory, searchDirectory, type DirectoryQuery, type FoundEntry } from '../stores/directory-search';
import type { DirectoryStore, EntryAbout } from '../stores/directory-store';
import type { PayloadStore } from '../stores/payload-store';

/** Acts that are shown with an entry, newest first. */
const SHOWN_ACTS = 100;
/** Versions of a schema that are looked through for one. */
const MAX_SCHEMA_VERSIONS = 1000;
/** Resources that are shown with an entry. */
const SHOWN_RESOURCES = 100;

/** A resource under an entry, and what the last probe found. */
export interface PlacedResource {
  readonly resource: string;
  readonly quarantined: boolean;
  readonly probe: { readonly at: string; readonly outcome: string; readonly code: string | null; readonly ms: number } | null;
}

export interface DutyView {
  readonly duty: string;
  readonly version: number;
  readonly organisation: string;
  readonly name: string;
  readonly basis: string;
}

/** Who looks at whom, how and how often; times RFC 3339 UTC. */
export interface SupervisionView {
  readonly authority: string;
  readonly object: string;
  readonly method: SupervisionMethod;
  readonly intervalDays: number;
  readonly since: string;
  readonly looks: number;
  readonly lastLook: string | null;
  readonly finding: SupervisionFinding | null;
  readonly due: string;
  readonly overdue: boolean;
}

interface SupervisionRow extends Pick<SupervisionView, 'authority' | 'method' | 'object'> {
  readonly place: number;
  readonly state: string;
}

interface DirectoryParts {
  readonly ledger: LedgerReader;
  readonly payloads: PayloadStore;
  readonly store: DirectoryStore;
}

/**
 * Reads the directory: what is asked for by its id from the ledger and the record behind it, lists and searches from the
 * index, which follows the ledger by a moment.
 */
export class DirectoryReader {
  readonly #parts: DirectoryParts;

  constructor(parts: DirectoryParts) {
    this.#parts = parts;
  }

  /** The sequence below which the index is complete. Asked before a list, it never says more than the list shows. */
  indexed(): number {
    return this.#parts.store.height();
  }

  search(query: DirectoryQuery): FoundEntry[] {
    return searchDirectory(this.#parts.store.database, query);
  }

  /** All entries in the order of their ids. */
  list(after: string, limit: number): FoundEntry[] {
    return listDirectory(this.#parts.store.database, after, limit);
  }

  departments(now: string, after: string, limit: number): DepartmentCounts[] {
    return countDepartments(this.#parts.store.database, now, after, limit);
  }

  divisions(after: string, limit: number): unknown[] {
    return this.#list('SELECT division, parent, name FROM divisions WHERE division > ? ORDER BY division LIMIT ?', after, limit);
  }

  duties(organisation: string | undefined, after: string, limit: number): DutyView[] {
    return this.#parts.store.database
      .prepare(
        `SELECT duty, version, organisation, name, basis FROM duties
         WHERE duty > @after AND (@organisation IS NULL OR organisation = @organisation) ORDER BY duty LIMIT @limit`,
      )
      .all({ after, organisation: organisation ?? null, limit }) as DutyView[];
  }

  /** True for an entry that is shown to anyone. */
  isOpen(id: string): boolean {
    const state = this.#parts.ledger.state(stateKeys.catalogue(id)) as CatalogueEntryState | undefined;
    return state?.openness === 'open';
  }

  /** @throws LedgerError CATALOGUE_ENTRY_UNKNOWN, GRANT_RECORD_BROKEN. */
  entry(id: string): { state: CatalogueEntryState; about: EntryAbout; published: PlacedAct } {
    const state = this.#parts.ledger.state(stateKeys.catalogue(id)) as CatalogueEntryState | undefined;
    const published = this.#parts.ledger.acts({ subject: id, type: 'catalogue.published', limit: 1 })[0];
    if (state === undefined || published === undefined) throw new LedgerError('CATALOGUE_ENTRY_UNKNOWN', { found: id });
    const record = this.#parts.payloads.read(published.sequence);
    if (record === undefined || sealRecord(record) !== published.entry.commitment) throw new LedgerError('GRANT_RECORD_BROKEN');
    const about = fieldText(record, 'about') ?? 'null';
    return { state, about: JSON.parse(about) as EntryAbout, published };
  }

  /** The acts on an entry, newest first: its versions, its grades, its owners; who did it and why. */
  history(id: string): Record<string, unknown>[] {
    return this.#parts.ledger.acts({ subject: id, limit: SHOWN_ACTS }).map(({ sequence, entry }) => {
      const fields = this.#parts.payloads.read(sequence)?.fields ?? [];
      const read = (name: string): unknown => JSON.parse(fieldText({ fields }, name) ?? 'null');
      return { sequence, who: read('who'), why: read('why'), act: entry };
    });
  }

  resources(entry: string): PlacedResource[] {
    const rows = this.#parts.store.database
      .prepare(
        `SELECT r.resource, r.quarantined, p.at, p.outcome, p.code, p.ms FROM resources r LEFT JOIN probes p ON p.resource = r.resource
         WHERE r.entry = ? ORDER BY r.resource LIMIT ?`,
      )
      .all(entry, SHOWN_RESOURCES) as { resource: string; quarantined: number; at: string | null; outcome: string; code: string | null; ms: number }[]; // prettier-ignore
    return rows.map(({ resource, quarantined, at, outcome, code, ms }) => ({
      resource,
      quarantined: quarantined === 1,
      probe: at === null ? null : { at, outcome, code, ms },
    }));
  }

  /**
   * A version of a schema, the newest when none is named.
   * @throws LedgerError SCHEMA_UNKNOWN, GRANT_RECORD_BROKEN.
   */
  schema(id: string, version: number | undefined): { schema: string; version: number; owner: string; document: JsonValue } {
    const acts = this.#parts.ledger.acts({ subject: id, type: 'schema.registered', limit: MAX_SCHEMA_VERSIONS });
    const found = acts.find(({ entry }) => version === undefined || (entry as SchemaRegistered).version === version);
    if (found === undefined) throw new LedgerError('SCHEMA_UNKNOWN', { found: id });
    const entry = found.entry as SchemaRegistered;
    const text = fieldText(this.#parts.payloads.read(found.sequence), 'document');
    if (text === undefined || hasher().sha256(text) !== entry.digest) throw new LedgerError('GRANT_RECORD_BROKEN');
    return { schema: id, version: entry.version, owner: entry.owner, document: JSON.parse(text) as JsonValue };
  }

  /** @throws LedgerError RESOURCE_UNKNOWN, RESOURCE_NOT_YOURS. */
  requireControl(resource: string, organisation: string): void {
    const state = this.#parts.ledger.state(stateKeys.resource(resource)) as ResourceState | undefined;
    if (state === undefined) throw new LedgerError('RESOURCE_UNKNOWN', { path: '/resource', found: resource });
    if (state.controller !== organisation) throw new LedgerError('RESOURCE_NOT_YOURS', { rule: 'controller-only' });
  }

  duty(id: string): DutyState | undefined {
    return this.#parts.ledger.state(stateKeys.duty(id)) as DutyState | undefined;
  }

  placement(organisation: string): PlacementState | undefined {
    return this.#parts.ledger.state(stateKeys.placement(organisation)) as PlacementState | undefined;
  }

  /** Feedback by its state: `overdue` is open and past its day. */
  feedback(
    filter: {
      readonly status?: 'answered' | 'closed' | 'open' | 'overdue' | undefined;
      readonly entry?: string | undefined;
      readonly owner?: string | undefined;
      readonly now: string;
    },
    after: string,
    limit: number,
  ): Record<string, unknown>[] {
    const status = filter.status === 'overdue' ? 'open' : filter.status;
    const rows = this.#parts.store.database
      .prepare(
        `SELECT f.feedback, f.state, e.owner FROM feedback f LEFT JOIN entries e ON e.entry = f.entry
         WHERE f.feedback > @after AND (@status IS NULL OR f.status = @status) AND (@late = 0 OR f.due < @now)
           AND (@entry IS NULL OR f.entry = @entry) AND (@owner IS NULL OR e.owner = @owner)
         ORDER BY f.feedback LIMIT @limit`,
      )
      .all({
        after,
        limit,
        status: status ?? null,
        late: filter.status === 'overdue' ? 1 : 0,
        now: filter.now,
        entry: filter.entry ?? null,
        owner: filter.owner ?? null,
      });
    return (rows as { feedback: string; state: string; owner: string | null }[]).map(({ feedback, state, owner }) => {
      const { outcome, ...rest } = JSON.parse(state) as FeedbackState;
      const overdue = rest.status === 'open' && rest.due < filter.now;
      return { feedback, ...rest, outcome: outcome ?? null, owner, overdue, ...this.#wordsOf(feedback) };
    });
  }

  /** What was said in feedback, and in the answer to it. */
  #wordsOf(feedback: string): { readonly text: string | null; readonly answer: string | null } {
    const said = new Map<string, string | null>();
    for (const { entry, sequence } of this.#parts.ledger.acts({ subject: feedback, limit: SHOWN_ACTS })) {
      const text = fieldText(this.#parts.payloads.read(sequence), 'text');
      said.set(entry.type, JSON.parse(text ?? 'null') as string | null);
    }
    return { text: said.get('feedback.given') ?? null, answer: said.get('feedback.answered') ?? null };
  }

  /** In the order in which they were first stated; what is ended is not there. @param after `next` of the page before; -1 at first. */
  supervision(
    only: { readonly object: string | undefined; readonly concerned: string | undefined },
    now: number,
    after: number,
    limit: number,
  ): { readonly items: SupervisionView[]; readonly next: string | null } {
    const rows = this.#parts.store.database
      .prepare(
        `SELECT place, authority, object, method, state FROM supervision
         WHERE stands AND place > @after AND (@object IS NULL OR object = @object) AND (@concerned IS NULL OR object = @concerned)
         ORDER BY place LIMIT @limit`,
      )
      .all({ after, limit, object: only.object ?? null, concerned: only.concerned ?? null }) as SupervisionRow[];
    const items = rows.map(({ authority, object, method, state }) => {
      const stated = JSON.parse(state) as SupervisionState;
      const { intervalDays, since, looks, looked = null, finding = null } = stated;
      const due = lookDue(stated);
      const times = { since, looks, lastLook: looked, finding, due: formatTime(due), overdue: now > due };
      return { authority, object, method, intervalDays, ...times };
    });
    const last = rows.at(-1);
    return { items, next: rows.length < limit || last === undefined ? null : String(last.place) };
  }

  #list(sql: string, after: string, limit: number): unknown[] {
    return this.#parts.store.database.prepare(sql).all(after, limit);
  }
}

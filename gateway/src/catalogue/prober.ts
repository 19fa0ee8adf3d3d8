import {
  canonicalJson,
  formatTime,
  hasher,
  isQuarantined,
  LedgerError,
  stateKeys,
  type CatalogueEntryState,
  type ResourcePlaceState,
  type ResourceState,
} from '@lianpiao/chaincode/domain';
import type { Logger } from 'pino';
import { viewOf } from '../access/ledger-view';
import type { TermsReader } from '../access/terms-reader';
import type { Sources } from '../data-plane/sources';
import type { LedgerReader } from '../ledger/ledger';
import { Repeated } from '../repeated';
import type { AuditStore } from '../stores/audit-store';
import type { ProbeStore, ProbeOutcome, Probe } from '../stores/probe-store';
import type { DirectoryDesk } from './directory-desk';
import type { DirectoryReader } from './directory-reader';
import { NO_GRANT } from './open-reads';
import { SchemaChecker, type Misfit } from './schema-checker';

/** How long a source may take to answer a probe. */
const DEADLINE_MS = 5000;
/** Rows that a probe looks at. */
const ROWS = 100;
/** A resource is probed again after this long. */
const INTERVAL_MS = 5 * 60_000;
const TICK_MS = 5000;
/** Resources of one tick: the next ones wait for the next. */
const AT_ONCE = 8;
const ACTOR = { keyId: 'prober', why: 'what the source serves does not fit the schema of its catalogue entry' };

export interface ProberParts {
  readonly ledger: LedgerReader;
  readonly terms: TermsReader;
  readonly sources: Pick<Sources, 'open'>;
  readonly reader: DirectoryReader;
  readonly desk: DirectoryDesk;
  readonly probes: ProbeStore;
  readonly audit: Pick<AuditStore, 'append'>;
  readonly logger: Logger;
  readonly clock: () => number;
}

/**
 * Looks whether catalogued resources still serve what their entries promise. It reads through the same sources as the data
 * plane, so it reaches only connections that the operator lists. Nobody gets the rows: it keeps places of misfits, never values.
 * Data that does not fit its schema is put in quarantine, by an act of the bureau.
 */
export class Prober extends Repeated {
  readonly #parts: ProberParts;

  constructor(parts: ProberParts) {
    super(parts.logger, TICK_MS, 'resources are not probed');
    this.#parts = parts;
  }

  /** Probes a resource now. @throws LedgerError RESOURCE_UNKNOWN, GRANT_RECORD_BROKEN. */
  async probe(resource: string): Promise<Probe> {
    const { ledger, terms, probes, clock } = this.#parts;
    const state = ledger.state(stateKeys.resource(resource)) as ResourceState | undefined;
    if (state === undefined) throw new LedgerError('RESOURCE_UNKNOWN', { path: '/resource', found: resource });
    const { fields, source, registrant } = terms.resource(resource);
    const began = clock();
    const query = {
      fields: fields.map(({ name }) => name),
      where: [],
      types: new Map(fields.map(({ name, type }) => [name, type])),
    };
    let outcome: ProbeOutcome = 'works';
    let code: string | null = null;
    try {
      const page = await inTime(this.#parts.sources.open(source, registrant).page(query, undefined, ROWS));
      const misfits = this.#misfits(resource, page.rows);
      if (misfits.length > 0) [outcome, code] = ['misfit', 'RESOURCE_QUARANTINED'];
      if (misfits.length > 0) await this.#quarantine(resource, misfits);
    } catch (error) {
      code = error instanceof LedgerError ? error.code : 'INTERNAL';
      outcome = code === 'SOURCE_CHANGED' || code === 'SOURCE_INVALID' ? 'changed' : 'away';
    }
    // What reads data of others leaves an entry, also when it is we who look whether it is there.
    await this.#parts.audit.append({
      ...{ event: 'probe', grant: NO_GRANT, resource, organisation: ledger.state(stateKeys.genesis) as string, key: ACTOR.keyId },
      query: hasher().sha256(canonicalJson({ fields: query.fields, where: [], limit: ROWS })),
      ...{ outcome: outcome === 'works' ? 'allowed' : 'failed', height: ledger.length() },
      ...(code === null ? undefined : { code }),
    });
    return probes.note({ resource, at: formatTime(began), outcome, code, ms: clock() - began });
  }

  /** Probes what is due, at most {@link AT_ONCE}. @returns how many. */
  protected async turn(): Promise<number> {
    const now = this.#parts.clock();
    const due = this.#parts.probes.claim(formatTime(now - INTERVAL_MS), formatTime(now), AT_ONCE);
    await Promise.all(due.map((resource) => this.probe(resource)));
    return due.length;
  }

  #schemaOf(resource: string): { schema: string; version: number } | undefined {
    const { ledger } = this.#parts;
    const place = ledger.state(stateKeys.resourcePlace(resource)) as ResourcePlaceState | undefined;
    if (place === undefined) return undefined;
    const entry = ledger.state(stateKeys.catalogue(place.entry)) as CatalogueEntryState | undefined;
    if (entry?.schema === undefined || entry.schemaVersion === undefined) return undefined;
    return { schema: entry.schema, version: entry.schemaVersion };
  }

  #misfits(resource: string, rows: readonly string[]): Misfit[] {
    const of = this.#schemaOf(resource);
    if (of === undefined) return [];
    return new SchemaChecker(this.#parts.reader.schema(of.schema, of.version).document).misfits(rows);
  }

  /** Once: what is in quarantine already stays there. */
  async #quarantine(resource: string, misfits: readonly Misfit[]): Promise<void> {
    const { ledger, desk } = this.#parts;
    const of = this.#schemaOf(resource);
    if (of === undefined || isQuarantined(viewOf(ledger), resource)) return;
    const bureau = ledger.state(stateKeys.genesis) as string;
    await desk.quarantine(bureau, { resource, ...of }, ACTOR, [...misfits]);
  }
}

async function inTime<Result>(work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new LedgerError('DEADLINE_EXCEEDED'));
    }, DEADLINE_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

import {
  canonicalJson,
  hasher,
  isQuarantined,
  LedgerError,
  stateKeys,
  type CatalogueEntryState,
  type JsonValue,
  type ResourcePlaceState,
} from '@lianpiao/chaincode/domain';
import { checkConditions, type Condition } from '../access/condition';
import { viewOf } from '../access/ledger-view';
import type { TermsReader } from '../access/terms-reader';
import type { Cursors } from '../data-plane/cursor';
import type { SourcePage } from '../data-plane/source';
import type { Sources } from '../data-plane/sources';
import type { LedgerReader } from '../ledger/ledger';
import type { Principal } from '../stores/access-store';
import type { AuditFacts, AuditStore } from '../stores/audit-store';

/** Stands in the audit log where a grant would: of open data there is none. */
export const NO_GRANT = 'open-data';
/** Stands in the audit log where an organisation and its key would, for whoever reads without credentials; no id of either looks so. */
const ANYONE = '*';

export interface OpenQuery {
  readonly resource: string;
  /** Absent for whoever reads without credentials. */
  readonly principal: Pick<Principal, 'keyId' | 'organisation'> | undefined;
  readonly fields: readonly string[] | undefined;
  readonly where: readonly Condition[];
  readonly after: string | undefined;
  readonly limit: number;
}

interface OpenReadsParts {
  readonly ledger: LedgerReader;
  readonly terms: TermsReader;
  readonly sources: Pick<Sources, 'open'>;
  readonly cursors: Cursors;
  readonly audit: AuditStore;
}

/** Serves resources under open entries, without a grant; each read is in the audit log before it is answered. */
export class OpenReads {
  readonly #parts: OpenReadsParts;

  constructor(parts: OpenReadsParts) {
    this.#parts = parts;
  }

  /**
   * A page of rows.
   * @throws LedgerError CREDENTIALS_MISSING without credentials, for what is not open; RESOURCE_NOT_OPEN, RESOURCE_QUARANTINED, FIELD_INVALID, FILTER_INVALID, CURSOR_INVALID, SOURCE_*.
   */
  async page(asked: OpenQuery): Promise<SourcePage> {
    const { terms, sources, cursors, ledger, audit } = this.#parts;
    const { resource, principal, where, after, limit } = asked;
    const { organisation, keyId } = principal ?? { organisation: ANYONE, keyId: ANYONE };
    this.#requireOpen(resource, principal);
    const { fields, source, registrant } = terms.resource(resource);
    const types = new Map(fields.map(({ name, type }) => [name, type]));
    const wanted = asked.fields ?? [...types.keys()];
    const unknown = wanted.findIndex((field) => !types.has(field));
    if (unknown >= 0)
      throw new LedgerError('FIELD_INVALID', { path: `/fields/${String(unknown)}`, wanted: 'a field of the resource' });
    checkConditions(where, types, '/where');
    const query = { fields: wanted as JsonValue, where: where as readonly JsonValue[] as JsonValue, limit, after: after ?? null };
    const facts = openReadFacts({ resource, organisation, keyId, query, height: ledger.length() });
    const place = after === undefined ? undefined : cursors.open(`${NO_GRANT}/${resource}`, after);
    const page = await sources.open(source, registrant).page({ fields: wanted, where, types }, place, limit);
    // What counts is the ledger as it is when the rows leave.
    this.#requireOpen(resource, principal);
    await audit.append({ ...facts, outcome: 'allowed', fields: wanted, rows: page.rows.length });
    const next = page.next === undefined ? undefined : cursors.seal(`${NO_GRANT}/${resource}`, page.next);
    return { rows: page.rows, next };
  }

  #requireOpen(resource: string, principal: OpenQuery['principal']): void {
    const { ledger } = this.#parts;
    const place = ledger.state(stateKeys.resourcePlace(resource)) as ResourcePlaceState | undefined;
    const entry =
      place === undefined ? undefined : (ledger.state(stateKeys.catalogue(place.entry)) as CatalogueEntryState | undefined);
    if (entry?.openness !== 'open' || entry.stage === 'retired')
      // Nobody learns without credentials what there is that is not open.
      throw principal === undefined
        ? new LedgerError('CREDENTIALS_MISSING')
        : new LedgerError('RESOURCE_NOT_OPEN', { path: '/resource' });
    if (isQuarantined(viewOf(ledger), resource)) throw new LedgerError('RESOURCE_QUARANTINED', { path: '/resource' });
  }
}

/** What the audit log says of a read without a grant; of the query a digest, as everywhere. */
export function openReadFacts(of: {
  readonly resource: string;
  readonly organisation: string;
  readonly keyId: string;
  readonly query: Readonly<Record<string, JsonValue>>;
  readonly height: number;
}): Omit<AuditFacts, 'outcome'> {
  const { resource, organisation, keyId, query, height } = of;
  return {
    event: 'open-read',
    grant: NO_GRANT,
    resource,
    organisation,
    key: keyId,
    query: hasher().sha256(canonicalJson(query)),
    height,
  };
}

import {
  fieldText,
  sealRecord,
  stateKeys,
  LedgerError,
  type Entry,
  type GrantConditions,
  type GrantState,
  type SealedRecord,
} from '@lianpiao/chaincode/domain';
import type { LedgerReader } from '../ledger/ledger';
import type { PayloadStore } from '../stores/payload-store';
import { AS_IT_IS, type Handling } from './handling';
import type { Template } from '../templates/template';
import type { GrantTerms, ResourceTerms } from './terms';

/** Terms never change, so verified ones are remembered; the state of a grant never is. */
const REMEMBERED = 10_000;

type TermsEntry = Extract<
  Entry,
  { readonly type: 'grant.granted' | 'resource.registered' | 'standing.opened' | 'template.approved' }
>;

/** A member of a record. @param otherwise what a record says that is older than the member. */
type ReadField = (field: string, otherwise?: unknown) => unknown;

/** Opens the records behind grants and resources, and believes them only when they have the ledger's commitment. */
export class TermsReader {
  readonly #ledger: LedgerReader;
  readonly #payloads: PayloadStore;
  readonly #grants = new Map<string, GrantTerms>();
  readonly #templates = new Map<string, Template>();
  readonly #resources = new Map<string, ResourceTerms>();

  constructor(ledger: LedgerReader, payloads: PayloadStore) {
    this.#ledger = ledger;
    this.#payloads = payloads;
  }

  /** @throws LedgerError GRANT_RECORD_BROKEN. */
  grant(id: string): GrantTerms {
    return remembered(this.#grants, id, () => {
      const read = this.#openTerms(id);
      const conditions = read('conditions', null);
      return {
        purpose: read('purpose') as GrantTerms['purpose'],
        fields: read('fields') as GrantTerms['fields'],
        rows: read('rows') as GrantTerms['rows'],
        liability: read('liability') as string | null,
        handling: read('handling', AS_IT_IS) as Handling,
        ...(conditions === null ? undefined : { conditions: conditions as GrantConditions }),
      };
    });
  }

  /** @throws LedgerError GRANT_RECORD_BROKEN. */
  resource(id: string): ResourceTerms {
    return remembered(this.#resources, id, () => {
      const read = this.#open(id, 'resource.registered');
      const about = read('about') as Pick<ResourceTerms, 'description' | 'title'>;
      const who = read('who') as { readonly organisation: string };
      return {
        ...about,
        fields: read('fields') as ResourceTerms['fields'],
        source: read('source') as ResourceTerms['source'],
        registrant: who.organisation,
      };
    });
  }

  /** A version of a query template: the newest. @throws LedgerError GRANT_RECORD_BROKEN. */
  template(id: string, version: number): Template {
    const key = `${id}@${String(version)}`;
    return remembered(this.#templates, key, () => this.#open(id, 'template.approved')('template') as Template);
  }

  /** What is drawn from a standing grant has the terms that were signed then, whatever its own record says. */
  #openTerms(id: string): ReadField {
    const { standing } = (this.#ledger.state(stateKeys.grant(id)) ?? {}) as Partial<GrantState>;
    return standing === undefined ? this.#open(id, 'grant.granted') : this.#open(standing, 'standing.opened');
  }

  /** The entry is taken from the chain itself, not from the table of acts beside it. */
  #open(subject: string, type: TermsEntry['type']): ReadField {
    const sequence = this.#ledger.acts({ subject, type, limit: 1 })[0]?.sequence;
    const entry = sequence === undefined ? undefined : this.#ledger.read(sequence, 1)[0]?.entry;
    const record = sequence === undefined ? undefined : this.#record(sequence);
    if (record === undefined || entry === undefined || !isOf(entry, type, subject) || sealRecord(record) !== entry.commitment)
      throw new LedgerError('GRANT_RECORD_BROKEN');
    return (field, otherwise) => fieldOf(record, field, otherwise);
  }

  /** What cannot be decrypted any more was changed, as much as what has another commitment. */
  #record(sequence: number): SealedRecord | undefined {
    try {
      return this.#payloads.read(sequence);
    } catch (cause) {
      throw new LedgerError('GRANT_RECORD_BROKEN', {}, { cause });
    }
  }
}

function isOf(entry: Entry, type: TermsEntry['type'], subject: string): boolean {
  if (entry.type !== type) return false;
  const named = entry as Readonly<Partial<Record<'grant' | 'resource' | 'standing' | 'template', string>>>;
  const names: Readonly<Record<TermsEntry['type'], string | undefined>> = {
    'grant.granted': named.grant,
    'resource.registered': named.resource,
    'standing.opened': named.standing,
    'template.approved': named.template,
  };
  return names[type] === subject;
}

/** @param otherwise what a record says that is older than the field. */
function fieldOf(record: SealedRecord, name: string, otherwise: unknown): unknown {
  const text = fieldText(record, name);
  if (text === undefined && otherwise !== undefined) return otherwise;
  if (text === undefined) throw new LedgerError('GRANT_RECORD_BROKEN');
  return JSON.parse(text);
}

function remembered<Value>(known: Map<string, Value>, id: string, open: () => Value): Value {
  let value = known.get(id);
  if (value === undefined) {
    value = open();
    if (known.size >= REMEMBERED) known.clear();
    known.set(id, value);
  }
  return value;
}

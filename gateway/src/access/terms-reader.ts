import { LedgerError, sealRecord, type Entry, type SealedRecord } from '@lianpiao/chaincode/domain';
import type { LedgerReader } from '../ledger/ledger';
import type { PayloadStore } from '../stores/payload-store';
import type { GrantTerms, ResourceTerms } from './terms';

/** Terms never change, so verified ones are remembered; the state of a grant never is. */
const REMEMBERED = 10_000;

type TermsEntry = Extract<Entry, { readonly type: 'grant.granted' | 'resource.registered' }>;

/** Opens the records behind grants and resources, and believes them only when they have the ledger's commitment. */
export class TermsReader {
  readonly #ledger: LedgerReader;
  readonly #payloads: PayloadStore;
  readonly #grants = new Map<string, GrantTerms>();
  readonly #resources = new Map<string, ResourceTerms>();

  constructor(ledger: LedgerReader, payloads: PayloadStore) {
    this.#ledger = ledger;
    this.#payloads = payloads;
  }

  /** @throws LedgerError GRANT_RECORD_BROKEN. */
  grant(id: string): GrantTerms {
    return remembered(this.#grants, id, () => {
      const read = this.#open(id, 'grant.granted');
      return {
        purpose: read('purpose') as GrantTerms['purpose'],
        fields: read('fields') as GrantTerms['fields'],
        rows: read('rows') as GrantTerms['rows'],
        liability: read('liability') as string | null,
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

  /** The entry is taken from the chain itself, not from the table of acts beside it. */
  #open(subject: string, type: TermsEntry['type']): (field: string) => unknown {
    const sequence = this.#ledger.acts({ subject, type, limit: 1 })[0]?.sequence;
    const entry = sequence === undefined ? undefined : this.#ledger.read(sequence, 1)[0]?.entry;
    const record = sequence === undefined ? undefined : this.#record(sequence);
    if (record === undefined || entry === undefined || !isOf(entry, type, subject) || sealRecord(record) !== entry.commitment)
      throw new LedgerError('GRANT_RECORD_BROKEN');
    return (field) => fieldOf(record, field);
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
  return entry.type === 'grant.granted' ? entry.grant === subject : (entry as { resource?: string }).resource === subject;
}

function fieldOf(record: SealedRecord, name: string): unknown {
  const text = record.fields.find((field) => field.name === name)?.text;
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

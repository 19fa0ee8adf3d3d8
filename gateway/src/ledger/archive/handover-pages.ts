import {
  canonicalJson,
  erasedPageKey,
  fieldText,
  hasher,
  nameOnPage,
  referencePageKey,
  referenceStem,
  stateKeys,
  LedgerError,
  MAX_HANDOVER_VALUES,
  NO_PAGES,
  type Digest,
  type HandoverProgress,
  type InvoiceIssued,
  type JsonValue,
  type SealedRecord,
  type TillState,
} from '@lianpiao/chaincode/domain';
import type { PayloadStore } from '../../stores/payload-store';
import { SqliteDatabase, type Sqlite } from '../../stores/sqlite-driver';
import type { BlockStore } from '../embedded/block-store';

export type HandoverValue = readonly [key: string, value: JsonValue];
export type HandoverPage = readonly HandoverValue[];

/** Bytes of a page, well below what a block carries at most. */
const MAX_PAGE_BYTES = 1_000_000;
const READ = 1024;

/**
 * The state of a folder's ledger as pages for a Fabric channel: organisations first, on pages of their own, because policies of
 * other keys ask whose they are; used order references on the pages that the chaincode keeps them on. The same folder always gives the
 * same pages. References are sorted in a temporary SQLite file, so memory is bounded by a page.
 */
export class HandoverPages {
  readonly #blocks: BlockStore;
  readonly #payloads: PayloadStore;
  readonly #references: Sqlite;
  /** Used references of erased invoices. */
  readonly erased: number;

  /** @throws LedgerError LEDGER_BROKEN when a record that nobody erased is missing. */
  constructor(blocks: BlockStore, payloads: PayloadStore) {
    this.#blocks = blocks;
    this.#payloads = payloads;
    // An empty name is a temporary file that goes with the connection.
    this.#references = new SqliteDatabase('');
    this.#references.exec(
      'CREATE TABLE refs (page TEXT NOT NULL, name TEXT NOT NULL, number TEXT NOT NULL, PRIMARY KEY (page, name)) WITHOUT ROWID',
    );
    this.erased = this.#references.transaction(() => this.#collect())();
  }

  /** The pages, in their order. What is registered is committed before the policies of other keys ask for it. */
  *pages(): Generator<HandoverPage> {
    yield* paged(this.#state(true));
    yield* paged(this.#others());
  }

  close(): void {
    this.#references.close();
  }

  /** The founder and the organisations, or all the rest. */
  *#state(organisations: boolean): Generator<HandoverValue> {
    for (const { key, value } of this.#blocks.allState()) {
      const isFirst = key === stateKeys.genesis || key.startsWith('organisation/');
      // A ledger that was handed over before says so in its entries.
      if (key !== stateKeys.handover && isFirst === organisations) yield [key, JSON.parse(value) as JsonValue];
    }
  }

  *#others(): Generator<HandoverValue> {
    yield* this.#state(false);
    yield* this.#referencePages();
  }

  *#referencePages(): Generator<HandoverValue> {
    const rows = this.#references.prepare('SELECT page, name, number FROM refs ORDER BY page, name').iterate();
    let current: { readonly page: string; readonly names: Record<string, string> } | undefined;
    for (const { page, name, number } of rows as IterableIterator<{ page: string; name: string; number: string }>) {
      if (current?.page !== page) {
        if (current !== undefined) yield [current.page, current.names];
        current = { page, names: {} };
      }
      current.names[name] = number;
    }
    if (current !== undefined) yield [current.page, current.names];
  }

  /** @returns how many references stand on pages for erased ones. */
  #collect(): number {
    const insert = this.#references.prepare('INSERT INTO refs VALUES (?, ?, ?)');
    let erased = 0;
    for (let number = 1; number <= this.#blocks.lastNumber(); number += 1) {
      const block = this.#blocks.blockNumbered(number);
      if (block === undefined) continue;
      for (let start = 0; start < block.entryTexts.length; start += READ) {
        const texts = block.entryTexts.slice(start, start + READ);
        const records = this.#payloads.readRange(block.header.first + start, texts.length);
        texts.forEach((text, index) => {
          const entry = JSON.parse(text) as InvoiceIssued | { type: 'other' };
          if (entry.type !== 'invoice.issued') return;
          const page = this.#pageOf(entry, records[index]);
          if (page.includes('/erased/')) erased += 1;
          insert.run(page, nameOnPage(entry.reference), entry.number);
        });
      }
    }
    return erased;
  }

  #pageOf({ till, reference }: InvoiceIssued, record: SealedRecord | undefined): string {
    const seller = (JSON.parse(this.#blocks.getState(stateKeys.till(till)) ?? '{}') as Partial<TillState>).seller;
    if (seller === undefined) throw new LedgerError('LEDGER_BROKEN', { path: '/till', found: till });
    const text = fieldText(record, 'orderReference');
    if (text === undefined) return erasedPageKey(seller, reference);
    return referencePageKey(referenceStem(seller, JSON.parse(text) as string));
  }
}

function* paged(values: Iterable<HandoverValue>): Generator<HandoverPage> {
  let page: HandoverValue[] = [];
  let bytes = 0;
  for (const value of values) {
    const size = Buffer.byteLength(canonicalJson(value));
    if (page.length === MAX_HANDOVER_VALUES || (page.length > 0 && bytes + size > MAX_PAGE_BYTES)) {
      yield page;
      [page, bytes] = [[], 0];
    }
    page.push(value);
    bytes += size;
  }
  if (page.length > 0) yield page;
}

/** What the closing entry says of the pages. */
export function progressAfter(pages: Iterable<HandoverPage>): HandoverProgress {
  let progress = NO_PAGES;
  for (const page of pages) progress = nextProgress(progress, page);
  return progress;
}

function nextProgress({ pages, digest }: HandoverProgress, page: HandoverPage): HandoverProgress {
  const next: Digest = hasher().sha256(`${digest}:${canonicalJson(page)}`);
  return { pages: pages + 1, digest: next };
}

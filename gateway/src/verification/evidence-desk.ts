import { setTimeout as pause } from 'node:timers/promises';
import {
  fieldText,
  LedgerError,
  type Bundle,
  type Digest,
  type InvoiceIssued,
  type OriginalDocument,
  type SealedRecord,
} from '@lianpiao/chaincode/domain';
import { issuedInvoiceOf } from '../documents/issued-invoice';
import { writeEInvoice } from '../documents/write-einvoice';
import { writeUbl } from '../documents/write-ubl';
import type { Format } from '../evidence/manifest';
import type { FileToPack } from '../evidence/pack';
import type { ImportDesk } from '../issuing/import-desk';
import type { StatusDesk, StatusSubject } from '../status/status-desk';
import type { PaperDesk } from './paper-desk';
import type { ProofDesk } from './proof-desk';

/** An invoice that goes into a package, whose content is there. */
export interface PackedInvoice {
  readonly number: string;
  readonly sequence: number;
  readonly entry: InvoiceIssued;
  /** Opened when its turn comes. @throws LedgerError INVOICE_ERASED. */
  readonly record: () => SealedRecord;
}

export interface EvidenceDeskParts {
  readonly proofs: ProofDesk;
  readonly papers: PaperDesk;
  readonly imports: ImportDesk;
  readonly trustFile: () => object;
  /** The page that verifies with the network off, as a text; undefined when the pages were not built. */
  readonly page: () => string | undefined;
}

interface TimeLineItem {
  readonly time: string;
  readonly number: string;
  readonly type: 'invoice.issued' | 'log.sealed';
  /** Place in the ledger, or size of the checkpoint. */
  readonly at: number;
}

/** What a package holds beside the bundles, and what these say of statuses. */
export interface PackageContents {
  readonly formats: ReadonlySet<Format>;
  /** Who proves where an invoice stands, and which axes are shown (or `all`); undefined for bundles that tell of the issue alone. */
  readonly status: { readonly desk: Pick<StatusDesk, 'add'>; readonly axes: ReadonlySet<string> } | undefined;
}

/** How long a package waits until the log has taken in the seal of a status. */
const SEAL_TRIES = 40;
const SEAL_PAUSE_MS = 250;

/** Puts evidence packages together: an invoice at a time, so that a package of any length takes the memory of one. */
export class EvidenceDesk {
  readonly #parts: EvidenceDeskParts;

  constructor(parts: EvidenceDeskParts) {
    this.#parts = parts;
  }

  /**
   * The files of a package, in their order.
   * @throws LedgerError PROOF_PENDING, INVOICE_ERASED, QUEUE_FULL, DEADLINE_EXCEEDED; DOCUMENT_UNSUPPORTED for an EInvoice of
   * another profile than `cn`.
   */
  async *files(invoices: readonly PackedInvoice[], { formats, status }: PackageContents): AsyncGenerator<FileToPack> {
    const timeLine: TimeLineItem[] = [];
    for (const invoice of invoices) {
      const record = invoice.record();
      const { number, sequence, entry } = invoice;
      const proven = await this.#parts.proofs.bundle(sequence, entry, record, () => true);
      const bundle = status === undefined ? proven : await withStatus(proven, { number, sequence, record }, status);
      yield { path: `bundles/${number}.lianpiao.json`, kind: 'bundle', number, content: jsonBytes(bundle) };
      yield* this.#documents(invoice, record, formats);
      const first = await this.#parts.proofs.firstCheckpoint(sequence);
      timeLine.push({ time: entry.time, number, type: 'invoice.issued', at: sequence });
      timeLine.push({ time: new Date(first.sealedAt).toISOString(), number, type: 'log.sealed', at: first.size });
    }
    timeLine.sort((left, right) => (left.time < right.time ? -1 : Number(left.time > right.time)));
    yield { path: 'time-line.json', kind: 'time-line', content: jsonBytes({ items: timeLine }) };
    yield { path: 'trust.json', kind: 'trust', content: jsonBytes(this.#parts.trustFile()) };
    const page = this.#parts.page();
    if (page !== undefined) yield { path: 'verify.html', kind: 'page', content: Buffer.from(page) };
  }

  async *#documents(invoice: PackedInvoice, record: SealedRecord, formats: ReadonlySet<Format>): AsyncGenerator<FileToPack> {
    const { number, sequence, entry } = invoice;
    const document = (format: Format, ending: string, content: Uint8Array): FileToPack => ({
      path: `documents/${number}.${ending}`,
      kind: 'document',
      number,
      format,
      content,
    });
    const original = formats.has('original') ? this.#original(entry.reference, record) : undefined;
    if (original !== undefined) yield document('original', 'original.xml', original);
    if (formats.has('pdf')) yield document('pdf', 'pdf', await this.#parts.papers.pdf(sequence, entry, record, []));
    if (formats.has('ubl')) yield document('ubl', 'ubl.xml', writeUbl(issuedInvoiceOf(record)));
    if (formats.has('einvoice')) yield document('einvoice', 'xml', writeEInvoice(issuedInvoiceOf(record)));
  }

  /** The document that an invoice was issued from; not every invoice has one. */
  #original(reference: Digest, record: SealedRecord): Uint8Array | undefined {
    const original = fieldText(record, 'original');
    if (original === undefined) return undefined;
    try {
      return this.#parts.imports.original(reference, (JSON.parse(original) as OriginalDocument).digest);
    } catch (error) {
      // Whoever issued by our own request keeps the document himself.
      if (error instanceof LedgerError && error.code === 'ORIGINAL_UNKNOWN') return undefined;
      throw error;
    }
  }
}

function jsonBytes(value: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(value)}\n`);
}

/** A status that changed a moment ago is in the log a moment later: worth waiting for, since a package cannot go on without it. */
async function withStatus(
  bundle: Bundle,
  invoice: StatusSubject,
  { desk, axes }: NonNullable<PackageContents['status']>,
): Promise<Bundle> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await desk.add(bundle, invoice, (axis) => axes.has('all') || axes.has(axis));
    } catch (error) {
      if (!(error instanceof LedgerError) || error.code !== 'PROOF_PENDING' || attempt === SEAL_TRIES) throw error;
      await pause(SEAL_PAUSE_MS);
    }
  }
}

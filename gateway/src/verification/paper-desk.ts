import { join } from 'node:path';
import {
  chinaDate,
  formatTime,
  hasher,
  leafText,
  lifeOf,
  parseCheckpoint,
  parseNote,
  parseTime,
  stateKeys,
  type InvoiceIssued,
  type SealedRecord,
} from '@lianpiao/chaincode/domain';
import { issuedInvoiceOf, type IssuedInvoice } from '../documents/issued-invoice';
import type { Hideable, InvoicePaper, RedLettered } from '../documents/pdf/paper';
import { PdfPress } from '../documents/pdf/pdf-press';
import type { RegistryReader } from '../issuing/registry-reader';
import type { Ledger } from '../ledger/ledger';
import type { ProofDesk } from './proof-desk';
import { shownBeside } from './shown-beside';

export interface PaperDeskParts {
  readonly proofs: ProofDesk;
  readonly ledger: Ledger;
  readonly registry: RegistryReader;
  /** The data folder: the key for documents is with the others. */
  readonly folder: string;
  readonly publicUrl: string;
  readonly clock: () => number;
}

/** Makes papers of issued invoices, each with its proof inside. */
export class PaperDesk {
  readonly #parts: PaperDeskParts;
  #press: PdfPress | undefined;

  constructor(parts: PaperDeskParts) {
    this.#parts = parts;
  }

  /**
   * The signed PDF of an invoice: the same bytes whenever it is asked for, since its proof is that under the first checkpoint.
   * Once the invoice was red-lettered, every copy says so and as of when, so that no two are the same.
   * @throws LedgerError PROOF_PENDING, QUEUE_FULL, DEADLINE_EXCEEDED.
   */
  async pdf(sequence: number, entry: InvoiceIssued, record: SealedRecord, hidden: readonly Hideable[]): Promise<Buffer> {
    const { proofs } = this.#parts;
    const checkpoint = await proofs.firstCheckpoint(sequence);
    const bundle = await proofs.bundle(sequence, entry, record, shownBeside(new Set(hidden)), { under: checkpoint });
    const invoice = issuedInvoiceOf(record);
    const leafHash = hasher().leafHash(leafText(entry));
    const { origin, size } = parseCheckpoint(parseNote(checkpoint.note).text);
    const paper: InvoicePaper = {
      invoice,
      ...this.#redLettered(entry.number),
      hidden,
      bundle: JSON.stringify(bundle),
      proof: { leafHash, index: sequence, origin, size, sealedAt: new Date(checkpoint.sealedAt).toISOString() },
      verification: verificationLink(this.#parts.publicUrl, invoice, leafHash),
    };
    return this.#pressOf().print(paper);
  }

  #redLettered(number: string): { readonly redLettered?: RedLettered } {
    const { ledger, clock } = this.#parts;
    const state = lifeOf({ get: <Value>(key: string) => ledger.state(key) as Value | undefined }, number)?.document;
    if (state !== 'partly-red' && state !== 'wholly-red') return {};
    return { redLettered: { state, asOf: formatTime(clock()) } };
  }

  close(): void {
    this.#press?.close();
  }

  /** Only who makes a PDF needs the thread with its fonts. */
  #pressOf(): PdfPress {
    const { folder, ledger, registry } = this.#parts;
    this.#press ??= new PdfPress({
      keys: join(folder, 'keys'),
      operator: registry.party(ledger.state(stateKeys.genesis) as string)?.name ?? 'Lianpiao',
    });
    return this.#press;
  }
}

/**
 * Where a reader of the paper checks it: what POST /v1/verifications asks for, and the leaf hash in base64url. It stands
 * behind `#`, which a browser keeps to itself.
 */
export function verificationLink(publicUrl: string, { header, totals }: IssuedInvoice, leafHash: string): string {
  const query = new URLSearchParams({
    number: header.number,
    date: chinaDate(parseTime(header.issuedAt) ?? Number.NaN),
    total: totals.gross,
    leaf: Buffer.from(leafHash, 'hex').toString('base64url'),
  });
  return `${publicUrl}/verify#${query.toString()}`;
}

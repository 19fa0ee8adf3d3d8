import {
  checkEn16931,
  checkInvoiceRequest,
  fieldText,
  referenceFingerprint,
  LedgerError,
  type ContentDigest,
  type Digest,
  type InvoiceRequest,
  type Profile,
} from '@lianpiao/chaincode/domain';
import { readDocument, type ImportedInvoice, type ImportWarning } from '../documents';
import { decodeXmlText } from '../documents/decode-xml-text';
import { UBL_CREDIT_NOTE, UBL_INVOICE } from '../documents/read-ubl';
import { readXml } from '../documents/xml';
import { OFFICIAL_EDITION, type BrokenRule, type OfficialRules } from '../en16931/official-rules';
import { RulesRefusal } from '../en16931/rules-refusal';
import type { Ledger } from '../ledger/ledger';
import type { OriginalKey, OriginalsStore } from '../stores/originals-store';
import type { PayloadStore } from '../stores/payload-store';
import type { IssueDesk, IssueOutcome } from './issue-desk';
import type { RegistryReader } from './registry-reader';

export interface ImportDeskParts {
  readonly ledger: Ledger;
  readonly payloads: PayloadStore;
  readonly registry: RegistryReader;
  readonly desk: IssueDesk;
  readonly originals: OriginalsStore;
  /** Absent: the arithmetic of EN 16931 is checked all the same, by the ledger's own rules. */
  readonly rules: OfficialRules | undefined;
  readonly clock: () => number;
}

/** By which rules a document was judged. */
export interface RulesReport {
  readonly profile: Profile;
  /** `official`: the validation artefacts of EN 16931, and the ledger's rules; `own`: the ledger's rules alone. */
  readonly by: 'official' | 'own';
  /** Of the official rules. */
  readonly edition?: string;
  /** Official rules that warn and do not refuse. */
  readonly warnings: readonly BrokenRule[];
}

/** A document that reads, keeps its rules, and may be issued. */
export interface JudgedDocument {
  readonly request: InvoiceRequest;
  readonly rules: RulesReport;
  readonly warnings: readonly ImportWarning[];
}

export interface ImportOutcome {
  readonly outcome: IssueOutcome;
  readonly rules: RulesReport;
  readonly warnings: readonly ImportWarning[];
}

/** Where an import goes to: the till that sells, and a reference in place of the document's number. */
export interface ImportTarget {
  readonly till: string;
  readonly orderReference?: string | undefined;
}

/** An original without an invoice is swept out after so long; so many at once. */
const SWEEP_AFTER_MS = 24 * 60 * 60 * 1000;
const SWEPT_AT_ONCE = 20;

/** Where documents of others (UBL, EInvoice) become invoices: judged first, their bytes kept, then issued as every request is. */
export class ImportDesk {
  readonly #parts: ImportDeskParts;

  constructor(parts: ImportDeskParts) {
    this.#parts = parts;
  }

  /**
   * Reads a document and holds it to every rule that issuing holds it to, and to the official ones of EN 16931.
   * @throws LedgerError as the readers and rules do; RulesRefusal (DOCUMENT_RULES_BROKEN) with all that the official rules
   * find; DOCUMENT_UNSUPPORTED for a red letter; QUEUE_FULL, DEADLINE_EXCEEDED.
   */
  async judge(bytes: Uint8Array, target: ImportTarget): Promise<JudgedDocument> {
    const { namespace } = readXml(bytes);
    const official = namespace === UBL_INVOICE || namespace === UBL_CREDIT_NOTE ? this.#parts.rules : undefined;
    const warnings = official === undefined ? [] : await brokenOnlyByWarning(official, bytes);
    const document = readDocument(bytes);
    // Before the form of a request is: of an amount with three decimals EN 16931 has a rule to name.
    if (document.request.profile === 'en16931') checkEn16931({ ...document.request, till: target.till });
    const request = checkInvoiceRequest(requestOf(document, target), this.#parts.clock());
    const { profile } = request;
    return {
      request,
      rules:
        official === undefined
          ? { profile, by: 'own', warnings }
          : { profile, by: 'official', edition: OFFICIAL_EDITION, warnings },
      warnings: document.warnings,
    };
  }

  /** Issues the invoice that a document stands for, and keeps the document. @throws LedgerError as {@link judge}. */
  async issue(caller: string, bytes: Uint8Array, target: ImportTarget): Promise<ImportOutcome> {
    const { request, rules, warnings } = await this.judge(bytes, target);
    const { registry, originals, desk, clock } = this.#parts;
    this.#sweep();
    const seller = registry.till(target.till)?.seller;
    // Without a seller the ledger refuses: there is nothing to keep the document for.
    const key = seller === undefined ? undefined : keyOf(seller, request);
    if (key !== undefined) originals.put(key, bytes, clock());
    const [outcome] = (await desk.issue(caller, [request])) as [IssueOutcome];
    if (key !== undefined && 'answer' in outcome) originals.keep(key);
    return { outcome, rules, warnings };
  }

  /** The document that an invoice was issued from. @throws LedgerError ORIGINAL_UNKNOWN when there is none here. */
  original(reference: Digest, digest: ContentDigest | undefined): Buffer {
    const bytes = digest === undefined ? undefined : this.#parts.originals.read({ reference, digest });
    if (bytes === undefined) throw new LedgerError('ORIGINAL_UNKNOWN');
    return bytes;
  }

  /** Erases the document of an invoice whose content is erased. */
  erase(reference: Digest): void {
    this.#parts.originals.erase(reference);
  }

  close(): void {
    this.#parts.rules?.close();
    this.#parts.originals.close();
  }

  /** What was stored and became no invoice goes; a crash may have lost the mark of one that did. */
  #sweep(): void {
    const { originals, clock } = this.#parts;
    for (const key of originals.waiting(clock() - SWEEP_AFTER_MS, SWEPT_AT_ONCE)) {
      if (this.#isOfInvoice(key)) originals.keep(key);
      else originals.drop(key);
    }
  }

  #isOfInvoice({ reference, digest }: OriginalKey): boolean {
    const placed = this.#parts.ledger.findReference(reference as Digest);
    const record = placed && this.#parts.payloads.read(placed.sequence);
    const original = fieldText(record, 'original');
    return original !== undefined && (JSON.parse(original) as { digest: string }).digest === digest;
  }
}

function keyOf(seller: string, { orderReference, original }: InvoiceRequest): OriginalKey {
  return { reference: referenceFingerprint(seller, orderReference), digest: original?.digest ?? '' };
}

/** The official rules that only warn. @throws RulesRefusal when a fatal one is broken. */
async function brokenOnlyByWarning(rules: OfficialRules, bytes: Uint8Array): Promise<readonly BrokenRule[]> {
  const broken = await rules.check(decodeXmlText(bytes));
  const fatal = broken.filter(({ severity }) => severity === 'fatal');
  if (fatal.length > 0) throw new RulesRefusal(fatal);
  return broken;
}

function requestOf({ request, red, originalDigest }: ImportedInvoice, { till, orderReference }: ImportTarget): unknown {
  if (red === true)
    throw new LedgerError('DOCUMENT_UNSUPPORTED', { found: 'a red-letter invoice 红字发票', wanted: 'a blue invoice 蓝字发票' });
  return {
    ...request,
    till,
    ...(orderReference === undefined ? {} : { orderReference }),
    original: { digest: `sha256:${originalDigest}`, mediaType: 'application/xml' },
  };
}

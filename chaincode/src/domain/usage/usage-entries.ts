import { parseDigest, type Digest } from '../encoding/digest';
import { isIdentifier } from '../encoding/identifier';

interface Common {
  /** RFC 3339 UTC, milliseconds. */
  readonly time: string;
  readonly commitment: Digest;
}

/** Usage receipts `first` to `first + count - 1` of a grant, counted from 0, and their RFC 6962 root. */
interface ReceiptBatch extends Common {
  readonly grant: string;
  readonly first: number;
  readonly count: number;
  readonly root: Digest;
}

/** The provider's half: who controls the resource signs for the reads that it served. */
export interface ReceiptProvided extends ReceiptBatch {
  readonly type: 'receipt.provided';
}

/** The consumer's half: it signs the same receipts. */
export interface ReceiptAcknowledged extends ReceiptBatch {
  readonly type: 'receipt.acknowledged';
}

/** The consumer signs that these are not the reads it made; `root` is that of its own receipts. */
export interface ReceiptDisputed extends ReceiptBatch {
  readonly type: 'receipt.disputed';
}

/** A version of a query template may run next to a resource; what it asks stands in the record. */
export interface TemplateApproved extends Common {
  readonly type: 'template.approved';
  readonly template: string;
  /** From 1, without gaps. */
  readonly version: number;
  readonly resource: string;
}

export interface TemplateWithdrawn extends Common {
  readonly type: 'template.withdrawn';
  readonly template: string;
}

/** The result of a run may leave: the digest says which result. */
export interface ExportPermitted extends Common {
  readonly type: 'export.permitted';
  readonly grant: string;
  readonly run: string;
  readonly result: Digest;
}

/** The result of a run never leaves. */
export interface ExportRefused extends Common {
  readonly type: 'export.refused';
  readonly grant: string;
  readonly run: string;
  readonly result: Digest;
}

export type ReceiptEntry = ReceiptAcknowledged | ReceiptDisputed | ReceiptProvided;
export type UsageEntry = ExportPermitted | ExportRefused | ReceiptEntry | TemplateApproved | TemplateWithdrawn;

type Check = (value: unknown) => boolean;

const isDigest: Check = (value) => parseDigest(value) !== undefined;
const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isPositive: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 1;
const BATCH = { grant: isIdentifier, first: isCount, count: isPositive, root: isDigest };

/** The form of these entries, as `record/parse-entry.ts` reads them. */
export const USAGE_FORMS: Readonly<Record<UsageEntry['type'], Readonly<Record<string, Check>>>> = {
  'receipt.provided': BATCH,
  'receipt.acknowledged': BATCH,
  'receipt.disputed': BATCH,
  'template.approved': { template: isIdentifier, version: isPositive, resource: isIdentifier },
  'template.withdrawn': { template: isIdentifier },
  'export.permitted': { grant: isIdentifier, run: isIdentifier, result: isDigest },
  'export.refused': { grant: isIdentifier, run: isIdentifier, result: isDigest },
};

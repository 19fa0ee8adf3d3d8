import type { Digest, InvoiceRequest, Party } from '@lianpiao/chaincode/domain';

/** What a reader noticed without refusing the document. */
export const WARNING_CODES = [
  'TAXPAYER_ID_CHECK',
  'TAXPAYER_ID_MALFORMED',
  'CAPITALS_DIFFER',
  'NUMBERS_DIFFER',
  'CURRENCIES_DIFFER',
  'LINE_AMOUNT_DIFFERS',
  'TEXT_SHORTENED',
  'PART_NOT_CARRIED',
] as const;
export type WarningCode = (typeof WARNING_CODES)[number];

/** A warning with the JSON Pointer of the field in the request that it is about. */
export interface ImportWarning {
  readonly code: WarningCode;
  readonly path: string;
  readonly message: string;
}

/** The request that a document stands for: the till is chosen by whoever imports it. */
export type ImportedRequest = Omit<InvoiceRequest, 'till'>;

/** A document read into our model. Totals are the document's own, never computed anew. */
export interface ImportedInvoice {
  readonly request: ImportedRequest;
  readonly documentNumber: string;
  readonly seller: Party;
  readonly warnings: readonly ImportWarning[];
  /** SHA-256 of the bytes as they came. */
  readonly originalDigest: Digest;
  /** A red-letter invoice (红字发票): issuing refuses it until red letters are supported. */
  readonly red?: true;
  /** Number of the invoice that a red letter takes back. */
  readonly originalNumber?: string;
  /** 红字发票信息确认单编号. */
  readonly confirmationNumber?: string;
}

type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The same members without those that are undefined. */
export function present<T extends object>(members: T): Present<T> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Present<T>;
}

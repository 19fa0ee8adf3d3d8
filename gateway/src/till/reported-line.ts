import {
  LedgerError,
  readObject,
  refuseUnknown,
  requiredText,
  statementText,
  type InvoiceIssued,
  type OfflineSlip,
} from '@lianpiao/chaincode/domain';

/** One invoice of a till's report, as it comes. */
export interface ReportedLine {
  readonly request: unknown;
  readonly seed: string;
  readonly offline: OfflineSlip;
}

const MEMBERS: ReadonlySet<string> = new Set(['request', 'seed', 'signature', 'statement', 'type']);
const SEED_LENGTH = 64;
const STATEMENT_LENGTH = 700;
const SIGNATURE_LENGTH = 88;

/** Reads the form of a line; its statement and its request are for the rules. @returns why not, where it is none. */
export function readReportedLine(line: unknown, till: string): LedgerError | ReportedLine {
  try {
    const object = readObject(line, '');
    refuseUnknown(object, MEMBERS, '');
    const request = readObject(object['request'], '/request');
    if (request['till'] !== till) throw new LedgerError('FIELD_INVALID', { path: '/request/till', wanted: till });
    const statement = requiredText(object, 'statement', STATEMENT_LENGTH, '');
    const signature = requiredText(object, 'signature', SIGNATURE_LENGTH, '');
    return { request, seed: requiredText(object, 'seed', SEED_LENGTH, ''), offline: { statement, signature } };
  } catch (error) {
    if (error instanceof LedgerError) return error;
    throw error;
  }
}

/** True when an entry of the ledger is the very one that a till reports. */
export function isEntryOfSlip(entry: InvoiceIssued, { statement, signature }: OfflineSlip): boolean {
  const { offline } = entry;
  return offline?.signature === signature && statementText(entry, offline) === statement;
}

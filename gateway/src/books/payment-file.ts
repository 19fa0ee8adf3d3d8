import { Readable } from 'node:stream';
import { isIdentifier, LedgerError, parseDecimal, type Decimal } from '@lianpiao/chaincode/domain';
import { CsvError, parse, type Info } from 'csv-parse';

export const MAX_PAYMENT_ROWS = 100_000;
export const MAX_PAYMENT_DAYS = 31;
const MAX_RECORD_CHARACTERS = 4096;
const MAX_REFERENCE = 100;
const PIECE_CHARACTERS = 64 * 1024;
const MONEY_SCALE = 2;

/** One row of a payment file. docs/formats.md, "Payment files". */
export interface Payment {
  /** Line of the file, from 1; the header has the first. */
  readonly line: number;
  /** YYYY-MM-DD, in China. */
  readonly date: string;
  readonly seller: string;
  readonly orderReference: string;
  readonly currency: string;
  readonly amount: Decimal;
  /** The payment's own name, when the file has one. */
  readonly paymentReference?: string;
}

const NEEDED = ['date', 'orderReference', 'amount'] as const;
const OPTIONAL = ['currency', 'seller', 'paymentReference'] as const;
type Column = (typeof NEEDED)[number] | (typeof OPTIONAL)[number];
type Row = Partial<Record<Column, string>>;

/**
 * Reads a payment file, all of it or nothing.
 * @param caller the organisation whose payments they are where the file names no seller.
 * @throws LedgerError CSV_MALFORMED, CSV_HEADER_INVALID or CSV_TOO_LONG; FIELD_MISSING, FIELD_INVALID, MONEY_MALFORMED,
 * CURRENCY_INVALID or TIME_MALFORMED with the path `/<line>/<column>`.
 */
export async function readPaymentFile(text: string, caller: string): Promise<Payment[]> {
  const rows = await parseRows(text);
  if (rows.length > MAX_PAYMENT_ROWS)
    throw new LedgerError('CSV_TOO_LONG', { wanted: `at most ${String(MAX_PAYMENT_ROWS)} rows` });
  const payments = rows.map(({ record, info }) => readPayment(record, info.lines, caller));
  if (new Set(payments.map(({ date }) => date)).size > MAX_PAYMENT_DAYS) {
    throw new LedgerError('CSV_TOO_LONG', { wanted: `at most ${String(MAX_PAYMENT_DAYS)} days` });
  }
  return payments;
}

interface ParsedRow {
  readonly record: Row;
  readonly info: Info;
}

async function parseRows(text: string): Promise<ParsedRow[]> {
  const parser = Readable.from(pieces(text)).pipe(
    parse({
      bom: true,
      columns: checkHeader,
      info: true,
      skip_empty_lines: true,
      max_record_size: MAX_RECORD_CHARACTERS,
      to: MAX_PAYMENT_ROWS + 1,
    }),
  );
  const rows: ParsedRow[] = [];
  try {
    for await (const row of parser) rows.push(row as ParsedRow);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error as { readonly lines?: number };
    throw new LedgerError('CSV_MALFORMED', { path: `/${String(lines ?? 0)}`, found: error.code }, { cause: error });
  }
  return rows;
}

/** The text a piece at a time: other requests go on between. */
async function* pieces(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += PIECE_CHARACTERS) {
    yield text.slice(at, at + PIECE_CHARACTERS);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function checkHeader(names: string[]): string[] {
  const known = new Set<string>([...NEEDED, ...OPTIONAL]);
  const wrong = names.find((name) => !known.has(name)) ?? NEEDED.find((name) => !names.includes(name));
  if (wrong !== undefined || new Set(names).size < names.length) {
    const wanted = `${NEEDED.join(', ')}, and where wanted ${OPTIONAL.join(', ')}, each once`;
    throw new LedgerError('CSV_HEADER_INVALID', { path: '/1', wanted });
  }
  return names;
}

function readPayment(row: Row, line: number, caller: string): Payment {
  const path = (column: Column): string => `/${String(line)}/${column}`;
  const reference = readReference(row.orderReference, path('orderReference'));
  if (reference === undefined) throw new LedgerError('FIELD_MISSING', { path: path('orderReference') });
  const paymentReference = readReference(row.paymentReference, path('paymentReference'));
  const seller = row.seller === undefined || row.seller === '' ? caller : row.seller;
  if (!isIdentifier(seller)) throw new LedgerError('FIELD_INVALID', { path: path('seller') });
  const amount = parseDecimal(row.amount, MONEY_SCALE);
  if (amount === undefined) throw new LedgerError('MONEY_MALFORMED', { path: path('amount') });
  const currency = row.currency === undefined || row.currency === '' ? 'CNY' : row.currency;
  if (!/^[A-Z]{3}$/.test(currency)) throw new LedgerError('CURRENCY_INVALID', { path: path('currency') });
  const payment = { line, date: readDate(row.date, path('date')), seller, orderReference: reference, currency, amount };
  return paymentReference === undefined ? payment : { ...payment, paymentReference };
}

function readReference(text: string | undefined, path: string): string | undefined {
  if (text === undefined || text === '') return undefined;
  if (text.length > MAX_REFERENCE)
    throw new LedgerError('FIELD_INVALID', { path, wanted: `at most ${String(MAX_REFERENCE)} characters` });
  return text;
}

function readDate(text: string | undefined, path: string): string {
  const isDay = text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && isCalendarDay(text);
  if (!isDay) throw new LedgerError('TIME_MALFORMED', { path, wanted: 'YYYY-MM-DD' });
  return text;
}

function isCalendarDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

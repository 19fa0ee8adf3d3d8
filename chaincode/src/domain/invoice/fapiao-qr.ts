import { crc16Step, formatCrc16 } from '../encoding/crc-16';
import { formatUnits, parseDecimal, unitsAt } from '../encoding/decimal';
import { parseTime } from '../encoding/time';
import { LedgerError } from '../errors';

/** What the QR text of a Chinese invoice says; fields are absent when the text could not be split. */
export interface FapiaoQr {
  /** `without-checksum`: the last field is left out, as some issuers do. The checksum finds typing errors; it proves nothing. */
  readonly verdict: 'valid' | 'invalid' | 'without-checksum';
  /** In words. */
  readonly why?: string;
  /** Of what is invalid: a stable code. */
  readonly reason?: 'QR_MALFORMED' | 'QR_CHECKSUM_WRONG';
  readonly version?: string;
  /** 31 数电专票, 32 数电普票, 10 增值税电子普通发票, 01, 04, 08 older kinds. */
  readonly kind?: string;
  /** 发票代码, 10 or 12 digits; absent for 数电票. */
  readonly code?: string;
  readonly number?: string;
  /** With tax for 31 and 32, without tax for the older kinds. */
  readonly amount?: string;
  /** YYYY-MM-DD. */
  readonly date?: string;
  readonly checkCode?: string;
}

const MAX_LENGTH = 200;
const KIND_OF = { special: '31', ordinary: '32' } as const;
const MALFORMED = { verdict: 'invalid', reason: 'QR_MALFORMED' } as const;
const DIGITAL_NUMBER = /^\d{20}$/;

/**
 * Reads `01,kind,code,number,amount,yyyymmdd,check code,CRC`. Never throws: what cannot be read is `invalid` with a reason.
 */
export function parseFapiaoQr(text: string): FapiaoQr {
  if (text.length > MAX_LENGTH) return { ...MALFORMED, why: 'the text is too long' };
  if (!/^[\x20-\x7e]*$/.test(text)) return { ...MALFORMED, why: 'the text is not ASCII' };
  // Older invoices end with a comma after the checksum.
  const parts = text.trim().split(',');
  const fields = parts.length === 9 && parts[8] === '' ? parts.slice(0, 8) : parts;
  if (fields.length !== 7 && fields.length !== 8) return { ...MALFORMED, why: 'the text does not have eight fields' };
  const read = readFields(fields);
  const why = firstProblem(fields);
  if (why !== undefined) return { ...MALFORMED, why, ...read };
  return { ...checkCrc(fields), ...read };
}

/** The QR text of a 数电票 with its checksum. @throws LedgerError NUMBER_MALFORMED, MONEY_MALFORMED or TIME_MALFORMED. */
export function fapiaoQrText(invoice: { kind: 'ordinary' | 'special'; number: string; gross: string; date: string }): string {
  const gross = parseDecimal(invoice.gross, 2);
  if (!DIGITAL_NUMBER.test(invoice.number)) throw new LedgerError('NUMBER_MALFORMED', { path: '/number' });
  if (gross === undefined) throw new LedgerError('MONEY_MALFORMED', { path: '/gross' });
  if (!isDate(invoice.date)) throw new LedgerError('TIME_MALFORMED', { path: '/date', wanted: 'YYYY-MM-DD' });
  const amount = formatUnits(unitsAt(gross, 2), 2);
  const covered = `01,${KIND_OF[invoice.kind]},,${invoice.number},${amount},${invoice.date.replaceAll('-', '')},,`;
  return covered + crcText(covered);
}

function readFields(fields: readonly string[]): Omit<FapiaoQr, 'verdict' | 'why'> {
  const [version = '', kind = '', code = '', number = '', amount = '', date = '', checkCode = ''] = fields;
  return {
    version,
    kind,
    ...(code === '' ? undefined : { code }),
    number,
    amount,
    date: date.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'),
    ...(checkCode === '' ? undefined : { checkCode }),
  };
}

/** The rules on single fields, in the order of the fields. */
const FIELD_RULES: readonly (readonly [why: string, holds: (fields: readonly string[]) => boolean])[] = [
  ['the version is not 01', ([version]) => version === '01'],
  ['the kind is not two digits', ([, kind = '']) => /^\d\d$/.test(kind)],
  ['the code does not have 10 or 12 digits', ([, , code = '']) => /^(?:\d{10}|\d{12})?$/.test(code)],
  [
    'the number does not have 8 or 20 digits',
    ([, , code = '', number = '']) => (code === '' ? DIGITAL_NUMBER : /^\d{8}$/).test(number),
  ],
  ['the amount is no decimal', ([, , , , amount]) => parseDecimal(amount, 2) !== undefined],
  ['there is no such date', ([, , , , , date = '']) => isDate(date.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'))],
];

function firstProblem(fields: readonly string[]): string | undefined {
  return FIELD_RULES.find(([, holds]) => !holds(fields))?.[0];
}

/** Invoices of a day follow each other: the last good date is remembered. */
let goodDate = '';

function isDate(date: string): boolean {
  if (date === goodDate) return true;
  if (parseTime(`${date}T00:00:00Z`) === undefined) return false;
  goodDate = date;
  return true;
}

function checkCrc(fields: readonly string[]): Pick<FapiaoQr, 'reason' | 'verdict' | 'why'> {
  const found = fields[7] ?? '';
  if (found === '') return { verdict: 'without-checksum', why: 'the checksum is left out' };
  const wanted = crcText(`${fields.slice(0, 7).join(',')},`);
  return found.toUpperCase().padStart(4, '0') === wanted
    ? { verdict: 'valid' }
    : { verdict: 'invalid', reason: 'QR_CHECKSUM_WRONG', why: 'the checksum does not fit' };
}

/** The checksum over ASCII up to and with the comma before it. */
function crcText(covered: string): string {
  let crc = 0;
  for (let index = 0; index < covered.length; index += 1) {
    crc = crc16Step(crc, covered.charCodeAt(index));
  }
  return formatCrc16(crc);
}

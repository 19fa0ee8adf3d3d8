import { LANGUAGE_TAGS, type Language } from './language';

/** The calendar of the field is China's, wherever the reader sits. */
const ZONE = 'Asia/Shanghai';
const SYMBOLS: Readonly<Record<string, string>> = { CNY: '¥', EUR: '€', USD: '$' };
/** Groups of three digits before the point, on decimal text: money never becomes a floating-point number. */
const THOUSANDS = /\B(?=(\d{3})+(?!\d))/g;

/** `109.00`, `CNY` as `¥109.00`; a currency without a sign of its own keeps its code. */
export function formatMoney(amount: string, currency: string): string {
  const negative = amount.startsWith('-');
  const [whole = '', cents] = (negative ? amount.slice(1) : amount).split('.');
  const text = `${whole.replace(THOUSANDS, ',')}${cents === undefined ? '' : `.${cents}`}`;
  const symbol = SYMBOLS[currency];
  const sign = negative ? '−' : '';
  return symbol === undefined ? `${sign}${text} ${currency}`.trim() : `${sign}${symbol}${text}`;
}

/** The exact sum of amounts with two decimals. */
export function sumOf(amounts: readonly string[]): string {
  const hundredths = amounts.reduce((total, amount) => {
    const [whole = '', cents = ''] = amount.split('.');
    return total + BigInt(whole + cents.padEnd(2, '0'));
  }, 0n);
  const digits = String(hundredths < 0n ? -hundredths : hundredths).padStart(3, '0');
  return `${hundredths < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export function formatCount(count: number, language: Language): string {
  return count.toLocaleString(LANGUAGE_TAGS[language]);
}

/** A point in time as date and clock in China: `2026-01-31 08:05:09`. */
export function formatTime(time: string | number | Date): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: ZONE,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(time));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((candidate) => candidate.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}:${part('second')}`;
}

/** The date in China, `YYYY-MM-DD`. */
export function formatDate(time: string | number | Date): string {
  return formatTime(time).slice(0, 10);
}

/** A 20-digit number in groups that an eye can follow: year and region, channel, sequence. */
export function groupNumber(number: string): string {
  return number.replace(/(\d{4})(?=\d)/g, '$1 ');
}

/** A rate of the ledger (`0.09`) as people write it (`9%`). */
export function formatRate(rate: string): string {
  const percent = Number(rate) * 100;
  return `${String(Math.round(percent * 1000) / 1000)}%`;
}

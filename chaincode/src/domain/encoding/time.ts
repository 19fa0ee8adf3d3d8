const RFC3339_UTC = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,3})?Z$/;

// Entries of a group share their time, and a day's invoices their date: the last answers are remembered.
let formatted = { at: 0, text: '1970-01-01T00:00:00.000Z' };
let dated = { day: Number.NaN, text: '' };

/** Milliseconds since 1970 of an RFC 3339 time in UTC ("Z"); undefined for anything else, also for 31 February. */
export function parseTime(text: unknown): number | undefined {
  if (text === formatted.text) return formatted.at;
  if (typeof text !== 'string' || !RFC3339_UTC.test(text)) return undefined;
  const milliseconds = Date.parse(text);
  // Date.parse turns 30 February into 2 March: the day has to survive the round trip.
  return new Date(milliseconds).getUTCDate() === Number(text.slice(8, 10)) ? milliseconds : undefined;
}

/** RFC 3339 in UTC with milliseconds. */
export function formatTime(milliseconds: number): string {
  if (formatted.at !== milliseconds) formatted = { at: milliseconds, text: new Date(milliseconds).toISOString() };
  return formatted.text;
}

/** How far ahead of the ledger's time another clock may be: clocks differ. */
export const MAX_CLOCK_SKEW_MS = 60_000;

const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** When a civil date in China begins, in milliseconds since 1970; NaN for a text that is no date. @param day YYYY-MM-DD. */
export function startOfChinaDay(day: string): number {
  return Date.parse(`${day}T00:00:00+08:00`);
}

/** The civil date in China (UTC+8, no summer time) as YYYY-MM-DD: the date that stands on an invoice. */
export function chinaDate(milliseconds: number): string {
  const day = Math.floor((milliseconds + CHINA_OFFSET_MS) / DAY_MS);
  if (dated.day !== day) dated = { day, text: new Date(day * DAY_MS).toISOString().slice(0, 10) };
  return dated.text;
}

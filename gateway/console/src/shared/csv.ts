/** What a spreadsheet would take for a formula at the start of a cell (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;
const AMOUNT = /^-?\d+(\.\d+)?$/;
/** Longer ones lose digits in a spreadsheet, which reads them as numbers; behind a tab they stay text. */
const LONG_DIGITS = /^\d{12,}$/;

/** RFC 4180, with the mark by which a spreadsheet knows UTF-8. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  if (LONG_DIGITS.test(text)) return `"${text}\t"`;
  const safe = FORMULA.test(text) && !AMOUNT.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

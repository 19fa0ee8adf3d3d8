import { parseDecimal, unitsAt } from '../encoding/decimal';
import { LedgerError } from '../errors';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['仟', '佰', '拾', ''] as const;

/** A 零 that may be left out, and one that may be put in: 《支付结算办法》附一, 二(二)–(三). Both are "零?" to a reader. */
const WRITTEN = '+';
const OMITTED = '-';

/**
 * An amount in capitals after 支付结算办法 (银发〔1997〕393号), annex 1: "1409.50" gives 壹仟肆佰零玖元伍角整. Negative amounts,
 * as on red-letter invoices, begin with （负数）.
 * @throws LedgerError MONEY_MALFORMED unless the amount has at most two decimals and lies below 10^16.
 */
export function amountInCapitals(decimalText: string): string {
  const hundredths = readAmount(decimalText);
  const text = spelling(hundredths < 0n ? -hundredths : hundredths)
    .replaceAll(WRITTEN, '零')
    .replaceAll(OMITTED, '');
  // 整 may follow 角 and must follow 元.
  return `${hundredths < 0n ? '（负数）' : ''}${text}${text.endsWith('分') ? '' : '整'}`;
}

/** True when a text spells the amount in one of the allowed ways: 圆 for 元, 正 for 整, 整 or none after 角, traditional characters. */
export function sameCapitals(text: string, amount: string): boolean {
  const hundredths = readAmount(amount);
  const { negative, body } = simplify(text);
  if (negative !== hundredths < 0n) return false;
  const wanted = spelling(negative ? -hundredths : hundredths);
  const ending = wanted.endsWith('元') ? '整' : wanted.endsWith('角') ? '整?' : '';
  // Below one 元 a reader also takes 零元 (and 零 before 分).
  const leading = hundredths !== 0n && !wanted.includes('元') ? `(?:零元${wanted.includes('角') ? '零?' : '零'})?` : '';
  return new RegExp(`^${leading}${wanted.replace(/[+-]/g, '零?')}${ending}$`).test(body);
}

function readAmount(text: string): bigint {
  const decimal = parseDecimal(text, 2);
  const hundredths = decimal === undefined ? undefined : unitsAt(decimal, 2);
  if (hundredths === undefined || hundredths >= 10n ** 18n || hundredths <= -(10n ** 18n)) {
    throw new LedgerError('MONEY_MALFORMED', { wanted: 'at most two decimals, below 10^16' });
  }
  return hundredths;
}

function spelling(hundredths: bigint): string {
  const whole = hundredths / 100n;
  const jiao = Number((hundredths / 10n) % 10n);
  const fen = Number(hundredths % 10n);
  const yuan = whole === 0n && hundredths !== 0n ? '' : `${whole === 0n ? '零' : wholeNumber(whole)}元`;
  return `${yuan}${yuan === '' ? '' : gapBeforeJiao(whole, jiao, fen)}${jiao === 0 ? '' : `${digit(jiao)}角`}${fen === 0 ? '' : `${digit(fen)}分`}`;
}

/** 16409.02 needs 零 after 元; 1680.32 may have it, since the last place of the 元 is empty. */
function gapBeforeJiao(whole: bigint, jiao: number, fen: number): string {
  if (jiao === 0) return fen === 0 ? '' : '零';
  return whole % 10n === 0n ? WRITTEN : '';
}

function wholeNumber(value: bigint): string {
  if (value >= 10n ** 8n) return joined(value, 10n ** 8n, '亿');
  return value >= 10_000n ? joined(value, 10_000n, '万') : section(value);
}

/** Two parts on both sides of 万 or 亿: 零 between them where the lower one begins with an empty place. */
function joined(value: bigint, unit: bigint, name: string): string {
  const upper = value / unit;
  const lower = value % unit;
  const gap = lower === 0n ? '' : lower < unit / 10n ? '零' : upper % 10n === 0n ? OMITTED : '';
  return `${wholeNumber(upper)}${name}${gap}${lower === 0n ? '' : wholeNumber(lower)}`;
}

/** Up to 9999; empty places in a row are one 零. */
function section(value: bigint): string {
  const text = value
    .toString()
    .padStart(4, '0')
    .replace(/\d/g, (character, index: number) =>
      character === '0' ? '零' : `${digit(Number(character))}${PLACES[index] ?? ''}`,
    );
  return text.replace(/零+/g, '零').replace(/^零|零$/g, '');
}

function digit(value: number): string {
  return DIGITS.charAt(value);
}

const PLAIN: ReadonlyMap<string, string> = new Map(
  Object.entries({ 圆: '元', 圓: '元', 正: '整', 貳: '贰', 叄: '叁', 陸: '陆', 億: '亿', 萬: '万', 負: '负', 數: '数' }),
);

/** Simplified characters, 元 and 整; sign and 人民币 taken off. */
function simplify(text: string): { negative: boolean; body: string } {
  const plain = Array.from(text.replace(/\s/g, ''), (character) => PLAIN.get(character) ?? character).join('');
  const [, sign, body] = /^([（(]负数?[）)]|负)?(?:人民币)?(.*)$/.exec(plain) ?? [];
  return { negative: sign !== undefined, body: body ?? '' };
}

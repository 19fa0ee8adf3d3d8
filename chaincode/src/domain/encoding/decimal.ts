/**
 * Exact decimals: a scaled bigint. Money has the minor units of its currency; quantities and unit prices go to 13
 * decimals. JSON numbers never carry money (RFC 8785 would round them), so the wire form is a text.
 */
export interface Decimal {
  /** The value times 10^scale. */
  readonly units: bigint;
  readonly scale: number;
}

/** Powers of ten that decimals of this module need. */
const POWERS: readonly bigint[] = Array.from({ length: 40 }, (_, exponent) => 10n ** BigInt(exponent));

function power(exponent: number): bigint {
  return POWERS[exponent] ?? 10n ** BigInt(exponent);
}

const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const NINE = 57;
const MAX_INTEGER_DIGITS = 18;
const MAX_SCALE = 13;
/** Digits that a JavaScript number holds exactly. */
const EXACT_DIGITS = 15;

/** How many characters from `start` on are decimal digits. */
function countDigits(text: string, start: number): number {
  let end = start;
  for (let code = text.charCodeAt(end); code >= ZERO && code <= NINE; code = text.charCodeAt(end)) end += 1;
  return end - start;
}

/** The number of decimals of a decimal text, or -1 when the text has another form. Tills send many: no garbage is made. */
function scaleOf(text: string, maxScale: number): number {
  const start = text.charCodeAt(0) === MINUS ? 1 : 0;
  const integers = countDigits(text, start);
  if (!isIntegerPart(text, start, integers)) return -1;
  const point = start + integers;
  const scale = point === text.length ? 0 : fractionScale(text, point);
  if (scale < 0 || scale > Math.min(maxScale, MAX_SCALE)) return -1;
  return start === 1 && Number(text) === 0 ? -1 : scale;
}

/** One to 18 digits, without zeros that stand for nothing. */
function isIntegerPart(text: string, start: number, digits: number): boolean {
  if (digits === 0 || digits > MAX_INTEGER_DIGITS) return false;
  return digits === 1 || text.charCodeAt(start) !== ZERO;
}

/** The number of digits from a point to the text's end, or -1 when something else stands there. */
function fractionScale(text: string, point: number): number {
  if (text.charCodeAt(point) !== POINT) return -1;
  const digits = countDigits(text, point + 1);
  return digits > 0 && point + 1 + digits === text.length ? digits : -1;
}

/**
 * True for a decimal text: optional minus, no plus, no exponent, no leading zeros, up to 18 digits before and `maxScale`
 * (at most 13) after the point. "-0" and its like are refused: one value, one text.
 */
export function isDecimal(text: unknown, maxScale: number): text is string {
  return typeof text === 'string' && scaleOf(text, maxScale) >= 0;
}

/** Reads a text that {@link isDecimal} accepts; undefined for anything else. */
export function parseDecimal(text: unknown, maxScale: number): Decimal | undefined {
  if (typeof text !== 'string') return undefined;
  const scale = scaleOf(text, maxScale);
  if (scale < 0) return undefined;
  const digits = scale === 0 ? text : text.slice(0, -scale - 1) + text.slice(-scale);
  return { units: digits.length <= EXACT_DIGITS ? BigInt(Number(digits)) : BigInt(digits), scale };
}

/** The value in units of 10^-scale; the scale must not be smaller than the decimal's own. */
export function unitsAt(decimal: Decimal, scale: number): bigint {
  return decimal.scale === scale ? decimal.units : decimal.units * power(scale - decimal.scale);
}

/** The exact product. */
export function multiply(left: Decimal, right: Decimal): Decimal {
  return { units: left.units * right.units, scale: left.scale + right.scale };
}

/** The distance of two decimals compared with a tolerance, all exact. */
export function within(left: Decimal, right: Decimal, tolerance: Decimal): boolean {
  const scale = Math.max(left.scale, right.scale, tolerance.scale);
  const distance = unitsAt(left, scale) - unitsAt(right, scale);
  return (distance < 0n ? -distance : distance) <= unitsAt(tolerance, scale);
}

/** Money as text with exactly `scale` decimals. */
export function formatUnits(units: bigint, scale: number): string {
  const negative = units < 0n;
  const digits = (negative ? -units : units).toString().padStart(scale + 1, '0');
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return negative ? `-${text}` : text;
}

/** A decimal text with the other sign; zero stays as it is. */
export function negated(text: string): string {
  if (text.startsWith('-')) return text.slice(1);
  return /[1-9]/.test(text) ? `-${text}` : text;
}

/**
 * Exact decimals: a scaled bigint. Money has the minor units of its currency; quantities and unit prices go to 13
 * decimals. JSON numbers never carry money (RFC 8785 would round them), so the wire form is a text.
 */
export interface Decimal {
  /** The value times 10^scale. */
  readonly units: bigint;
  readonly scale: number;
}

const PLAIN_DECIMAL = /^-?(?:0|[1-9]\d{0,17})(?:\.(\d{1,13}))?$/;

/** Powers of ten that decimals of this module need. */
const POWERS: readonly bigint[] = Array.from({ length: 40 }, (_, exponent) => 10n ** BigInt(exponent));

function power(exponent: number): bigint {
  return POWERS[exponent] ?? 10n ** BigInt(exponent);
}

/**
 * Reads a decimal text: optional minus, no plus, no exponent, no leading zeros, up to 18 digits before and `maxScale`
 * (at most 13) after the point. "-0" and its like are refused: one value, one text.
 */
export function parseDecimal(text: unknown, maxScale: number): Decimal | undefined {
  if (typeof text !== 'string') return undefined;
  const match = PLAIN_DECIMAL.exec(text);
  if (match === null) return undefined;
  const fraction = match[1];
  if (fraction === undefined) {
    return text === '-0' ? undefined : { units: BigInt(text), scale: 0 };
  }
  if (fraction.length > maxScale) return undefined;
  const units = BigInt(text.slice(0, -fraction.length - 1) + fraction);
  if (units === 0n && text.startsWith('-')) return undefined;
  // "-0.5" loses its sign in no case: BigInt("-05") is -5n.
  return { units, scale: fraction.length };
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

import { amountInCapitals, parseDecimal, unitsAt } from '@lianpiao/chaincode/domain';

const WORDS_END = 10n ** 18n;

/** The amount in capitals as invoices write it, with 圆; undefined from 10^16 on, where no name of a place is left. */
export function capitalsOf(amount: string): string | undefined {
  const decimal = parseDecimal(amount, 2);
  const hundredths = decimal === undefined ? WORDS_END : unitsAt(decimal, 2);
  if (hundredths >= WORDS_END || hundredths <= -WORDS_END) return undefined;
  return amountInCapitals(amount).replace('元', '圆');
}

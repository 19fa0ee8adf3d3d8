import { formatUnits, parseDecimal, unitsAt } from '@lianpiao/chaincode/domain';

const SCALE = 2;

/** The exact sum of amounts with at most two decimals; what is absent or no amount adds nothing. */
export function addMoney(...amounts: readonly (string | undefined)[]): string {
  const fen = amounts.reduce((sum, amount) => {
    const decimal = parseDecimal(amount, SCALE);
    return decimal === undefined ? sum : sum + unitsAt(decimal, SCALE);
  }, 0n);
  return formatUnits(fen, SCALE);
}

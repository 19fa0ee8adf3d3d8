/** A sale of profile cn whose sums hold. */
export interface Sale {
  readonly till: string;
  readonly orderReference: string;
  readonly lines: readonly Readonly<Record<string, string>>[];
  readonly totals: Readonly<Record<string, string>>;
  readonly [key: string]: unknown;
}

let sold = 0;

export function sale(till: string, more: Readonly<Record<string, unknown>> = {}): Sale {
  sold += 1;
  return {
    till,
    orderReference: `ORDER-${String(sold)}`,
    lines: [{ name: '*谷物*大米', unit: '袋', quantity: '2', unitPrice: '50.00', net: '100.00', rate: '0.09', tax: '9.00' }],
    totals: { net: '100.00', tax: '9.00', gross: '109.00' },
    ...more,
  };
}

/** Taxpayer ids whose check characters are right. */
export const TAX_IDS = {
  seller: '91440300MA5DEMQM04',
  buyer: '91310000MA1DEMQC0F',
  other: '91110108551385082Q',
  platform: '91440300MA5PLATF02',
  third: '91440300MA5THRD30Q',
} as const;

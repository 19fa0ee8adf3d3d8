/** Requests that are right as they stand: tests hold them against the ledger's rules. */
export const CN_INVOICE = {
  till: 'demo-till-1',
  orderReference: 'ORDER-2026-000001',
  buyer: { name: '样例科技有限公司', taxId: '91310000MA1DEMQC0F' },
  lines: [
    { name: '*谷物*大米', unit: '袋', quantity: '2', unitPrice: '50.00', net: '100.00', rate: '0.09', tax: '9.00' },
    { name: '*餐饮服务*餐费', quantity: '1', unitPrice: '200.00', net: '200.00', rate: '0.06', tax: '12.00' },
  ],
  totals: { net: '300.00', tax: '21.00', gross: '321.00' },
};

export const EN16931_INVOICE = {
  profile: 'en16931',
  till: 'demo-till-1',
  orderReference: 'ORDER-2026-000002',
  currency: 'EUR',
  buyer: { name: 'Buyer ApS', taxId: 'DK87654321', country: 'DK' },
  lines: [{ name: 'Paper', quantity: '4', unitPrice: '25', net: '100.00', taxCategory: 'S', rate: '25' }],
  taxBreakdown: [{ taxCategory: 'S', rate: '25', base: '100.00', tax: '25.00' }],
  totals: { lines: '100.00', net: '100.00', tax: '25.00', gross: '125.00', payable: '125.00' },
};

const PAPER = { number: '26440000000000000001', date: '2026-01-31', total: '321.00' };

export const EXAMPLES = {
  invoice: { cn: { value: CN_INVOICE }, en16931: { value: EN16931_INVOICE } },
  organisation: {
    merchant: {
      value: {
        organisation: 'corner-shop',
        role: 'merchant',
        party: { name: '街角便利店', taxId: '91440300MA5DEMQM04' },
        reason: 'registered at its own request',
      },
    },
  },
  till: { till: { value: { till: 'corner-shop-1', seller: 'corner-shop', reason: 'first till' } } },
  rangeAllotment: { numbers: { value: { seller: 'corner-shop', prefix: '26440', from: 1, to: 100000, reason: 'spring quota' } } },
  rangeAssignment: { numbers: { value: { till: 'corner-shop-1', prefix: '26440', from: 1, to: 1000, reason: 'opening' } } },
  delegation: { platform: { value: { agent: 'market-platform', reason: 'sells on the platform' } } },
  apiKey: { key: { value: { organisation: 'corner-shop', label: 'till 1', reason: 'new till' } } },
  reason: { reason: { value: { reason: 'no longer used' } } },
  verification: {
    paper: { value: PAPER },
    qr: { value: { qr: '01,32,,26440000000000000001,321.00,20260131,,' } },
    list: { value: { items: [PAPER] } },
  },
} as const;

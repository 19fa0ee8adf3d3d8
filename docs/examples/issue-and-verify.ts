// Issues an invoice with the typed client and verifies it without a key.
import { createClient } from '@lianpiao/gateway/client';

const { GATEWAY = 'http://localhost:3000', KEY = '', TILL = 'demo-till-1', ORDER = 'EXAMPLE-1' } = process.env;
const merchant = createClient({ gateway: GATEWAY, apiKey: KEY });
const anyone = createClient({ gateway: GATEWAY });

async function main(): Promise<void> {
  const sale = {
    till: TILL,
    orderReference: ORDER,
    lines: [{ name: '*谷物*大米', unit: '袋', quantity: '2', unitPrice: '50.00', net: '100.00', rate: '0.09', tax: '9.00' }],
    totals: { net: '100.00', tax: '9.00', gross: '109.00' },
  };
  const issued = await merchant.POST('/v1/invoices', { body: sale });
  // A refusal is an answer too: its code is stable.
  if (issued.error !== undefined) throw new Error(`${issued.error.code}: ${issued.error.title} ${issued.error.titleZh}`);
  const { number, qr = '' } = issued.data;
  console.log(`issued 已开具 ${number}`);

  // A network that failed is no reason to fear: the same request gets the same answer.
  const again = await merchant.POST('/v1/invoices', { body: sale });
  console.log(`repeated: status ${String(again.response.status)}, number ${again.data?.number ?? ''}`);

  // The same order reference with another content is a conflict, and says which invoice holds it.
  const other = await merchant.POST('/v1/invoices', { body: { ...sale, note: 'another' } });
  console.log(`another content: ${other.error?.code ?? ''}`);

  const pdf = await merchant.GET('/v1/invoices/{number}/pdf', { params: { path: { number } }, parseAs: 'arrayBuffer' });
  console.log(`PDF: ${String(pdf.data?.byteLength ?? 0)} bytes`);

  const verdict = await anyone.POST('/v1/verifications', { body: { qr } });
  console.log(`verified: ${JSON.stringify(verdict.data)}`);
}

void main();

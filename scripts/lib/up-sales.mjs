/** The part of the demonstration about sales: a shop that issues when it is paid, and a customer who claims the invoice. */
import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { startPaymentProvider } = require('./sample-shop/payment-provider.cjs');
const { startSampleShop } = require('./sample-shop/shop.cjs');

/** Sells something in the sample shop, has it paid (its webhook comes twice), and claims the invoice by the receipt's code. */
export async function demonstrateSale({ url, apiKey, till, services, say }) {
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  const shop = await startSampleShop({ gateway: url, apiKey, till, secret });
  const provider = await startPaymentProvider({ webhook: shop.webhook, secret, copies: 2 });
  try {
    const order = await services.call(shop.url, 'POST', '/orders', { body: { items: [{ goods: 'rice', quantity: '2' }] } });
    provider.pay({ order: order.id, amount: order.total });
    await provider.settled();
    const paid = await services.call(shop.url, 'GET', `/orders/${order.id}`);
    say(`sold       ${order.id}  ¥${paid.total}  paid; claim page ${paid.url}`);
    const code = paid.code.replaceAll('-', '');
    const claim = await services.call(url, 'POST', `/v1/claim/${code}`, { body: { buyer: { name: '张三' } } });
    say(`claimed    ${claim.invoice.number}  by the code of the receipt`);
  } finally {
    await provider.close();
    await shop.close();
  }
}

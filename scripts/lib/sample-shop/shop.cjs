/**
 * A tiny shop that issues on payment. An order waits until the payment provider's signed webhook says that it is paid; then
 * the shop reports the sale to the gateway, or has the invoice issued at once when the customer named a title at checkout.
 * The order's id is the order reference: however often the webhook comes, there is one sale and one invoice.
 *
 *   POST /orders                {"items": [{"goods": "rice", "quantity": "2"}], "buyer"?: {"name", "taxId"?}}
 *   GET  /orders/:id            its state, the address of the claim page, or the invoice's number
 *   POST /payments/webhook      from the payment provider (Standard Webhooks)
 */
const { createServer } = require('node:http');
const { randomUUID } = require('node:crypto');
const { composeCart } = require('@lianpiao/chaincode/domain');
const { Webhook } = require('standardwebhooks');

const DEADLINE_MS = 10_000;
const MAX_BODY_BYTES = 64 * 1024;
const MAX_ORDERS = 10_000;

const GOODS = {
  rice: { name: '*谷物*东北大米 5kg', unit: '袋', price: '54.50', taxCategory: 'standard', rate: '0.09' },
  water: { name: '*饮料*矿泉水', unit: '瓶', price: '2.00', taxCategory: 'standard', rate: '0.13' },
  meal: { name: '*餐饮服务*简餐', unit: '份', price: '28.00', taxCategory: 'standard', rate: '0.06' },
};

/** @param options.gateway its URL, `apiKey` and `till` of the seller, `secret` of the payment provider's webhooks. */
async function startSampleShop({ gateway, apiKey, till, secret }) {
  const orders = new Map();
  const verifier = new Webhook(secret);

  function order({ items, buyer }) {
    const cart = composeCart(items.map(({ goods, quantity }) => ({ ...GOODS[goods], quantity })));
    const made = { id: `SHOP-${randomUUID()}`, state: 'waiting', cart, buyer, total: cart.totals.gross };
    if (orders.size >= MAX_ORDERS) orders.delete(orders.keys().next().value);
    orders.set(made.id, made);
    return made;
  }

  async function ask(path, body) {
    const answer = await fetch(gateway + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(DEADLINE_MS),
    });
    const text = await answer.text();
    // The provider tells us again, and the same request gets the same answer.
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
    return JSON.parse(text);
  }

  /** Paid: the sale is reported, or the invoice issued. Repeated as it stands, it changes nothing. */
  async function paid({ order: id, id: reference, paidAt }) {
    const found = orders.get(id);
    if (found === undefined || found.state === 'done') return;
    const { cart, buyer } = found;
    const sale = { till, orderReference: id, ...cart };
    if (buyer === undefined) {
      const { url, code } = await ask('/v1/sales', { ...sale, payment: { reference, method: 'online', paidAt } });
      Object.assign(found, { state: 'done', url, code });
    } else {
      const { number } = await ask('/v1/invoices', { ...sale, soldAt: paidAt, buyer });
      Object.assign(found, { state: 'done', number });
    }
  }

  async function webhook(request, body) {
    let message;
    try {
      message = verifier.verify(body, request.headers);
    } catch {
      // Not from the provider, changed on the way, or too old: nobody is told more.
      return [401, {}];
    }
    if (message.type === 'payment.succeeded') await paid(message.data);
    return [204];
  }

  async function serve(request) {
    const body = await read(request);
    if (request.method === 'POST' && request.url === '/orders') return [201, shown(order(JSON.parse(body)))];
    if (request.method === 'POST' && request.url === '/payments/webhook') return webhook(request, body);
    const found = orders.get(request.url.replace('/orders/', ''));
    return found === undefined ? [404, {}] : [200, shown(found)];
  }

  const server = createServer((request, response) => {
    serve(request)
      .catch((error) => [error instanceof SyntaxError ? 400 : 502, { error: error.message }])
      .then(([status, body]) => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(status === 204 ? undefined : JSON.stringify(body));
      });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${server.address().port}`;
  return {
    url,
    webhook: `${url}/payments/webhook`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function shown({ id, state, total, url, code, number }) {
  return { id, state, total, url, code, number };
}

async function read(request) {
  const chunks = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) throw new SyntaxError('the body is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

module.exports = { startSampleShop };

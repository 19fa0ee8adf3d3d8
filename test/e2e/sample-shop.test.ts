import { Webhook } from 'standardwebhooks';
import { loadScript } from '../support/load-script';
import { services, startSystem, type TestSystem } from '../support/system';
import { TAX_IDS } from '../support/sales';

interface Shop {
  readonly url: string;
  readonly webhook: string;
  close(): Promise<void>;
}
interface Provider {
  readonly url: string;
  pay(what: { order: string; amount: string }): { readonly id: string; readonly paidAt: string };
  settled(): Promise<void>;
  close(): Promise<void>;
}
interface Order {
  readonly id: string;
  readonly state: string;
  readonly total: string;
  readonly url?: string;
  readonly code?: string;
  readonly number?: string;
}
const { startSampleShop } = loadScript<{ startSampleShop(options: object): Promise<Shop> }>('sample-shop/shop.cjs');
const { startPaymentProvider } = loadScript<{ startPaymentProvider(options: object): Promise<Provider> }>(
  'sample-shop/payment-provider.cjs',
);

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwa2V5a2V5';

describe('a shop that issues when it is paid', () => {
  let system: TestSystem;
  let seller: { apiKey: string; till: string };
  let shop: Shop;
  let provider: Provider;

  beforeAll(async () => {
    system = await startSystem();
    seller = await system.seller('corner-shop', TAX_IDS.seller);
    shop = await startSampleShop({ gateway: system.url, apiKey: seller.apiKey, till: seller.till, secret: SECRET });
    provider = await startPaymentProvider({ webhook: shop.webhook, secret: SECRET, copies: 5 });
  });
  afterAll(async () => {
    await provider.close();
    await shop.close();
    await system.stop();
  });

  const post = async (url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const order = async (more: object = {}): Promise<Order> =>
    (await (await post(`${shop.url}/orders`, { items: [{ goods: 'rice', quantity: '2' }], ...more })).json()) as Order;
  const read = async (id: string): Promise<Order> => (await (await fetch(`${shop.url}/orders/${id}`)).json()) as Order;
  const count = async (path: string): Promise<number> =>
    (await system.call<{ items: unknown[] }>('GET', path, seller.apiKey)).body.items.length;

  it('reports one sale, however often the webhook comes [rows 000-004:A12 001-002-003:B9]', async () => {
    const made = await order();
    expect([made.state, made.total]).toEqual(['waiting', '109.00']);
    provider.pay({ order: made.id, amount: made.total });
    await provider.settled();
    const paid = await read(made.id);
    expect(paid).toMatchObject({ state: 'done', code: expect.any(String), url: expect.stringContaining('/c/') });
    expect(await count('/v1/sales')).toBe(1);
    const claimed = await system.call('POST', `/v1/claim/${paid.code!}`, undefined, { buyer: { name: '张三' } });
    expect(claimed.status).toBe(201);
  });

  it('has the invoice issued at once for a title that was named at checkout', async () => {
    const made = await order({ buyer: { name: '样例科技有限公司', taxId: TAX_IDS.buyer } });
    provider.pay({ order: made.id, amount: made.total });
    await provider.settled();
    const { number } = await read(made.id);
    expect(number).toMatch(/^\d{20}$/);
    const invoice = await system.call<{ content: { orderReference: string } }>('GET', `/v1/invoices/${number!}`, seller.apiKey);
    expect(invoice.body.content.orderReference).toBe(made.id);
  });

  it('believes nobody but the payment provider', async () => {
    const made = await order();
    const body = JSON.stringify({
      type: 'payment.succeeded',
      data: { id: 'pay_x', order: made.id, paidAt: new Date().toISOString() },
    });
    const signed = (secret: string, at: Date, text: string): Record<string, string> => ({
      'webhook-id': 'msg_x',
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign('msg_x', at, text),
    });
    const other = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
    const attempts: [Record<string, string>, string][] = [
      [{}, body],
      [signed(other, new Date(), body), body],
      [signed(SECRET, new Date(), body), body.replace('pay_x', 'pay_y')],
      [signed(SECRET, new Date(Date.now() - 3_600_000), body), body],
    ];
    for (const [headers, text] of attempts) expect((await post(shop.webhook, text, headers)).status).toBe(401);
    expect((await read(made.id)).state).toBe('waiting');
    expect((await post(shop.webhook, body, signed(SECRET, new Date(), body))).status).toBe(204);
    expect((await read(made.id)).state).toBe('done');
  });

  it('is paid while the gateway is away, and reports when it is back', async () => {
    const made = await order();
    const port = Number(new URL(system.url).port);
    await system.gateway.stop();
    provider.pay({ order: made.id, amount: made.total });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect((await read(made.id)).state).toBe('waiting');
    system.gateway = await services.startGateway({ env: system.env, port, log: `${system.folder}/gateway.log` });
    await provider.settled();
    expect((await read(made.id)).state).toBe('done');
  });
});

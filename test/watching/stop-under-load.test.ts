import { Agent, request as httpRequest } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { startCornerShop, type CornerShop } from '../support/corner-shop';
import { sale } from '../support/sales';
import { services } from '../support/system';

const RATE = 500;
const BEFORE_STOP_MS = 4000;
const AFTER_STOP_MS = 2500;
const TICK_MS = 10;
/** So many of the requests that nobody took are sent again. */
const SENT_AGAIN = 100;

interface Told {
  readonly reference: string;
  readonly number: string;
}

describe('a gateway that is told to stop while 500 requests a second come', () => {
  let system: CornerShop['system'];
  let seller: CornerShop['seller'];

  beforeAll(async () => {
    ({ system, seller } = await startCornerShop());
  });
  afterAll(() => system.stop());

  it('answers every request that it took, and the ledger has all that was told', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 64 });
    const told: Told[] = [];
    const lost: string[] = [];
    const refused: number[] = [];
    const notTaken: { readonly code: string; readonly body: string }[] = [];
    const send = (): Promise<void> => {
      const body = sale(seller.till);
      const text = JSON.stringify(body);
      return post(agent, system.url, seller.apiKey, text).then(
        ({ status, text }) => {
          if (status === 201) told.push({ reference: body.orderReference, number: (JSON.parse(text) as Told).number });
          else refused.push(status);
        },
        (error: unknown) => {
          const { code = 'none', wasServed } = error as { code?: string; wasServed: boolean };
          // A connection that comes at the very end is refused, or reset before anybody reads from it.
          if (!wasServed) notTaken.push({ code, body: text });
          else lost.push(code);
        },
      );
    };

    const sent: Promise<void>[] = [];
    const started = Date.now();
    let stopped: Promise<void> | undefined;
    while (Date.now() - started < BEFORE_STOP_MS + AFTER_STOP_MS) {
      const due = ((Date.now() - started) / 1000) * RATE;
      while (sent.length < due) sent.push(send());
      if (stopped === undefined && Date.now() - started > BEFORE_STOP_MS) stopped = system.gateway.stop();
      await pause(TICK_MS);
    }
    await Promise.all(sent);
    await stopped;
    agent.destroy();

    expect(lost).toEqual([]);
    expect(refused).toEqual([]);
    // It was under load when it was told, and it took nothing at the end.
    expect(told.length).toBeGreaterThan(RATE / 2);
    expect(notTaken.length).toBeGreaterThan(0);
    expect(told.length + notTaken.length).toBe(sent.length);

    const { env } = system;
    system.gateway = await services.startGateway({ env, port: Number(env['LIANPIAO_PORT']), log: system.gateway.log });
    const there = await numbersOf(system, seller.apiKey);
    expect(told.filter(({ number }) => !there.has(number))).toEqual([]);
    expect(new Set(told.map(({ number }) => number)).size).toBe(told.length);

    // What nobody took left nothing behind: sent again it is new, and not a repetition. Resets first, then refusals.
    const again = notTaken.sort((left, right) => (left.code > right.code ? -1 : 1)).slice(0, SENT_AGAIN);
    const statuses: number[] = [];
    for (const { body } of again) statuses.push((await post(new Agent(), system.url, seller.apiKey, body)).status);
    expect(statuses.filter((status) => status !== 201)).toEqual([]);
  });
});

/** Every number that the ledger's feed of changes names. */
async function numbersOf(system: CornerShop['system'], apiKey: string): Promise<Set<string>> {
  const numbers = new Set<string>();
  let after = '0';
  for (;;) {
    const { body } = await system.call<{ items: { number?: string }[]; cursor: string }>(
      'GET',
      `/v1/changes?after=${after}&limit=500`,
      apiKey,
    );
    for (const { number } of body.items) if (number !== undefined) numbers.add(number);
    if (body.items.length === 0 || body.cursor === after) return numbers;
    after = body.cursor;
  }
}

function post(agent: Agent, url: string, apiKey: string, body: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${apiKey}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    const request = httpRequest(`${url}/v1/invoices`, { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      response.on('error', reject);
    });
    request.on('error', (error) => reject(Object.assign(error, { wasServed: request.reusedSocket })));
    request.end(body);
  });
}

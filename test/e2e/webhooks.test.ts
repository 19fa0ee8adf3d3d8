import { Webhook as Verifier } from 'standardwebhooks';
import { sale, TAX_IDS } from '../support/sales';
import { startReceiver, type Receiver } from '../support/receiver';
import { services, startSystem, type TestSystem } from '../support/system';

const TIMEOUT_MS = 1000;
const buyer = { name: '样例科技有限公司', taxId: TAX_IDS.buyer };

interface Hook {
  readonly id: string;
  readonly secret: string;
  readonly status: string;
  readonly cursor: string;
  readonly failures: number;
}
interface Letter {
  readonly cursor: string;
  readonly attempts: number;
  readonly outcome: string;
  readonly skipped: boolean;
}

describe('webhooks', () => {
  let system: TestSystem;
  let receiver: Receiver;
  let seller: { apiKey: string; till: string };
  let company: { apiKey: string };

  beforeAll(async () => {
    system = await startSystem({
      LIANPIAO_WEBHOOK_ALLOW: '127.0.0.1/32',
      LIANPIAO_WEBHOOK_ATTEMPTS: '4',
      LIANPIAO_WEBHOOK_PAUSE_MS: '20',
      LIANPIAO_WEBHOOK_TIMEOUT_MS: String(TIMEOUT_MS),
    });
    seller = await system.seller('corner-shop', TAX_IDS.seller);
    company = await services.registerOrganisation(system.url, system.bureauKey, {
      organisation: 'the-company',
      role: 'company',
      party: buyer,
    });
  });
  afterAll(async () => {
    await system.stop();
  });
  beforeEach(async () => {
    receiver = await startReceiver();
  });
  afterEach(async () => {
    await receiver.close();
  });

  async function issue(count = 1): Promise<string[]> {
    const numbers: string[] = [];
    for (let i = 0; i < count; i += 1) {
      const { status, body } = await system.call<{ number: string }>(
        'POST',
        '/v1/invoices',
        seller.apiKey,
        sale(seller.till, { buyer }),
      );
      expect(status).toBe(201);
      numbers.push(body.number);
    }
    return numbers;
  }

  async function act<Answer = Hook>(
    method: string,
    path: string,
    body: object = {},
    apiKey = company.apiKey,
  ): Promise<{ status: number; body: Answer }> {
    return system.call<Answer>(method, `/v1/webhooks${path}`, apiKey, { reason: 'test', ...body });
  }

  async function create(apiKey: string, more: object = {}, path = ''): Promise<Hook> {
    const { status, body } = await act('POST', '', { url: receiver.url + path, ...more }, apiKey);
    expect(status).toBe(201);
    return body;
  }

  const read = async (id: string, apiKey = company.apiKey): Promise<Hook> =>
    (await system.call<Hook>('GET', `/v1/webhooks/${id}`, apiKey)).body;
  const letters = async (id: string): Promise<Letter[]> =>
    (await system.call<{ items: Letter[] }>('GET', `/v1/webhooks/${id}/dead-letters`, company.apiKey)).body.items;
  const gauge = async (name: string): Promise<number> => {
    const text = await (await fetch(`${system.url}/metrics`)).text();
    return Number(new RegExp(`^lianpiao_${name} (\\S+)$`, 'm').exec(text)?.[1]);
  };
  const numbersAt = (path: string): (string | undefined)[] => receiver.accepted(path).map(({ message }) => message.data.number);
  const until = (check: () => unknown, what: string): Promise<void> => services.until(check, what, 20_000);

  it('brings a sale to the buying enterprise and to the bureau, and tells how soon [rows 000-004:A3 001-002-003:B9]', async () => {
    const [bought, all] = [await create(company.apiKey, {}, '/company'), await create(system.bureauKey, {}, '/bureau')];
    const numbers = await issue(30);
    await until(() => numbersAt('/company').length === 30, 'the company');
    await until(() => numbersAt('/bureau').filter(Boolean).length === 30, 'the bureau');
    // Each sees what its feed shows, in order and once, signed with its own secret.
    expect(numbersAt('/company')).toEqual(numbers);
    expect(numbersAt('/bureau').filter(Boolean)).toEqual(numbers);
    for (const { path, body, headers } of receiver.got) {
      const mine = new Verifier((path === '/company' ? bought : all).secret);
      expect(mine.verify(body, { ...headers })).toMatchObject({ cursor: expect.stringMatching(/^\d+$/) });
      expect(() => new Verifier((path === '/company' ? all : bought).secret).verify(body, { ...headers })).toThrow();
    }
    const feed = await system.call<{ items: { cursor: string }[] }>(
      'GET',
      `/v1/changes?limit=500&after=${bought.cursor}`,
      company.apiKey,
    );
    expect(receiver.accepted('/company').map(({ message }) => message.data)).toEqual(feed.body.items);

    const [p50, p99] = [await gauge('webhook_visible_seconds_p50'), await gauge('webhook_visible_seconds_p99')];
    console.log(`commit to receipt by a webhook: p50 ${String(p50)} s, p99 ${String(p99)} s`);
    expect(p50).toBeGreaterThan(0);
    expect(p99).toBeLessThan(5);
    await act('DELETE', `/${all.id}`, {}, system.bureauKey);
    await act('DELETE', `/${bought.id}`);
    expect((await system.call('GET', `/v1/webhooks/${bought.id}`, company.apiKey)).status).toBe(404);
  });

  it('refuses a URL that points inside, and whatever is no URL for it', async () => {
    const before = (await system.call<{ items: unknown[] }>('GET', '/v1/acts?limit=500', system.bureauKey)).body.items.length;
    for (const [url, code] of [
      ['https://169.254.169.254/latest/meta-data', 'WEBHOOK_URL_FORBIDDEN'],
      ['https://10.0.0.1/', 'WEBHOOK_URL_FORBIDDEN'],
      ['https://[::1]:3000/v1/organisations', 'WEBHOOK_URL_FORBIDDEN'],
      ['https://[::ffff:10.0.0.1]/', 'WEBHOOK_URL_FORBIDDEN'],
      ['https://0x0a.1/', 'WEBHOOK_URL_FORBIDDEN'],
      ['http://93.184.216.34/', 'WEBHOOK_URL_FORBIDDEN'],
      ['https://nobody.invalid/', 'WEBHOOK_HOST_UNKNOWN'],
      ['https://user:secret@127.0.0.1/', 'FIELD_INVALID'],
      ['https://127.0.0.1/#x', 'FIELD_INVALID'],
      ['gopher://127.0.0.1/', 'FIELD_INVALID'],
      ['', 'FIELD_INVALID'],
    ] as const) {
      const { body } = await act<{ code: string; path: string }>('POST', '', { url });
      expect([url, body.code, body.path]).toEqual([url, code, '/url']);
    }
    for (const [more, code, path] of [
      [{ types: [] }, 'FIELD_INVALID', '/types'],
      [{ types: ['invoice.isued'] }, 'FIELD_INVALID', '/types/0'],
      [{ after: '999999999' }, 'CURSOR_INVALID', '/after'],
      [{ after: 0 }, 'CURSOR_INVALID', '/after'],
      [{ secret: 'whsec_x' }, 'FIELD_UNKNOWN', '/secret'],
    ] as const) {
      const { body } = await act<{ code: string; path: string }>('POST', '', { url: receiver.url, ...more });
      expect([body.code, body.path]).toEqual([code, path]);
    }
    expect((await system.call<{ items: unknown[] }>('GET', '/v1/webhooks', company.apiKey)).body.items).toEqual([]);
    const after = (await system.call<{ items: unknown[] }>('GET', '/v1/acts?limit=500', system.bureauKey)).body.items.length;
    expect(after).toBe(before);
  });

  it('shows nobody the webhooks of others', async () => {
    const { id } = await create(company.apiKey);
    for (const [method, path] of [
      ['GET', ''],
      ['PATCH', ''],
      ['DELETE', ''],
      ['POST', '/rotate'],
      ['POST', '/resume'],
      ['GET', '/deliveries'],
      ['GET', '/dead-letters'],
      ['POST', '/dead-letters/1/redeliver'],
    ] as const) {
      for (const key of [seller.apiKey, system.bureauKey]) {
        const body = method === 'GET' ? undefined : { reason: 'mischief' };
        const answer = await system.call<{ code: string }>(method, `/v1/webhooks/${id}${path}`, key, body);
        expect([method, path, answer.status, answer.body.code]).toEqual([method, path, 404, 'WEBHOOK_UNKNOWN']);
      }
    }
    const list = await system.call<{ items: unknown[] }>('GET', '/v1/webhooks', seller.apiKey);
    expect(list.body.items).toEqual([]);
    expect(JSON.stringify((await read(id)) as object)).not.toContain('whsec_');
    await act('DELETE', `/${id}`);
  });

  it('misses nothing for a receiver that was away, and for a killed worker, and repeats with the same id only [rows 000-004:A3]', async () => {
    const { id } = await create(company.apiKey);
    await receiver.close();
    const numbers = await issue(3);
    await until(async () => (await read(id)).failures > 0, 'a failed attempt');
    receiver = await startReceiver(receiver.port);
    // It takes the second event and says nothing, while its worker is killed.
    let silent = true;
    receiver.behave(({ message }) => (silent && message.data.number === numbers[1] ? 'silence' : 200));
    await act('POST', `/${id}/resume`);
    await until(() => receiver.got.some(({ message }) => message.data.number === numbers[1]), 'the second event');
    await system.workers.kill();
    silent = false;
    numbers.push(...(await issue(2)));
    system.workers = await services.startWorkers({ env: system.env, log: `${system.folder}/workers-2.log` });
    const beside = await services.startWorkers({ env: system.env, log: `${system.folder}/workers-3.log` });
    await until(() => numbersAt('/').length === numbers.length, 'all events');
    numbers.push(...(await issue(20)));
    await until(() => numbersAt('/').length === numbers.length, 'all events');
    await beside.stop();
    expect(numbersAt('/')).toEqual(numbers);
    const repeats = receiver.got.filter(({ message }) => message.data.number === numbers[1]);
    expect(repeats.length).toBeGreaterThan(1);
    expect(new Set(repeats.map((one) => one.id + one.body)).size).toBe(1);
    await act('DELETE', `/${id}`);
  });

  it('survives workers that are killed at any moment: nothing is lost, and only what was under way comes again', async () => {
    const { id } = await create(company.apiKey);
    const numbers: string[] = [];
    for (let kill = 0; kill < 3; kill += 1) {
      const issuing = issue(15);
      await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 400));
      await system.workers.kill();
      numbers.push(...(await issuing));
      system.workers = await services.startWorkers({
        env: system.env,
        log: `${system.folder}/workers-killed-${String(kill)}.log`,
      });
    }
    await until(() => numbersAt('/').includes(numbers.at(-1)), 'the last event');
    const accepted = receiver.accepted();
    const once = accepted.filter((one, place) => one.id !== accepted[place - 1]?.id);
    expect(once.map(({ message }) => message.data.number)).toEqual(numbers);
    expect(accepted.length - once.length).toBeLessThanOrEqual(3);
    expect(new Set(accepted.map((one) => one.id + one.body)).size).toBe(numbers.length);
    await act('DELETE', `/${id}`);
  });

  it('lists what it gave up, waits for its owner, and goes on from there', async () => {
    const { id } = await create(company.apiKey);
    receiver.behave(() => 500);
    const numbers = await issue(3);
    await until(async () => (await read(id)).status === 'paused', 'the pause');
    expect(await letters(id)).toMatchObject([{ attempts: 4, outcome: '500', skipped: false }]);
    expect([await gauge('webhook_dead_letters'), await gauge('webhooks_paused')]).toEqual([1, 1]);
    const deliveries = await system.call<{ items: { outcome: string; ms: number; message: string }[]; next: string }>(
      'GET',
      `/v1/webhooks/${id}/deliveries?limit=3`,
      company.apiKey,
    );
    expect(deliveries.body.items.map(({ outcome }) => outcome)).toEqual(['500', '500', '500']);
    const rest = await system.call<{ items: unknown[]; next: null }>(
      'GET',
      `/v1/webhooks/${id}/deliveries?limit=3&after=${deliveries.body.next}`,
      company.apiKey,
    );
    expect([rest.body.items.length, rest.body.next]).toEqual([1, null]);

    receiver.behave(() => 200);
    const [letter] = await letters(id);
    expect((await act('POST', `/${id}/dead-letters/${letter!.cursor}/redeliver`)).status).toBe(202);
    await until(() => numbersAt('/').length === 3, 'all events');
    expect(numbersAt('/')).toEqual(numbers);
    expect(await letters(id)).toEqual([]);

    // The same again, but its owner skips: the message after it tells.
    receiver.behave(() => 422);
    numbers.push(...(await issue(2)));
    await until(async () => (await read(id)).status === 'paused', 'the pause');
    receiver.behave(() => 200);
    expect((await act('POST', `/${id}/resume`, { skip: true })).status).toBe(200);
    await until(() => numbersAt('/').length === 4, 'the last event');
    const [skipped] = await letters(id);
    expect(skipped).toMatchObject({ skipped: true, outcome: '422' });
    expect(receiver.accepted().at(-1)!.message.previousCursor).toBe(skipped!.cursor);
    await act('POST', `/${id}/dead-letters/${skipped!.cursor}/redeliver`);
    await until(() => numbersAt('/').length === 5, 'the skipped event');
    expect(numbersAt('/').slice(3)).toEqual([numbers[4], numbers[3]]);
    expect((await act<{ code: string }>('POST', `/${id}/resume`, { skip: true })).body.code).toBe('DEAD_LETTER_UNKNOWN');
    expect((await act<{ code: string }>('POST', `/${id}/dead-letters/1/redeliver`)).body.code).toBe('DEAD_LETTER_UNKNOWN');
    await act('DELETE', `/${id}`);
  });

  it('starts from a cursor, changes its receiver and secret, ends with 410, and every act is recorded', async () => {
    const hook = await create(company.apiKey, { after: '0', types: ['invoice.issued'] }, '/first');
    const { id } = hook;
    const feed = await system.call<{ items: { type: string; cursor: string }[] }>('GET', '/v1/changes?limit=500', company.apiKey);
    const past = feed.body.items.filter(({ type }) => type === 'invoice.issued');
    await until(() => numbersAt('/first').length === past.length, 'what happened before');
    expect(receiver.accepted('/first').map(({ message }) => message.data)).toEqual(past);

    const rotated = await act('POST', `/${id}/rotate`);
    expect((await act('PATCH', `/${id}`, { url: `${receiver.url}/second`, types: null })).status).toBe(200);
    await issue();
    await until(() => numbersAt('/second').length === 1, 'the new receiver');
    const [got] = receiver.accepted('/second');
    for (const secret of [hook.secret, rotated.body.secret]) new Verifier(secret).verify(got!.body, { ...got!.headers });
    expect(hook.secret).not.toBe(rotated.body.secret);

    receiver.behave(() => 410);
    await issue();
    await until(async () => (await read(id)).status === 'disabled', 'the end');
    expect((await act('DELETE', `/${id}`)).status).toBe(200);
    const acts = await system.call<{
      items: { act?: string; subject: string; record: { who: { organisation: string }; why: string } }[];
    }>('GET', '/v1/acts?limit=500', system.bureauKey);
    const own = acts.body.items.filter(({ subject }) => subject === id).reverse();
    expect(own.map(({ act: what }) => what)).toEqual([
      'webhook.created',
      'webhook.rotated',
      'webhook.changed',
      'webhook.removed',
    ]);
    expect(own[0]!.record).toMatchObject({ who: { organisation: 'the-company' }, why: 'test' });
  });
});

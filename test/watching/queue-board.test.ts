import { TAX_IDS } from '../support/sales';
import { startSystem, type TestSystem } from '../support/system';

describe("the page that shows the workers' queues", () => {
  let system: TestSystem;
  let seller: { apiKey: string; till: string };

  beforeAll(async () => {
    system = await startSystem();
    seller = await system.seller('corner-shop', TAX_IDS.seller);
  });
  afterAll(async () => {
    await system.stop();
  });

  const open = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${system.url}${path}`, { redirect: 'manual', ...init });

  async function signIn(key: string): Promise<{ status: number; cookie: string; attributes: string }> {
    const response = await open('/queues/session', { method: 'POST', body: new URLSearchParams({ key }) });
    const header = response.headers.get('set-cookie') ?? '';
    return { status: response.status, cookie: header.split(';')[0] ?? '', attributes: header.slice(header.indexOf(';')) };
  }

  it('shows nobody anything without a session', async () => {
    for (const path of ['/queues', '/queues/', '/queues/api/queues', '/queues/queue/seal', '/queues/static/js/main.js']) {
      const response = await open(path, { headers: { accept: 'application/json' } });
      expect({ path, status: response.status }).toEqual({ path, status: 401 });
    }
    const page = await open('/queues', { headers: { accept: 'text/html' } });
    expect([page.status, page.headers.get('location')]).toEqual([303, '/queues/sign-in']);
  });

  it('opens for no other role, no made-up key and no made-up session', async () => {
    for (const key of [seller.apiKey, `${system.bureauKey}x`, '', 'lp_0123456789abcdef_']) {
      expect(await signIn(key)).toMatchObject({ status: 401, cookie: '' });
    }
    const { cookie } = await signIn(system.bureauKey);
    const forged = [
      cookie.replace(/.$/, (last) => (last === 'A' ? 'E' : 'A')),
      cookie.replace(/\.[0-9]{13}\./, '.9999999999999.'),
    ];
    for (const one of forged) {
      const response = await open('/queues/api/queues', { headers: { cookie: one, accept: 'application/json' } });
      expect(response.status).toBe(401);
    }
  });

  it('shows the bureau every queue, and changes nothing', async () => {
    const { status, cookie, attributes } = await signIn(system.bureauKey);
    expect(status).toBe(303);
    expect(attributes).toMatch(/HttpOnly/);
    expect(attributes).toMatch(/SameSite=Strict/);
    expect(attributes).toMatch(/Path=\/queues/);
    const page = await open('/queues', { headers: { cookie } });
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toMatch(/script-src 'self'/);
    const answer = await open('/queues/api/queues', { headers: { cookie } });
    const { queues } = (await answer.json()) as { queues: { name: string; readOnlyMode: boolean }[] };
    expect(queues.map(({ name }) => name).sort()).toEqual([
      'anchor',
      'deliver',
      'directory',
      'index',
      'reconcile',
      'seal',
      'share',
    ]);
    expect(queues.every(({ readOnlyMode }) => readOnlyMode)).toBe(true);
    for (const [method, path] of [
      ['PUT', '/queues/api/queues/seal/pause'],
      ['PUT', '/queues/api/queues/seal/empty'],
      ['POST', '/queues/api/queues/seal/add'],
    ] as const) {
      const change = await open(path, { method, headers: { cookie, 'content-type': 'application/json' } });
      expect({ path, status: change.status }).toEqual({ path, status: 403 });
    }
  });

  it('closes when the key behind the session is revoked', async () => {
    const made = await system.call<{ id: string; apiKey: string }>('POST', '/v1/api-keys', system.bureauKey, {
      organisation: 'bureau',
      label: 'for the queues',
      reason: 'test',
    });
    const { cookie } = await signIn(made.body.apiKey);
    const look = (): Promise<Response> => open('/queues/api/queues', { headers: { cookie, accept: 'application/json' } });
    expect((await look()).status).toBe(200);
    const id = /^lp_([0-9a-f]{16})_/.exec(made.body.apiKey)![1]!;
    const revoked = await system.call('DELETE', `/v1/api-keys/${id}`, system.bureauKey, { reason: 'test' });
    expect(revoked.status).toBeLessThan(300);
    expect((await look()).status).toBe(401);
  });
});

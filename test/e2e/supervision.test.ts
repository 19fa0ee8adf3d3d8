import { startSystem, services, type TestSystem } from '../support/system';

type Item = Readonly<Record<string, unknown>>;
interface Page {
  readonly indexed: number;
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** Two days and a bit: the gateway's clock goes on by that when it starts again. */
const LATER_MS = 49 * 60 * 60 * 1000;
const SHIFT = `const now=Date.now.bind(Date);Date.now=()=>now()+${String(LATER_MS)}`;

describe('the supervision matrix over HTTP', () => {
  let system: TestSystem;
  const keys: Record<string, string> = {};

  const call = (method: string, path: string, as: string, body?: object): ReturnType<typeof system.call<Item>> =>
    system.call<Item>(method, `/v1/${path}`, keys[as], body === undefined ? undefined : { reason: 'test', ...body });
  async function ok<Answer = Item>(method: string, path: string, as: string, body?: object): Promise<Answer> {
    const { status, text, body: answer } = await call(method, path, as, body);
    if (status >= 300) throw new Error(`${method} ${path}: ${String(status)} ${text}`);
    return answer as Answer;
  }
  const codeOf = async (...asked: Parameters<typeof call>): Promise<unknown> => {
    const { status, body } = await call(...asked);
    return status < 300 ? 'ok' : body['code'];
  };
  /** What the list shows once the index has come as far as an act. */
  async function listed(as: string, act?: Item, query = ''): Promise<readonly Item[]> {
    const read = (): Promise<Page> => ok<Page>('GET', `supervision?${query}`, as);
    const reached = async (): Promise<boolean> => (await read()).indexed > Number(act?.['sequence'] ?? -1);
    await services.until(reached, 'the index of the directory', 20_000);
    return (await read()).items;
  }
  const supervised = async (): Promise<unknown> =>
    (await ok<Page>('GET', 'catalogue/departments', 'auditor')).items.map((one) => [one['organisation'], one['supervised']]);
  const stated = (more: object = {}): object => ({
    authority: 'auditor',
    object: 'environment',
    method: 'sampling',
    intervalDays: 2,
    ...more,
  });

  beforeAll(async () => {
    system = await startSystem();
    keys['bureau'] = system.bureauKey;
    for (const [organisation, role] of [
      ['environment', 'provider'],
      ['ecology', 'provider'],
      ['auditor', 'auditor'],
    ] as const) {
      const request = { organisation, role, party: { name: `示例${organisation}` } };
      keys[organisation] = (await services.registerOrganisation(system.url, system.bureauKey, request)).apiKey;
    }
    await ok('POST', 'catalogue/divisions', 'bureau', { division: '110000', name: '示例市' });
    for (const organisation of ['environment', 'ecology'])
      await ok('POST', 'catalogue/organisations', 'bureau', { organisation, division: '110000' });
  });
  afterAll(() => system.stop());

  it('the bureau states who looks at whom, how and how often; who is not covered and what is overdue is shown [rows 001-002-003:E1]', async () => {
    for (const id of ['environment', 'auditor'])
      expect([id, await codeOf('POST', 'supervision', id, stated())]).toEqual([id, 'ACTION_FORBIDDEN']);
    const refused = await ok<{ items: { entry: Item }[] }>('GET', 'audit?limit=500', 'auditor');
    expect(refused.items.at(-1)?.entry).toMatchObject({ change: 'supervision', organisation: 'auditor', outcome: 'refused' });
    expect(await codeOf('POST', 'supervision', 'bureau', stated({ authority: 'ecology' }))).toBe('SUPERVISION_AUTHORITY_WRONG');
    expect(await codeOf('POST', 'supervision', 'bureau', stated({ object: 'nobody' }))).toBe('ORGANISATION_UNKNOWN');
    expect(await codeOf('POST', 'supervision', 'bureau', stated({ intervalDays: 3661 }))).toBe('FIELD_INVALID');

    const act = await ok('POST', 'supervision', 'bureau', stated());
    expect(act).toMatchObject({ type: 'supervision.stated', authority: 'auditor', object: 'environment', intervalDays: 2 });
    expect(await codeOf('POST', 'supervision', 'bureau', stated())).toBe('SUPERVISION_STANDS');
    const row = { authority: 'auditor', object: 'environment', method: 'sampling', intervalDays: 2 };
    const due = new Date(Date.parse(String(act['time'])) + 2 * 24 * 60 * 60 * 1000).toISOString();
    expect(await listed('auditor', act)).toEqual([
      { ...row, since: act['time'], looks: 0, lastLook: null, finding: null, due, overdue: false },
    ]);
    expect(await supervised()).toEqual([
      ['ecology', 0],
      ['environment', 1],
    ]);

    // By the ledger's and the gateway's own clock, three days on.
    await system.gateway.stop();
    system.gateway = await services.startGateway({
      env: { ...system.env, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(SHIFT)}` },
      port: Number(new URL(system.url).port),
      log: `${system.folder}/gateway-later.log`,
    });
    expect(await listed('bureau')).toMatchObject([{ ...row, due, overdue: true }]);

    const look = { method: 'sampling', finding: 'open', text: '抽查 20 条，2 条与来源不符' };
    expect(await codeOf('POST', 'supervision/environment/looks', 'ecology', look)).toBe('ACTION_FORBIDDEN');
    expect(await codeOf('POST', 'supervision/ecology/looks', 'auditor', look)).toBe('SUPERVISION_UNKNOWN');
    expect(await codeOf('POST', 'supervision/environment/looks', 'bureau', look)).toBe('SUPERVISION_UNKNOWN');
    const seen = await ok('POST', 'supervision/environment/looks', 'auditor', { ...look, number: 1 });
    expect(seen).toMatchObject({ type: 'supervision.looked', authority: 'auditor', number: 1, finding: 'open' });
    expect(await codeOf('POST', 'supervision/environment/looks', 'auditor', { ...look, number: 1 })).toBe('VERSION_NOT_NEXT');
    expect(await listed('auditor', seen)).toMatchObject([
      { ...row, looks: 1, lastLook: seen['time'], finding: 'open', overdue: false },
    ]);
  });

  it('a page at a time: supervisors see all of it, an organisation who looks at it; what is ended is gone', async () => {
    const more = await ok('POST', 'supervision', 'bureau', stated({ authority: 'bureau', object: 'ecology', method: 'report' }));
    const of = (items: readonly Item[]): unknown => items.map(({ authority, object }) => [authority, object]);
    expect(of(await listed('auditor', more))).toEqual([
      ['auditor', 'environment'],
      ['bureau', 'ecology'],
    ]);
    const first = await ok<Page>('GET', 'supervision?limit=1', 'auditor');
    expect(of(first.items)).toEqual([['auditor', 'environment']]);
    const rest = await ok<Page>('GET', `supervision?limit=9&after=${String(first.next)}`, 'auditor');
    expect([of(rest.items), rest.next]).toEqual([[['bureau', 'ecology']], null]);
    expect(of(await listed('environment'))).toEqual([['auditor', 'environment']]);
    expect(of(await listed('environment', undefined, 'object=ecology'))).toEqual([]);
    expect(of(await listed('bureau', undefined, 'object=ecology'))).toEqual([['bureau', 'ecology']]);

    const ended = await ok('POST', 'supervision', 'bureau', stated({ intervalDays: 0 }));
    expect(of(await listed('auditor', ended))).toEqual([['bureau', 'ecology']]);
    expect(await codeOf('POST', 'supervision', 'bureau', stated({ intervalDays: 0 }))).toBe('SUPERVISION_UNKNOWN');
    expect(await supervised()).toEqual([
      ['ecology', 1],
      ['environment', 0],
    ]);
  });
});

import { rmSync } from 'node:fs';
import { startSystem, services, type TestSystem } from '../support/system';

type Item = Readonly<Record<string, unknown>>;
interface Page {
  readonly items: readonly Item[];
  readonly next: string | null;
}

const TAGS = { technology: ['传感器'], industry: ['环保'], management: ['监测'] };

describe('the directory chain over HTTP', () => {
  let system: TestSystem;
  const keys: Record<string, string> = {};

  const call = (method: string, path: string, as: string, body?: object): ReturnType<typeof system.call<Item>> =>
    system.call<Item>(method, `/v1/catalogue/${path}`, keys[as], body === undefined ? undefined : { reason: 'test', ...body });
  async function ok<Answer = Item>(method: string, path: string, as: string, body?: object): Promise<Answer> {
    const { status, text, body: answer } = await call(method, path, as, body);
    if (status >= 300) throw new Error(`${method} ${path}: ${String(status)} ${text}`);
    return answer as Answer;
  }
  const codeOf = async (...asked: Parameters<typeof call>): Promise<unknown> => {
    const { status, body } = await call(...asked);
    return status < 300 ? 'ok' : body['code'];
  };
  const find = async (query: string, as = 'reader'): Promise<unknown[]> =>
    (await ok<Page>('GET', `entries?${query}`, as)).items.map(({ entry }) => entry);
  /** The index follows the ledger by a moment. */
  const until = (what: string, check: () => Promise<boolean>): Promise<void> => services.until(check, what, 20_000);
  const air = (more: object = {}): object => ({
    entry: 'air-hourly',
    duty: 'air-monitoring',
    title: '空气质量小时值',
    description: '各监测站每小时 PM2.5 浓度',
    datum: '空气质量小时浓度',
    grade: 1,
    class: 'public-service',
    openness: 'conditional',
    sector: 'green',
    tags: TAGS,
    ...more,
  });

  beforeAll(async () => {
    system = await startSystem();
    keys['bureau'] = system.bureauKey;
    for (const [organisation, role] of [
      ['environment', 'provider'],
      ['ecology', 'provider'],
      ['reader', 'consumer'],
      ['auditor', 'auditor'],
    ] as const) {
      const party = { name: `示例${organisation}` };
      keys[organisation] = (
        await services.registerOrganisation(system.url, system.bureauKey, { organisation, role, party })
      ).apiKey;
    }
  });
  afterAll(() => system.stop());

  it('goes from organisation and duty to an entry, and says where the chain is broken [rows 001-002-003:B1 000-004:C1,D13]', async () => {
    const duty = { duty: 'air-monitoring', organisation: 'environment', name: '大气监测', basis: '大气污染防治法' };
    expect(await codeOf('POST', 'entries', 'environment', air())).toBe('DUTY_UNKNOWN');
    expect(await codeOf('POST', 'duties', 'bureau', duty)).toBe('ORGANISATION_NOT_PLACED');
    expect(await codeOf('POST', 'organisations', 'bureau', { organisation: 'environment', division: '110000' })).toBe(
      'DIVISION_UNKNOWN',
    );
    expect(await codeOf('POST', 'divisions', 'environment', { division: '110000', name: '示例市' })).toBe('ACTION_FORBIDDEN');
    await ok('POST', 'divisions', 'bureau', { division: '110000', name: '示例市' });
    for (const organisation of ['environment', 'ecology'])
      await ok('POST', 'organisations', 'bureau', { organisation, division: '110000' });
    expect(await ok('POST', 'duties', 'bureau', duty)).toMatchObject({ type: 'duty.assigned', version: 1 });
    await ok('POST', 'duties', 'bureau', { ...duty, duty: 'ecology-monitoring', organisation: 'ecology' });
    expect(await codeOf('POST', 'entries', 'ecology', air())).toBe('DUTY_NOT_YOURS');
    expect(await ok('POST', 'entries', 'environment', air())).toMatchObject({ type: 'catalogue.published', version: 1 });
    expect(await codeOf('POST', 'entries', 'environment', air({ version: 1 }))).toBe('VERSION_NOT_NEXT');
    expect(await codeOf('POST', 'entries', 'environment', air({ tags: { ...TAGS, industry: [] } }))).toBe('FIELD_INVALID');
    expect(await codeOf('POST', 'entries', 'environment', air({ colour: 'red' }))).toBe('FIELD_UNKNOWN');
    const shown = await ok('GET', 'entries/air-hourly', 'reader');
    expect(shown).toMatchObject({ title: '空气质量小时值', owner: 'environment', division: '110000', version: 1, tags: TAGS });
    expect(await codeOf('GET', 'entries/none', 'reader')).toBe('CATALOGUE_ENTRY_UNKNOWN');
  });

  it('has one source a datum: the second is refused, and linked [rows 000-004:D9]', async () => {
    const copy = { entry: 'air-copy', duty: 'ecology-monitoring', datum: ' 空气质量小时浓度 ', title: '空气质量（副本）' };
    const refused = await call('POST', 'entries', 'ecology', air(copy));
    expect([refused.status, refused.body['code'], refused.text]).toEqual([
      409,
      'DATUM_EXISTS',
      expect.stringContaining('air-hourly'),
    ]);
    await ok('POST', 'entries', 'ecology', air({ ...copy, source: 'air-hourly' }));
    expect(await ok('GET', 'entries/air-copy', 'reader')).toMatchObject({ source: 'air-hourly', owner: 'ecology' });
  });

  it('finds entries by words in Chinese and Latin letters, and by facets, a page at a time [rows 000-004:C13 001-002-003:C9,C11]', async () => {
    for (let index = 0; index < 5; index += 1) {
      const more = {
        entry: `rain-${String(index)}`,
        datum: `rain ${String(index)}`,
        title: `逐小时降水量 ${String(index)}`,
        sector: 'weather',
      };
      await ok('POST', 'entries', 'environment', air({ ...more, description: 'Rainfall of station Ｓ１' }));
    }
    await until('all entries are found', async () => (await find('owner=environment')).length === 6);
    expect(await find(`q=${encodeURIComponent('降水')}&limit=2`)).toEqual(['rain-4', 'rain-3']);
    const first = await ok<Page>('GET', `entries?q=${encodeURIComponent('降水')}&limit=2`, 'reader');
    expect(await find(`q=${encodeURIComponent('降水')}&limit=9&after=${String(first.next)}`)).toEqual([
      'rain-2',
      'rain-1',
      'rain-0',
    ]);
    expect((await find(`q=${encodeURIComponent('空气质量')}`)).sort()).toEqual(['air-copy', 'air-hourly']);
    expect(await find(`q=${encodeURIComponent('质空')}`)).toEqual([]);
    expect((await find(`q=${encodeURIComponent('量')}&sector=green`)).length).toBe(2);
    expect((await find('q=rainf')).length).toBe(5);
    expect((await find('q=station%20s1')).length).toBe(5);
    expect((await find(`tag=${encodeURIComponent('传感器')}&owner=ecology`)).length).toBe(1);
    expect(await find('sector=weather&grade=2')).toEqual([]);
    // Nothing that is typed is syntax.
    for (const odd of ['"', '* OR *', 'words:x', 'a NEAR b', '-', "'; DROP TABLE entries", '（）', '"\\'])
      expect(await codeOf('GET', `entries?q=${encodeURIComponent(odd)}`, 'reader')).toBe('ok');
    expect(await find(`q=${encodeURIComponent('（）')}`)).toEqual([]);
    expect(await codeOf('GET', 'entries?after=x', 'reader')).toBe('CURSOR_INVALID');
    expect(await codeOf('GET', 'entries?sector=none', 'reader')).toBe('FIELD_INVALID');
  });

  it('lowers a grade when owner and bureau have both said so, and keeps every step [rows 000-004:E2 001-002-003:D7]', async () => {
    const to = (grade: number): object => ({ grade, class: 'public-service' });
    await ok('POST', 'entries/air-hourly/grade', 'environment', to(3));
    expect(await codeOf('POST', 'entries/air-hourly/grade', 'ecology', to(4))).toBe('CATALOGUE_ENTRY_NOT_YOURS');
    await ok('POST', 'entries/air-hourly/grade', 'environment', to(2));
    expect(await ok('GET', 'entries/air-hourly', 'reader')).toMatchObject({ grade: 3, loosening: { grade: 2, by: 'owner' } });
    await ok('POST', 'entries/air-hourly/grade', 'bureau', to(2));
    const { grade, loosening, history } = await ok<{ grade: number; loosening: null; history: { act: Item; who: Item }[] }>(
      'GET',
      'entries/air-hourly',
      'reader',
    );
    expect([grade, loosening]).toEqual([2, null]);
    expect(history.map(({ act, who }) => [act['type'], act['grade'], who['organisation']])).toEqual([
      ['catalogue.regraded', 2, expect.any(String)],
      ['catalogue.regraded', 2, 'environment'],
      ['catalogue.regraded', 3, 'environment'],
      ['catalogue.published', 1, 'environment'],
    ]);
    await until('search shows the new grade', async () => (await find('grade=2')).includes('air-hourly'));
  });

  it('feedback goes round: given, answered by a new version, closed; what nobody answers is listed [rows 001-002-003:D13]', async () => {
    const given = { feedback: 'fault-1', kind: 'wrong', text: '站点坐标有误' };
    await ok('POST', 'entries/rain-0/feedback', 'reader', given);
    expect(await codeOf('POST', 'entries/rain-0/feedback', 'reader', given)).toBe('FEEDBACK_EXISTS');
    const answer = { outcome: 'corrected', text: '已更正' };
    expect(await codeOf('POST', 'feedback/fault-1/answer', 'ecology', answer)).toBe('FEEDBACK_NOT_YOURS');
    expect(await codeOf('POST', 'feedback/fault-1/answer', 'environment', answer)).toBe('FEEDBACK_STATE_WRONG');
    await ok(
      'POST',
      'entries',
      'environment',
      air({ entry: 'rain-0', datum: 'rain 0', title: '逐小时降水量', sector: 'weather' }),
    );
    const states = async (): Promise<unknown[]> =>
      (await ok<Page>('GET', 'feedback', 'auditor')).items.map(({ feedback, status, outcome, overdue }) => [
        feedback,
        status,
        outcome,
        overdue,
      ]);
    await until('the feedback is listed', async () => (await states()).length === 1);
    expect(await states()).toEqual([['fault-1', 'open', null, false]]);
    expect((await ok<Page>('GET', 'feedback?status=overdue', 'auditor')).items).toEqual([]);
    await ok('POST', 'feedback/fault-1/answer', 'environment', answer);
    await ok('POST', 'feedback/fault-1/close', 'reader', {});
    await until('the loop is closed', async () => JSON.stringify(await states()) === '[["fault-1","closed","corrected",false]]');
  });

  it('changes its owner by an act of the owner [rows 000-004:C4]', async () => {
    const to = { duty: 'ecology-monitoring', owner: 'ecology' };
    expect(await codeOf('POST', 'entries/rain-4/transfer', 'ecology', to)).toBe('CATALOGUE_ENTRY_NOT_YOURS');
    await ok('POST', 'entries/rain-4/transfer', 'environment', to);
    expect(await ok('GET', 'entries/rain-4', 'reader')).toMatchObject({ owner: 'ecology', version: 2, title: '逐小时降水量 4' });
    await until('search knows the new owner', async () => (await find('owner=ecology')).includes('rain-4'));
    expect(await find('owner=environment')).not.toContain('rain-4');
  });

  it('counts by department what is registered [rows 000-004:C2,C22]', async () => {
    const { items, next } = await ok<Page>('GET', 'departments', 'auditor');
    expect(next).toBeNull();
    expect(items).toEqual([
      { organisation: 'ecology', name: '示例ecology', division: '110000', superior: null, registered: 2, connected: 0, working: 0, linked: 1, overdue: 0, supervised: 0 },
      { organisation: 'environment', name: '示例environment', division: '110000', superior: null, registered: 5, connected: 0, working: 0, linked: 0, overdue: 0, supervised: 0 },
    ]); // prettier-ignore
    expect((await ok<Page>('GET', 'duties?organisation=ecology', 'auditor')).items).toEqual([
      { duty: 'ecology-monitoring', version: 1, organisation: 'ecology', name: '大气监测', basis: '大气污染防治法' },
    ]);
    expect((await ok<Page>('GET', 'divisions', 'reader')).items).toEqual([{ division: '110000', parent: null, name: '示例市' }]);
  });

  it('says how far its lists are, so that whoever has written something knows when it is there', async () => {
    const district = { division: '110101', parent: '110000', name: '示例区' };
    const { sequence } = await ok<{ sequence: number }>('POST', 'divisions', 'bureau', district);
    for (const list of ['divisions', 'departments', 'duties'])
      await until(
        `${list} to be that far`,
        async () => (await ok<{ indexed: number }>('GET', list, 'reader')).indexed > sequence,
      );
    expect((await ok<Page>('GET', 'divisions', 'reader')).items).toContainEqual(district);
  });

  it('is filled again when its database is lost', async () => {
    const before = (await find('limit=50')).length;
    await system.workers.stop();
    await system.gateway.stop();
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${system.data}/directory.db${suffix}`, { force: true });
    system.gateway = await services.startGateway({
      env: system.env,
      port: Number(new URL(system.url).port),
      log: `${system.folder}/gateway-2.log`,
    });
    expect(await find('limit=50')).toEqual([]);
    system.workers = await services.startWorkers({ env: system.env, log: `${system.folder}/workers-2.log` });
    await until('all entries are back', async () => (await find('limit=50')).length === before);
  });
});

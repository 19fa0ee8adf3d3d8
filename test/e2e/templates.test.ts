import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { hasher } from '@lianpiao/chaincode/domain';
import { startSharing, type SharingSystem } from '../support/sharing';

interface Run {
  readonly run: string;
  readonly result: string;
  readonly input: string;
  readonly released: boolean;
  readonly answer: string | null;
  readonly code?: string;
}
const PEOPLE = 200;
const CANARY = 'CANARY-PERSON-91ac';

describe('query templates: usable, not visible', () => {
  let sharing: SharingSystem;
  let grant: string;

  beforeAll(async () => {
    sharing = await startSharing();
    // Person n is n years and some days old; wards of 80, 70, 40, 7 and 3 people.
    await sharing.postgres.run('CREATE TABLE patients (id int PRIMARY KEY, person text, ward text, age int, cost numeric(10,2))');
    await sharing.postgres.run(
      `INSERT INTO patients SELECT n, $1 || '-' || n,
         CASE WHEN n <= 80 THEN 'A' WHEN n <= 150 THEN 'B' WHEN n <= 190 THEN 'C' WHEN n <= 197 THEN 'D' ELSE 'E' END, n, n + 0.25
       FROM generate_series(1, ${String(PEOPLE)}) n`,
      [CANARY],
    );
    await sharing.ok('POST', '/v1/catalogue', sharing.keys.provider, {
      resource: 'patients',
      title: '患者',
      source: { connection: 'city-db', table: 'patients', key: 'id' },
      fields: ['id', 'person', 'ward', 'age', 'cost'].map((name) => ({ name })),
      reason: 'plan',
    });
    grant = await aggregate();
  });
  afterAll(async () => {
    await sharing.stop();
  });

  const aggregate = (more: object = {}): Promise<string> =>
    sharing.grant({ resource: 'patients', fields: ['person', 'ward', 'age', 'cost'], handling: { level: 'aggregate' }, ...more });
  const approve = (
    template: string,
    more: object,
    apiKey = sharing.keys.provider,
  ): Promise<{ code?: string; version?: number }> =>
    sharing.system
      .call<{ code?: string; version?: number }>('POST', '/v1/templates', apiKey, {
        template,
        resource: 'patients',
        title: template,
        kind: 'count',
        reason: 'agreed',
        ...more,
      }) // prettier-ignore
      .then(({ body }) => body);
  const run = async (
    template: string,
    given: readonly object[] = [],
    under = grant,
    apiKey = sharing.keys.consumer,
  ): Promise<Run> =>
    (await sharing.system.call<Run>('POST', `/v1/data/${under}/runs`, apiKey, { template, arguments: given })).body;
  const answerOf = ({ answer, code }: Partial<Run>): Record<string, unknown> => {
    if (typeof answer !== 'string') return { code };
    const { salt, ...rest } = JSON.parse(answer) as Record<string, unknown>;
    expect(salt).toMatch(/^[0-9a-f]{32}$/);
    return rest;
  };
  const age = (op: string, value: number): object => ({ field: 'age', op, value });
  const byAge = [{ field: 'age', ops: ['ge', 'lt', 'le', 'ne'] }];

  it('are approved by the provider alone, version by version, and fit their resource', async () => {
    expect((await approve('spoilt', { kind: 'sum' })).code).toBe('TEMPLATE_INVALID');
    expect((await approve('spoilt', { kind: 'sum', field: 'ward' })).code).toBe('TEMPLATE_INVALID');
    expect((await approve('spoilt', { kind: 'distribution', by: 'none' })).code).toBe('TEMPLATE_INVALID');
    expect((await approve('spoilt', { kind: 'fact' })).code).toBe('TEMPLATE_INVALID');
    expect((await approve('spoilt', { minimumGroup: 4 })).code).toBe('FIELD_INVALID');
    expect((await approve('spoilt', {}, sharing.keys.rival)).code).toBe('RESOURCE_NOT_YOURS');
    expect((await approve('spoilt', {}, sharing.keys.consumer)).code).toBe('ACTION_FORBIDDEN');
    expect((await approve('how-many', { parameters: byAge })).version).toBe(1);
    expect((await approve('how-many', { parameters: byAge })).version).toBe(2);
    const shown = await sharing.ok<{ items: { template: string; version: number }[] }>(
      'GET',
      '/v1/templates',
      sharing.keys.consumer,
    );
    expect(shown.items.map(({ template, version }) => [template, version])).toEqual([['how-many', 2]]);
  });

  it('answer counts, sums, distributions and facts, and no rows [rows 000-004:C8]', async () => {
    await approve('cost', { kind: 'sum', field: 'cost', where: [{ field: 'ward', op: 'eq', value: 'A' }] });
    await approve('wards', { kind: 'distribution', by: 'ward', minimumGroup: 5 });
    await approve('old', {
      kind: 'fact',
      where: [age('ge', 60)],
      parameters: [{ field: 'person', ops: ['eq'], required: true }],
    });
    expect(answerOf(await run('how-many'))).toEqual({ count: String(PEOPLE) });
    expect(answerOf(await run('cost'))).toEqual({ count: '80', sum: '3260' });
    // The ward of three is left out; the next one too, or the count above would give it away.
    expect(answerOf(await run('wards'))).toEqual({
      groups: [
        { value: 'A', count: '80' },
        { value: 'B', count: '70' },
        { value: 'C', count: '40' },
      ],
      suppressed: 2,
    });
    const person = (n: number): object[] => [{ field: 'person', op: 'eq', value: `${CANARY}-${String(n)}` }];
    expect(answerOf(await run('old', person(70)))).toEqual({ fact: true });
    expect(answerOf(await run('old', person(20)))).toEqual({ fact: false });
    expect((await run('old')).code).toBe('TEMPLATE_ARGUMENT_INVALID');
    const rows = await sharing.system.call<{ code: string }>('GET', `/v1/data/${grant}/rows`, sharing.keys.consumer);
    expect(rows.body.code).toBe('LEVEL_AGGREGATE_ONLY');
  });

  it('tell nothing of too few, by one answer or by two', async () => {
    const own = await aggregate({ consumer: 'the-third' });
    const ask = (...given: object[]): Promise<Run> => run('how-many', given, own, sharing.keys.third);
    expect((await ask(age('le', 9))).code).toBe('GROUP_TOO_SMALL');
    expect((await ask(age('ge', 1000))).code).toBe('GROUP_TOO_SMALL');
    expect(answerOf(await ask(age('le', 100)))).toEqual({ count: '100' });
    // All but one, and all but nine: each of these, less the hundred, would be about few.
    expect((await ask(age('le', 99))).code).toBe('QUERY_DIFFERENCING');
    expect((await ask(age('le', 100), age('ne', 50))).code).toBe('QUERY_DIFFERENCING');
    expect((await ask(age('le', 109))).code).toBe('QUERY_DIFFERENCING');
    expect(answerOf(await ask(age('le', 110)))).toEqual({ count: '110' });
    // A second grant of the same consumer knows of the first one's answers.
    const second = await aggregate({ consumer: 'the-third' });
    expect((await run('how-many', [age('le', 99)], second, sharing.keys.third)).code).toBe('QUERY_DIFFERENCING');
    // So does a distribution: the ward A has eighty, all of them below 81.
    await approve('grown-wards', { kind: 'distribution', by: 'ward', where: [age('ge', 2)], minimumGroup: 5 });
    await approve('by-ward', { kind: 'distribution', by: 'ward', minimumGroup: 5 });
    expect(answerOf(await run('by-ward', [], second, sharing.keys.third))['suppressed']).toBe(2);
    expect((await run('grown-wards', [], second, sharing.keys.third)).code).toBe('QUERY_DIFFERENCING');
  });

  it('tell nothing of too few by two grants of one consumer that give different rows', async () => {
    const under = (...rows: object[]): Promise<string> => aggregate({ consumer: 'the-third', rows });
    const [whole, most, some] = [await under(), await under(age('lt', 200)), await under(age('le', 120))];
    const ask = async (grant: string, ...given: object[]): Promise<Record<string, unknown>> =>
      answerOf(await run('how-many', given, grant, sharing.keys.third));
    expect(await ask(whole)).toEqual({ count: String(PEOPLE) });
    // All but the oldest: by the words of the conditions the same question.
    expect(await ask(most)).toEqual({ code: 'QUERY_DIFFERENCING' });
    expect(await ask(some)).toEqual({ count: '120' });
    // And the other way round: what a narrow grant was told stands beside what a wide one asks.
    expect(await ask(whole, age('le', 119))).toEqual({ code: 'QUERY_DIFFERENCING' });
    expect(await ask(most, age('le', 130))).toEqual({ count: '130' });
  });

  it('give the same question the same answer all day, and count different ones', async () => {
    const first = await run('how-many', [age('ge', 20)]);
    await sharing.postgres.run("INSERT INTO patients VALUES (999, 'late', 'A', 50, 1)");
    const again = await run('how-many', [age('ge', 20)]);
    await sharing.postgres.run('DELETE FROM patients WHERE id = 999');
    expect(again).toEqual(first);
    await approve('few', { parameters: byAge, dailyRuns: 2 });
    const asked: unknown[] = [];
    for (const least of [40, 60, 80, 60]) asked.push(answerOf(await run('few', [age('ge', least)])));
    expect(asked).toEqual([{ count: '161' }, { count: '141' }, { code: 'QUERY_BUDGET_SPENT' }, { count: '141' }]);
  });

  it('hold a result until the provider permits that very one [rows 001-002-003:C5]', async () => {
    await approve('held', { kind: 'distribution', by: 'ward', release: 'permit', where: [age('ge', 1)] });
    const held = await run('held');
    expect(held).toMatchObject({ released: false, answer: null });
    const path = `/v1/data/${grant}/runs/${held.run}`;
    const look = async (key: string): Promise<Run> => (await sharing.system.call<Run>('GET', path, key)).body;
    expect((await look(sharing.keys.consumer)).code).toBe('EXPORT_NOT_PERMITTED');
    expect((await look(sharing.keys.third)).code).toBe('RUN_UNKNOWN');
    // The provider sees what it is asked to let out.
    const seen = await look(sharing.keys.provider);
    expect(hasher().sha256(seen.answer!)).toBe(held.result);
    const permit = async (key: string): Promise<string | undefined> =>
      (await sharing.system.call<{ code?: string }>('POST', `${path}/permit`, key, { reason: 'agreed' })).body.code;
    expect(await permit(sharing.keys.consumer)).toBe('ACTION_FORBIDDEN');
    expect(await permit(sharing.keys.rival)).toBe('GRANT_UNKNOWN');
    expect(await permit(sharing.keys.provider)).toBeUndefined();
    expect(await permit(sharing.keys.provider)).toBe('EXPORT_EXISTS');
    expect((await look(sharing.keys.consumer)).answer).toBe(seen.answer);
  });

  interface Listed {
    readonly items: readonly (Run & { readonly state: string; readonly since: string; readonly decided: object | null })[];
    readonly next: string | null;
    readonly code?: string;
  }
  const listed = async (query: string, key: string): Promise<Listed> =>
    (await sharing.system.call<Listed>('GET', `/v1/runs${query}`, key)).body;
  const inRuns = async (query: string, key: string): Promise<string[]> =>
    (await listed(query, key)).items.map(({ run: name }) => name);

  it('keep a result that the provider refuses for good, and list what waits for whom it concerns', async () => {
    const { provider, consumer, third, rival, auditor } = sharing.keys;
    await approve('kept', { release: 'permit', parameters: byAge });
    const own = await aggregate({ consumer: 'the-third' });
    const [first, second, other] = [
      await run('kept', [age('ge', 30)]),
      await run('kept', [age('ge', 50)]),
      await run('kept', [], own, third),
    ];
    const at = (name: string, word: string, under = grant): string => `/v1/data/${under}/runs/${name}/${word}`;
    const decide = async (
      name: string,
      word: string,
      key: string,
      body: object = { reason: 'names a person' },
    ): Promise<unknown> =>
      (await sharing.system.call<{ code?: string; type?: string }>('POST', at(name, word), key, body)).body.code;
    // Newest first, page after page: a provider's all, a consumer's own, a rival's none.
    expect(await inRuns('?state=waiting', provider)).toEqual([other.run, second.run, first.run]);
    expect(await inRuns('?state=waiting', consumer)).toEqual([second.run, first.run]);
    expect(await inRuns('', third)).toEqual([other.run]);
    expect(await inRuns('', rival)).toEqual([]);
    const page = await listed('?state=waiting&limit=2', provider);
    expect(page.items.map(({ run: name }) => name)).toEqual([other.run, second.run]);
    expect(await inRuns(`?state=waiting&limit=2&after=${page.next!}`, provider)).toEqual([first.run]);
    const { input, result } = first;
    expect((await listed(`?grant=${grant}&state=waiting`, consumer)).items[1]).toEqual({
      run: first.run,
      grant,
      consumer: 'the-consumer',
      provider: 'the-provider',
      resource: 'patients',
      template: 'kept@1',
      input,
      result,
      state: 'waiting',
      since: expect.stringMatching(/Z$/) as string,
      deadline: expect.stringMatching(/Z$/) as string,
      decided: null,
    });

    expect(await decide(first.run, 'refuse', consumer)).toBe('ACTION_FORBIDDEN');
    expect(await decide(first.run, 'refuse', rival)).toBe('GRANT_UNKNOWN');
    expect(await decide(other.run, 'refuse', provider)).toBe('RUN_UNKNOWN');
    expect(await decide('run-none', 'refuse', provider)).toBe('RUN_UNKNOWN');
    expect(await decide('Not An Id', 'refuse', provider)).toBe('FIELD_INVALID');
    expect(await decide(first.run, 'refuse', provider, {})).toBe('FIELD_MISSING');
    expect(await decide(first.run, 'refuse', provider, { reason: 'no', more: 1 })).toBe('FIELD_UNKNOWN');
    const direct = await run('wards');
    expect(await decide(direct.run, 'refuse', provider)).toBe('EXPORT_EXISTS');
    expect(await decide(first.run, 'refuse', provider)).toBeUndefined();
    expect(await decide(first.run, 'refuse', provider)).toBe('EXPORT_REFUSED');
    expect(await decide(first.run, 'permit', provider)).toBe('EXPORT_REFUSED');
    expect(await decide(second.run, 'permit', provider)).toBeUndefined();
    expect(await decide(second.run, 'refuse', provider)).toBe('EXPORT_EXISTS');
    expect((await sharing.system.call<Run>('GET', at(first.run, '').slice(0, -1), consumer)).body.code).toBe('EXPORT_REFUSED');
    // The same question has the same answer all day, and that stays refused.
    expect(await run('kept', [age('ge', 30)])).toMatchObject({ run: first.run, state: 'refused', released: false, answer: null });
    expect(await inRuns('?state=refused', consumer)).toEqual([first.run]);
    const decided = { sequence: expect.any(Number) as number, time: expect.any(String) as string, why: 'names a person' };
    expect((await listed('?state=refused', consumer)).items[0]).toMatchObject({ state: 'refused', decided });
    expect((await listed('?state=permitted', consumer)).items[0]).toMatchObject({ run: second.run, decided });

    // A supervisor's right is used under a grant and with a reason, and that is written down.
    expect((await listed('', auditor)).code).toBe('RECEIPT_REASON_MISSING');
    expect((await listed(`?grant=${grant}`, auditor)).code).toBe('RECEIPT_REASON_MISSING');
    expect((await listed('?grant=none&reason=yearly', auditor)).code).toBe('GRANT_UNKNOWN');
    expect((await listed(`?grant=${grant}&state=refused&reason=yearly`, auditor)).items).toMatchObject([{ run: first.run }]);
    const { items } = await sharing.ok<{ items: { entry: Record<string, string> }[] }>(
      'GET',
      `/v1/grants/${grant}/audit?limit=500&order=newest`,
      provider,
    );
    expect(items[0]!.entry).toMatchObject({ event: 'inspect', organisation: 'the-auditor', reason: 'yearly' });
    expect((await listed('?state=direct', provider)).code).toBe('FIELD_INVALID');
    expect((await listed('?after=x', provider)).code).toBe('CURSOR_INVALID');
    expect((await listed('?more=1', provider)).code).toBe('FIELD_UNKNOWN');
    expect((await listed(`?grant=${own}`, consumer)).code).toBe('GRANT_UNKNOWN');
  });

  it('run under a grant that holds, with arguments that they take, as their newest version', async () => {
    expect((await run('none')).code).toBe('TEMPLATE_UNKNOWN');
    expect((await run('how-many', [{ field: 'person', op: 'eq', value: 'x' }])).code).toBe('TEMPLATE_ARGUMENT_INVALID');
    expect((await run('how-many', [{ field: 'age', op: 'eq', value: 1 }])).code).toBe('TEMPLATE_ARGUMENT_INVALID');
    expect((await run('how-many', [age('ge', '1; DROP TABLE patients' as never)])).code).toBe('FILTER_INVALID');
    const narrow = await aggregate({ fields: ['ward'] });
    expect((await run('how-many', [age('ge', 20)], narrow)).code).toBe('FIELD_NOT_GRANTED');
    expect((await run('how-many', [], grant, sharing.keys.third)).code).toBe('GRANT_UNKNOWN');
    const { token } = await sharing.ok<{ token: string }>('POST', `/v1/grants/${narrow}/tokens`, sharing.keys.consumer, {});
    expect((await run('how-many', [], grant, token)).code).toBe('TOKEN_OF_ANOTHER_GRANT');
    await sharing.ok('POST', '/v1/templates/how-many/withdraw', sharing.keys.provider, { reason: 'over' });
    expect((await run('how-many')).code).toBe('TEMPLATE_WITHDRAWN');
    await sharing.change('revoke', narrow);
    expect((await run('wards', [], narrow)).code).toBe('GRANT_REVOKED');
  });

  it('leave digests in the audit log, and no value of the data anywhere [rows 000-004:C9 001-002-003:C5]', async () => {
    const { items } = await sharing.ok<{ items: { entry: Record<string, string> }[] }>(
      'GET',
      `/v1/grants/${grant}/audit?limit=500`,
      sharing.keys.provider,
    );
    const runs = items.map(({ entry }) => entry).filter(({ event, outcome }) => event === 'run' && outcome === 'allowed');
    expect(runs[0]).toMatchObject({ template: 'how-many@2', rows: 0 });
    for (const { query, result } of runs) expect([query, result].every((digest) => /^[0-9a-f]{64}$/.test(digest!))).toBe(true);
    // The consumer's own question named a person: not even that stands on disk in clear.
    for (const name of readdirSync(sharing.system.data, { recursive: true, withFileTypes: true })) {
      if (!name.isFile()) continue;
      expect([name.name, readFileSync(join(name.parentPath, name.name)).includes(CANARY)]).toEqual([name.name, false]);
    }
    expect(readFileSync(join(sharing.system.folder, 'gateway.log'), 'utf8')).not.toContain(CANARY);
  });
});

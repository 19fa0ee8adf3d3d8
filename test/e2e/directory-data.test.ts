import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startSharing, UNTIL, type SharingSystem } from '../support/sharing';
import { services } from '../support/system';

type Item = Readonly<Record<string, unknown>>;
const TAGS = { technology: ['传感器'], industry: ['环保'], management: ['监测'] };
const SCHEMA = {
  type: 'object',
  required: ['stop', 'passengers'],
  properties: { stop: { type: 'string', minLength: 1 }, passengers: { enum: ['1', '2', '3'] } },
};

describe('what the directory knows of the data itself', () => {
  let sharing: SharingSystem;
  const file = (name: string, text: string): void => writeFileSync(join(sharing.files, name), text);
  const call = (method: string, path: string, apiKey: string, body?: object): ReturnType<SharingSystem['system']['call']> =>
    sharing.system.call(method, `/v1/catalogue${path}`, apiKey, body === undefined ? undefined : { reason: 'test', ...body });
  const codeOf = async (...asked: Parameters<typeof call>): Promise<unknown> => {
    const { status, body } = await call(...asked);
    return status < 300 ? 'ok' : (body as Item)['code'];
  };
  const ok = async (...asked: Parameters<typeof call>): Promise<Item> => {
    const { status, text, body } = await call(...asked);
    if (status >= 300) throw new Error(`${asked[0]} ${asked[1]}: ${String(status)} ${text}`);
    return body as Item;
  };
  const entry = (more: object): object => ({
    duty: 'city-data',
    title: '公交客流',
    grade: 1,
    class: 'public-service',
    openness: 'conditional',
    sector: 'transport',
    tags: TAGS,
    ...more,
  });
  const register = async (resource: string, name: string, under: string): Promise<void> => {
    await ok('POST', '', sharing.keys.provider, {
      resource,
      title: resource,
      source: { connection: 'city-files', file: name },
      fields: [{ name: 'stop' }, { name: 'passengers' }],
    });
    await ok('POST', `/${resource}/entry`, sharing.keys.provider, { entry: under });
  };
  const departmentCounts = async (): Promise<unknown[]> => {
    const { items } = (await ok('GET', '/departments', sharing.keys.auditor)) as unknown as { items: Item[] };
    return ['registered', 'connected', 'working'].map((name) => items[0]?.[name]);
  };

  beforeAll(async () => {
    sharing = await startSharing();
    file('stops.csv', 'stop,passengers\n人民广场,1\n静安寺,2\n');
    file('open.csv', 'stop,passengers\n五角场,3\n徐家汇,1\n豫园,2\n');
    await ok('POST', '/schemas', sharing.keys.provider, { schema: 'stops', document: SCHEMA });
    await ok(
      'POST',
      '/entries',
      sharing.keys.provider,
      entry({ entry: 'stops-entry', datum: '客流', schema: 'stops', schemaVersion: 1 }),
    );
    await ok('POST', '/entries', sharing.keys.provider, entry({ entry: 'open-entry', datum: '开放客流', openness: 'open' }));
    await register('stops', 'stops.csv', 'stops-entry');
    await register('open-stops', 'open.csv', 'open-entry');
  }, 120_000);
  afterAll(() => sharing.stop());

  it('keeps schemas with their versions, and takes none that could not be used [rows 001-002-003:D8 000-004:C16]', async () => {
    const { provider, rival, consumer } = sharing.keys;
    expect(await ok('GET', '/schemas/stops', consumer)).toEqual({
      schema: 'stops',
      version: 1,
      owner: 'the-provider',
      document: SCHEMA,
    });
    expect(await codeOf('POST', '/schemas', rival, { schema: 'stops', document: SCHEMA })).toBe('SCHEMA_NOT_YOURS');
    const refused: object[] = [
      { type: 'nothing' },
      { properties: { stop: { pattern: '(a+)+$' } } },
      { $ref: 'https://elsewhere.example/schema' },
      { $ref: '../other' },
      { allOf: [{ patternProperties: { '^(a+)+$': {} } }] },
      { unknownKeyword: 1 },
    ];
    for (const document of refused)
      expect([document, await codeOf('POST', '/schemas', provider, { schema: 'stops', document })]).toEqual([
        document,
        'SCHEMA_INVALID',
      ]);
    await ok('POST', '/schemas', provider, { schema: 'stops', document: { ...SCHEMA, additionalProperties: false } });
    expect(await ok('GET', '/schemas/stops', consumer)).toMatchObject({ version: 2 });
    expect(await ok('GET', '/schemas/stops?version=1', consumer)).toMatchObject({ version: 1, document: SCHEMA });
    expect(await codeOf('GET', '/schemas/stops?version=9', consumer)).toBe('SCHEMA_UNKNOWN');
  });

  it('probes sources, counts what works, and puts what does not fit in quarantine until it is released [rows 000-004:C2 001-002-003:B1,D8,F15]', async () => {
    const { provider, consumer, rival } = sharing.keys;
    expect(await ok('POST', '/stops/probe', provider)).toMatchObject({ resource: 'stops', outcome: 'works', code: null });
    expect(await codeOf('POST', '/stops/probe', rival)).toBe('RESOURCE_NOT_YOURS');
    expect(await codeOf('POST', '/stops/probe', consumer)).toBe('ACTION_FORBIDDEN');
    const { grant } = await sharing.ok<{ grant: string }>('POST', '/v1/grants', provider, {
      resource: 'stops',
      consumer: 'the-consumer',
      until: UNTIL,
      purpose: { code: 'research', text: 'a study' },
      fields: ['stop'],
      reason: 'agreed',
    });
    const rows = async (): Promise<unknown> => {
      const { status, body } = await sharing.system.call<Item>('GET', `/v1/data/${grant}/rows`, consumer);
      return status < 300 ? 'ok' : body['code'];
    };
    expect(await rows()).toBe('ok');
    file('stops.csv', 'stop,passengers\n人民广场,1\n静安寺,many\n');
    expect(await ok('POST', '/stops/probe', provider)).toMatchObject({ outcome: 'misfit', code: 'RESOURCE_QUARANTINED' });
    expect(await rows()).toBe('RESOURCE_QUARANTINED');
    file('stops.csv', 'stop,passengers\n人民广场,1\n');
    await ok('POST', '/stops/release', provider, {});
    expect(await rows()).toBe('ok');
    expect(await ok('POST', '/stops/probe', provider)).toMatchObject({ outcome: 'works' });
    file('stops.csv', 'other,columns\n1,2\n');
    expect(await ok('POST', '/stops/probe', provider)).toMatchObject({ outcome: 'changed', code: 'SOURCE_CHANGED' });
    await services.until(
      async () => JSON.stringify(await departmentCounts()) === '[3,2,1]',
      'the chart counts three registered, two connected, one working',
      30_000,
    );
  });

  it('open data is read without a grant, and every read is in the audit log [rows 001-002-003:D2]', async () => {
    const { consumer, auditor } = sharing.keys;
    const first = await ok('GET', '/open-stops/rows?limit=2', consumer);
    expect(first['items']).toEqual([{ stop: '五角场', passengers: '3' }, { stop: '徐家汇', passengers: '1' }]); // prettier-ignore
    const rest = await ok('GET', `/open-stops/rows?limit=2&after=${String(first['next'])}`, consumer);
    expect(rest).toEqual({ items: [{ stop: '豫园', passengers: '2' }], next: null });
    const where = encodeURIComponent('[{"field":"passengers","op":"eq","value":"2"}]');
    expect((await ok('GET', `/open-stops/rows?fields=stop&where=${where}`, consumer))['items']).toEqual([{ stop: '豫园' }]);
    expect(await codeOf('GET', '/open-stops/rows?fields=person', consumer)).toBe('FIELD_INVALID');
    expect(await codeOf('GET', '/open-stops/rows?where=x', consumer)).toBe('FILTER_INVALID');
    for (const resource of ['stops', 'none'])
      expect(await codeOf('GET', `/${resource}/rows`, consumer)).toBe('RESOURCE_NOT_OPEN');
    const { body } = await sharing.system.call<{ items: { entry: Item }[] }>('GET', '/v1/audit?limit=500', auditor);
    const reads = body.items.map(({ entry: read }) => read).filter(({ event }) => event === 'open-read');
    expect(reads.map(({ organisation, resource, rows }) => [organisation, resource, rows])).toEqual([
      ['the-consumer', 'open-stops', 2],
      ['the-consumer', 'open-stops', 1],
      ['the-consumer', 'open-stops', 1],
    ]);
    expect(JSON.stringify(body)).not.toContain('豫园');
  });

  it('open entries and their data are there for anyone, each read in the audit log; the rest of the directory needs credentials [rows 001-002-003:D2]', async () => {
    const { auditor, consumer } = sharing.keys;
    const anyone = async (path: string): Promise<Item & { status: number }> => {
      const { status, body } = await sharing.system.call<Item>('GET', `/v1/catalogue${path}`, undefined);
      return { ...body, status };
    };
    const all = ((await ok('GET', '/entries?limit=500', consumer))['items'] as Item[]).map(({ entry, openness }) => [
      entry,
      openness,
    ]);
    const open = all.filter(([, openness]) => openness === 'open');
    expect(open.length).toBeGreaterThan(0);
    expect(all.length).toBeGreaterThan(open.length);
    for (const query of ['?limit=500', '?limit=500&openness=open'])
      expect(((await anyone(`/entries${query}`))['items'] as Item[]).map(({ entry, openness }) => [entry, openness])).toEqual(
        open,
      );
    const [openEntry, otherEntry] = [open[0]![0], all.find(([, openness]) => openness !== 'open')![0]];
    const shown = await anyone(`/entries/${String(openEntry)}`);
    // Who did what is for those who say who they are.
    expect([shown.status, shown['openness'], shown['history']]).toEqual([200, 'open', []]);
    expect((await ok('GET', `/entries/${String(openEntry)}`, consumer))['history']).not.toEqual([]);
    for (const path of [
      '/entries?openness=conditional',
      `/entries/${String(otherEntry)}`,
      '/entries/none',
      '/stops/rows',
      '/none/rows',
      '',
      '/stops',
      '/departments',
      '/duties',
      '/feedback',
      '/dcat',
      '/incomplete',
      '/schemas/none',
    ])
      // prettier-ignore
      expect([path, (await anyone(path))['code']]).toEqual([path, 'CREDENTIALS_MISSING']);

    expect((await anyone('/open-stops/rows?limit=1'))['items']).toEqual([{ stop: '五角场', passengers: '3' }]);
    const { body } = await sharing.system.call<{ items: { entry: Item }[] }>('GET', '/v1/audit?limit=1&order=newest', auditor);
    const { event, organisation, resource, rows } = body.items[0]!.entry;
    expect([event, organisation, resource, rows]).toEqual(['open-read', '*', 'open-stops', 1]);
    const { status } = await sharing.system.call('POST', '/v1/catalogue/entries', undefined, {});
    expect(status).toBe(401);
  });

  it('goes out as DCAT 3 and comes back in; no context of elsewhere is fetched [rows 000-004:C13 001-002-003:D2]', async () => {
    const { provider, consumer } = sharing.keys;
    const listed = async (): Promise<number> => {
      const { body } = await sharing.system.call<{ items: unknown[] }>('GET', '/v1/catalogue/entries', consumer);
      return body.items.length;
    };
    await services.until(async () => (await listed()) === 3, 'three entries are found', 20_000);
    const response = await fetch(`${sharing.system.url}/v1/catalogue/dcat?limit=2`, {
      headers: { authorization: `Bearer ${consumer}` },
    });
    expect(response.headers.get('content-type')).toContain('application/ld+json');
    expect(response.headers.get('link')).toMatch(/\/v1\/catalogue\/dcat\?after=open-entry&limit=2>; rel="next"$/);
    const out = (await ok('GET', '/dcat', consumer)) as unknown as { 'dcat:dataset': Item[] };
    expect(out).toMatchObject({ '@type': 'dcat:Catalog' });
    expect(JSON.stringify(out)).not.toMatch(/"@context":"http/);
    const open = out['dcat:dataset'].find((dataset) => dataset['dct:identifier'] === 'open-entry');
    expect(open).toMatchObject({
      '@type': 'dcat:Dataset',
      'dct:title': { '@value': '公交客流', '@language': 'zh' },
      'dct:publisher': { '@id': 'urn:lianpiao:organisation:the-provider' },
      'dcat:theme': { '@id': 'urn:lianpiao:sector:transport' },
      'dcat:distribution': [{ '@type': 'dcat:Distribution', 'dct:identifier': 'open-stops' }],
    });
    const defaults = { duty: 'city-data', grade: 2, class: 'government', openness: 'conditional', sector: 'city', tags: TAGS };
    const imported = { catalogue: 'https://other.example', defaults };
    // Its own export: every entry has its datum already, under itself.
    const back = (await ok('POST', '/dcat', provider, { ...imported, document: out })) as unknown as { items: Item[] };
    expect(back.items.map(({ entry: id, code }) => [id, code])).toEqual([
      ['city-entry', undefined],
      ['open-entry', undefined],
      ['stops-entry', undefined],
    ]);
    const foreign = {
      '@context': { d: 'http://www.w3.org/ns/dcat#', title: { '@id': 'http://purl.org/dc/terms/title' }, datasets: 'd:dataset' },
      '@type': 'd:Catalog',
      datasets: [
        { '@id': 'https://other.example/ds/1', '@type': 'd:Dataset', title: [{ '@value': 'Noise', '@language': 'en' }, { '@value': '噪声', '@language': 'zh-CN' }] },
        { '@id': 'https://other.example/ds/2', '@type': 'd:Dataset', 'http://purl.org/dc/terms/title': 'Water' },
        { '@id': 'https://other.example/ds/1', '@type': 'd:Dataset', title: 'Noise again' },
      ],
    }; // prettier-ignore
    const { items } = (await ok('POST', '/dcat', provider, { ...imported, document: foreign })) as unknown as { items: Item[] };
    expect(items.map(({ id, code }) => [id, code])).toEqual([
      ['https://other.example/ds/1', undefined],
      ['https://other.example/ds/2', undefined],
      ['https://other.example/ds/1', undefined],
    ]);
    expect(await ok('GET', `/entries/${String(items[0]?.['entry'])}`, consumer)).toMatchObject({
      title: 'Noise again',
      version: 2,
      grade: 2,
    });
    const bad: object[] = [
      { '@context': 'https://elsewhere.example/context.jsonld', '@type': 'dcat:Dataset', 'dct:title': 'x' },
      { '@context': [{}, 'https://elsewhere.example/context.jsonld'], '@type': 'dcat:Dataset', 'dct:title': 'x' },
      { '@context': { '@import': 'https://elsewhere.example/c' }, '@type': 'dcat:Dataset', 'dct:title': 'x' },
      { '@type': 'dcat:Catalog' },
      { '@type': 'dcat:Catalog', 'dcat:dataset': ['x'] },
    ];
    for (const document of bad)
      expect([document, await codeOf('POST', '/dcat', provider, { ...imported, document })]).toEqual([
        document,
        'DCAT_MALFORMED',
      ]);
  });

  it('lists as CSV what entries lack [rows 001-002-003:D10]', async () => {
    const url = `${sharing.system.url}/v1/catalogue/incomplete?limit=500`;
    const response = await fetch(url, { headers: { authorization: `Bearer ${sharing.keys.auditor}` } });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    const text = await response.text();
    const lines = text.trimEnd().split('\r\n');
    expect(lines[0]).toBe('entry,owner,duty,title,missing');
    expect(lines).toContain('stops-entry,the-provider,city-data,公交客流,description evidence working');
    expect(lines).toContain('open-entry,the-provider,city-data,公交客流,description schema evidence');
  });
});

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { provDocument, type ProvDocument } from '../../gateway/src/provenance/prov-json';
import type { Registration } from '../../gateway/src/provenance/provenance-reader';
import { digestOf } from '../support/provenance';
import { countVectors, vectorFolder } from '../support/vectors';

/** Others' readers: the Python package `prov`, and the schema of the W3C submission. scripts/lib/ensure-tools.sh installs them. */
const ROOT = resolve(__dirname, '../..');
const PYTHON = join(ROOT, '.cache/prov/bin/python');
const READER = join(ROOT, 'test/support/read_prov.py');

const [DATA, RAW, NOTE] = [digestOf('data'), digestOf('raw'), digestOf('note')];
const registration = (sequence: number, parts: Partial<Registration> = {}): Registration => ({
  sequence,
  time: '2026-03-16T02:00:00.000Z',
  registrant: 'data-office',
  test: false,
  kind: 'dataset',
  parents: [],
  signer: digestOf('key'),
  signature: 'valid',
  ...parts,
});

interface Reading {
  readonly read: boolean;
  readonly schema: boolean | null;
  readonly error: string;
  readonly derivations?: readonly (readonly [string, string])[];
  readonly attributions?: readonly (readonly [string, string])[];
  readonly generations?: readonly (readonly [string, string])[];
  readonly agents?: readonly string[];
}

const folder = mkdtempSync(join(tmpdir(), 'lianpiao-prov-'));
const vectors = vectorFolder('prov-json');
const schema = vectors === undefined ? [] : ['--schema', join(vectors, 'schemas/prov-json.schema.json')];

/** What others read of some documents, in one process. */
function readAll(files: readonly string[]): Reading[] {
  const python = existsSync(PYTHON) ? PYTHON : 'python3';
  return JSON.parse(execFileSync(python, [READER, ...schema, ...files], { encoding: 'utf8' })) as Reading[];
}

function written(name: string, document: ProvDocument): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(document));
  return path;
}

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('PROV-JSON', () => {
  const alone = provDocument(DATA, [registration(7)]);
  const confirmed = provDocument(DATA, [
    registration(7, { parents: [RAW] }),
    registration(9, { registrant: 'city-lab', parents: [RAW, NOTE], signer: digestOf('other key') }),
  ]);

  it('tells of content, making, source, record and registrant', () => {
    expect(alone).toMatchObject({
      entity: { [DATA]: { 'prov:type': { $: 'lianpiao:Dataset' } }, 'record:7': {} },
      agent: { 'organisation:data-office': {}, [`key:${digestOf('key').slice(7)}`]: {} },
      wasAttributedTo: { '_:source': { 'prov:entity': DATA } },
    });
    expect(alone).not.toHaveProperty('wasDerivedFrom');
  });

  it('is read by other software as what was meant', () => {
    const [one, two] = readAll([written('alone.json', alone), written('confirmed.json', confirmed)]) as [Reading, Reading];
    for (const reading of [one, two]) {
      expect(reading).toMatchObject({ read: true, error: '' });
      expect(reading.schema).toBe(vectors === undefined ? null : true);
    }
    expect(one.derivations).toEqual([]);
    const uri = (digest: string): string => `https://lianpiao.example/ns/sha256/${digest.slice(7)}`;
    expect(two.derivations).toEqual(
      [
        [uri(DATA), uri(RAW)],
        [uri(DATA), uri(RAW)],
        [uri(DATA), uri(NOTE)],
      ].sort(),
    );
    expect(two.generations).toContainEqual([uri(DATA), `https://lianpiao.example/ns/making/sha256/${DATA.slice(7)}`]);
    expect(two.attributions).toContainEqual([uri(DATA), `https://lianpiao.example/ns/key/sha256/${digestOf('key').slice(7)}`]);
    expect(two.agents).toEqual(
      expect.arrayContaining(['data-office', 'city-lab'].map((id) => `https://lianpiao.example/ns/organisation/${id}`)),
    );
  });

  it('is judged by readers that tell good documents from bad ones', () => {
    const spoilt = (name: string, parts: object): string => written(name, { ...alone, ...parts });
    const files = [
      spoilt('no-entity.json', { entity: { 'sha256:1': null } }),
      spoilt('no-name.json', { wasDerivedFrom: { '_:x': { 'prov:usedEntity': 7 } } }),
      written('again.json', alone),
    ];
    const own = readAll(files).map(({ read, schema: fits }) => (read ? fits : 'unread'));
    expect(own).toEqual(['unread', ...(vectors === undefined ? [null, null] : [false, true])]);
    if (vectors === undefined) return;
    const cases = (['valid', 'malformed'] as const).flatMap((family) =>
      readdirSync(join(vectors, family))
        .filter((name) => name.endsWith('.json'))
        .map((name) => ({ family, name, path: join(vectors, family, name) })),
    );
    const readings = readAll(cases.map(({ path }) => path));
    const found = cases.map(({ family, name }, place) => ({ family, name, read: readings[place]!.read }));
    expect(found.filter(({ family, read }) => read !== (family === 'valid'))).toEqual([]);
    countVectors('prov-json', cases.length);
  });

  it('uses only parts that published documents use', () => {
    if (vectors === undefined) return;
    const parts = readdirSync(join(vectors, 'valid')).flatMap((name) =>
      Object.keys(JSON.parse(readFileSync(join(vectors, 'valid', name), 'utf8')) as object),
    );
    expect(Object.keys(confirmed).filter((part) => !parts.includes(part))).toEqual([]);
  });
});

/** The part of the demonstration about sharing data: a CSV file, granted, read, revoked, refused. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { catalogueResource } from './catalogue-resource.mjs';

const RESOURCE = 'demo-bus-stops';
const FILE = 'bus-stops.csv';
const CONNECTION = 'demo-files';
const DAY_MS = 86_400_000;

const ROWS = [
  ['人民广场', '黄浦', 1830, '示例公交一分公司'],
  ['静安寺', '静安', 1240, '示例公交二分公司'],
  ['徐家汇', '徐汇', 2110, '示例公交一分公司'],
  ['五角场', '杨浦', 960, '示例公交三分公司'],
];

/** Writes the demonstration's file and the operator's list of connections, unless one is set already. */
export function prepareSources(data) {
  if (process.env.LIANPIAO_SOURCES !== undefined) return {};
  const folder = path.join(data, 'demo-files');
  mkdirSync(folder, { recursive: true });
  const lines = ROWS.map((row) => row.join(','));
  writeFileSync(path.join(folder, FILE), `stop,district,passengers,operator\n${lines.join('\n')}\n`);
  const sources = path.join(data, 'demo-sources.json');
  const connections = { [CONNECTION]: { kind: 'csv', folder, organisations: ['demo-provider'] } };
  writeFileSync(sources, `${JSON.stringify({ connections }, null, 2)}\n`, { mode: 0o600 });
  return { LIANPIAO_SOURCES: sources };
}

/** Registers the file, grants two of its fields and a part of its rows for a day, reads, revokes, and is refused. */
export async function demonstrateGrant({ url, credentials, services, say }) {
  if (process.env.LIANPIAO_SOURCES !== undefined) return;
  const provider = { apiKey: credentials.provider.apiKey };
  const consumer = { apiKey: credentials.consumer.apiKey };
  const resource = {
    resource: RESOURCE,
    title: '公交站点客流（示例）',
    source: { connection: CONNECTION, file: FILE },
    fields: [{ name: 'stop' }, { name: 'district' }, { name: 'passengers', type: 'number' }, { name: 'operator' }],
    reason: 'demonstration',
  };
  await services.unlessThere(services.call(url, 'POST', '/v1/catalogue', { ...provider, body: resource }));
  const directory = { url, services, bureau: credentials.bureau.apiKey, provider: provider.apiKey };
  const about = { resource: RESOURCE, organisation: 'demo-provider', title: resource.title, sector: 'transport' };
  await catalogueResource(directory, about);
  const { grant } = await services.call(url, 'POST', '/v1/grants', {
    ...provider,
    body: {
      resource: RESOURCE,
      consumer: 'demo-consumer',
      until: new Date(Date.now() + DAY_MS).toISOString(),
      purpose: { code: 'research', text: '客流研究' },
      fields: ['stop', 'passengers'],
      rows: [{ field: 'passengers', op: 'ge', value: 1000 }],
      reason: 'demonstration',
    },
  });
  say(`granted    ${grant}  ${RESOURCE} to demo-consumer: stop, passengers where passengers >= 1000`);
  const { items } = await services.call(url, 'GET', `/v1/data/${grant}/rows`, consumer);
  say(`read       ${items.length} rows: ${items.map(({ stop, passengers }) => `${stop} ${passengers}`).join(', ')}`);
  const before = performance.now();
  await services.call(url, 'POST', `/v1/grants/${grant}/revoke`, { ...provider, body: { reason: 'demonstration' } });
  say(`revoked    ${grant}  in ${(performance.now() - before).toFixed(1)} ms`);
  try {
    await services.call(url, 'GET', `/v1/data/${grant}/rows`, consumer);
  } catch (error) {
    const { code } = JSON.parse(error.text ?? '{}');
    if (code !== 'GRANT_REVOKED') throw error;
    const audit = await services.call(url, 'GET', `/v1/grants/${grant}/audit`, provider);
    say(`refused    ${code}; audit: ${audit.items.map(({ entry }) => entry.outcome).join(', ')}`);
    return;
  }
  throw new Error('a revoked grant was served');
}

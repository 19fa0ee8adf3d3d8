/**
 * The demonstration's data provider registers a dataset and the report made from it, each with its source's signed statement,
 * and checks the report's file against its offline bundle.
 */
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const services = createRequire(import.meta.url)('./services.cjs');

/** Written once, with the moment of writing: a later start finds them registered, another folder has contents of its own. */
const CONTENTS = [
  { file: 'readings.csv', text: 'station,level\nA,3.1\nB,2.9\n', kind: 'dataset', method: 'hourly readings' },
  { file: 'report.csv', text: 'mean level\n3.0\n', kind: 'document', method: 'mean of the readings' },
];
const SOURCE = '示例市水文站';
const MADE_AT = '2026-01-31T08:00:00Z';

/** @returns true when the report's file verified against its bundle. */
export async function demonstrateProvenance({ url, credentialsFile, apiKey, data, trustFile, say }) {
  const folder = path.join(data, 'demo-provenance');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const key = keyFile(folder);
  const digests = [];
  for (const { file, text, kind, method } of CONTENTS) {
    const content = path.join(folder, file);
    if (!existsSync(content)) writeFileSync(content, `${text}# ${new Date().toISOString()}\n`);
    const said = ['--key', key, '--source', SOURCE, '--method', method, '--kind', kind, '--made-at', MADE_AT];
    const parents = digests.flatMap((digest) => ['--parent', digest]);
    const words = ['register', content, ...said, ...parents, '--credentials', credentialsFile, '--json'];
    const answer = await services.lianpiao('provenance', ...words);
    digests.push(JSON.parse(answer).digest);
  }
  const [parent, digest] = digests;
  const bundle = path.join(folder, 'report.lianpiao.json');
  const proof = await services.call(url, 'GET', `/v1/provenance/${digest}/proof`, { apiKey });
  writeFileSync(bundle, JSON.stringify(proof, null, 2));
  say(`registered ${digest.slice(0, 23)}…  made from ${parent.slice(0, 23)}…`);
  try {
    const words = ['verify', path.join(folder, 'report.csv'), '--bundle', bundle, '--trust', trustFile];
    say((await services.lianpiao('provenance', ...words)).split('\n')[0]);
    return true;
  } catch (error) {
    say(`PROVENANCE NOT VERIFIED: ${error.stdout ?? ''}${error.stderr ?? error.message}`);
    return false;
  }
}

/** The source's key: kept beside the contents, since a statement signed by another key would be another statement. */
function keyFile(folder) {
  const file = path.join(folder, 'source.pem');
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync('ed25519');
    writeFileSync(file, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600 });
  }
  return file;
}

/**
 * The main job, on real parts: starts Redis, gateway and workers on the embedded ledger (or a Fabric network), registers the demonstration's
 * organisations, issues one invoice over the public API, waits for its complete proof and verifies it offline. A development
 * EVM node takes the log's anchors; the invoice's anchor is looked up there too. Then a content's provenance is registered,
 * data is granted, read and revoked, and everything is reconciled.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { anchoredBundle, startChain } from './demo-anchor.mjs';
import { OPERATOR, startFabric } from './up-fabric.mjs';
import { demonstrateProvenance } from './up-provenance.mjs';
import { demonstrateReconciliation } from './up-reconciliation.mjs';
import { officialRules } from './up-rules.mjs';
import { demonstrateGrant, prepareSources } from './up-grants.mjs';
import { demonstrateSale } from './up-sales.mjs';

const services = createRequire(import.meta.url)('./services.cjs');

const { values: options } = parseArgs({
  options: {
    once: { type: 'boolean', default: false },
    data: { type: 'string', default: './data' },
    port: { type: 'string', default: '3000' },
    ledger: { type: 'string', default: 'embedded' },
  },
});
const say = (text) => console.log(text);
const started = Date.now();
const seconds = () => `${((Date.now() - started) / 1000).toFixed(1)} s`;

/** The demonstration's organisations: one of each role that the interface names. */
const DEMO = [
  { role: 'merchant', organisation: 'demo-merchant', party: { name: '示例百货有限公司', taxId: '91440300MA5DEMQM04' } },
  { role: 'company', organisation: 'demo-company', party: { name: '样例科技有限公司', taxId: '91310000MA1DEMQC0F' } },
  { role: 'provider', organisation: 'demo-provider', party: { name: '示例市数据局' } },
  { role: 'consumer', organisation: 'demo-consumer', party: { name: '样例研究院' } },
  { role: 'auditor', organisation: 'demo-auditor', party: { name: '示例市审计局' } },
];
const TILL = 'demo-till-1';

/** Where people find the keys of what runs, and where each ledger keeps its own: two ledgers of one folder take turns in the first. */
const PUBLISHED = 'demo-credentials.json';
const OWN = 'credentials.json';

const running = [];
let ending = false;

async function end(code) {
  if (ending) return;
  ending = true;
  // Gateway first, Redis last: nobody loses what it stands on.
  for (const service of running.reverse()) await service.stop();
  process.exit(code);
}

function readOptions() {
  if (!['embedded', 'fabric'].includes(options.ledger)) throw new Error('--ledger is embedded or fabric');
  const port = Number(options.port);
  if (!Number.isInteger(port) || port < 1024 || port > 65_000) throw new Error('--port is a number from 1024 to 65000');
  const data = path.resolve(options.data);
  mkdirSync(data, { recursive: true, mode: 0o700 });
  return { port, data };
}

async function main() {
  const { port, data: home } = readOptions();
  const { folder: data, env: ledgerEnv } = openLedger(home);
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const logs = path.join(data, 'logs');
  const redisUrl = process.env.REDIS_URL ?? (await startRedis(data));
  const chain = await startChain(data, running);
  const extra = { ...ledgerEnv, ...chain.env, ...prepareSources(data), ...officialRules() };
  const env = services.instanceEnv({ data, redisUrl, port, extra });
  const published = path.join(home, PUBLISHED);
  const known = knownCredentials(data);
  const bureau = known?.bureau ?? (await services.initialise({ env }));

  const gateway = await services.startGateway({ env, port, log: path.join(logs, 'gateway.log') });
  running.push(gateway);
  running.push(await services.startWorkers({ env, log: path.join(logs, 'workers.log') }));
  say(`gateway    ${gateway.url}  (${seconds()})`);
  say(`EVM node   ${chain.text}`);

  const credentials = { ...(known ?? (await register(gateway.url, bureau))), gateway: gateway.url };
  for (const file of [path.join(data, OWN), published]) keepCredentials(file, credentials);
  const verified = await demonstrateAll(gateway.url, { credentials, credentialsFile: published, data, chain });
  say(`console    ${gateway.url}/  (sign in with a key of the file below; anyone verifies at ${gateway.url}/verify)`);
  say(`secrets    ${published}`);
  say(`ready in ${seconds()}`);
  if (options.once || !verified) await end(verified ? 0 : 1);
}

/** Everything the demonstration shows; true when all of it verified. */
async function demonstrateAll(url, { credentials, credentialsFile, data, chain }) {
  const issued = await demonstrate(url, credentials, data, chain);
  const trustFile = path.join(data, 'trust.json');
  await demonstrateSale({ url, apiKey: credentials.merchant.apiKey, till: TILL, services, say });
  const traced = await demonstrateProvenance({ url, credentialsFile, apiKey: credentials.provider.apiKey, data, trustFile, say });
  await demonstrateGrant({ url, credentials, services, say });
  const reconciled = await demonstrateReconciliation({ url, apiKey: credentials.bureau.apiKey, say });
  return issued && traced && reconciled;
}

/** Where the instance keeps its files, and what it has to be told of its ledger. */
function openLedger(home) {
  return options.ledger === 'fabric' ? startFabric(home, running) : { folder: home, env: {} };
}

/** The keys of an instance that ran before; undefined for a new one. Older versions kept them in the published file alone. */
function knownCredentials(data) {
  const ranBefore = existsSync(path.join(data, 'ledger.db'));
  const file = [OWN, PUBLISHED].map((name) => path.join(data, name)).find((candidate) => existsSync(candidate));
  return ranBefore && file !== undefined ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

function keepCredentials(file, credentials) {
  writeFileSync(file, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 });
}

async function startRedis(data) {
  const redis = await services.startRedis({ folder: path.join(data, 'redis'), port: await services.freePort() });
  running.push(redis);
  return redis.url;
}

async function register(url, bureau) {
  const credentials = { gateway: url, bureau: { organisation: bureau.organisation, apiKey: bureau.apiKey } };
  if (options.ledger === 'fabric') await services.registerOrganisation(url, bureau.apiKey, OPERATOR);
  for (const registration of DEMO) {
    credentials[registration.role] = await services.registerOrganisation(url, bureau.apiKey, registration);
  }
  const till = { till: TILL, seller: 'demo-merchant', reason: 'demonstration' };
  await services.unlessThere(services.call(url, 'POST', '/v1/tills', { apiKey: bureau.apiKey, body: till }));
  say(`registered ${DEMO.length} organisations and a till  (${seconds()})`);
  return credentials;
}

/** One sale, its invoice, its proof, and a verification that needs neither us nor a network. */
async function demonstrate(url, credentials, data, chain) {
  const { apiKey } = credentials.merchant;
  const sale = {
    till: TILL,
    orderReference: `DEMO-${new Date().toISOString()}`,
    buyer: DEMO[1].party,
    lines: [
      { name: '*谷物*大米', unit: '袋', quantity: '2', unitPrice: '50.00', net: '100.00', rate: '0.09', tax: '9.00' },
      { name: '*餐饮服务*餐费', quantity: '1', unitPrice: '200.00', net: '200.00', rate: '0.06', tax: '12.00' },
    ],
    totals: { net: '300.00', tax: '21.00', gross: '321.00' },
  };
  const before = performance.now();
  const invoice = await services.call(url, 'POST', '/v1/invoices', { apiKey, body: sale });
  say(`issued     ${invoice.number}  ¥${invoice.totals.gross}  in ${(performance.now() - before).toFixed(1)} ms`);

  const fetchBundle = () => services.call(url, 'GET', `/v1/invoices/${invoice.number}/proof`, { apiKey });
  const bundleFile = path.join(data, `${invoice.number}.lianpiao.json`);
  const keep = (bundle) => writeFileSync(bundleFile, JSON.stringify(bundle, null, 2));
  keep(await fetchBundle());
  const trustFile = await writeTrust(url, data, chain);
  say(`proved     ${path.relative('.', bundleFile)}  ${(performance.now() - before).toFixed(0)} ms after the sale`);

  const anchored = chain.url === undefined || (await showAnchor({ fetchBundle, keep, bundleFile, trustFile, chain, before }));
  const offline = await verify(bundleFile, '--offline', '--trust', trustFile);
  say(offline.text);
  return anchored && offline.verified;
}

/** The invoice's anchor, which it gains by itself; true when the node shows it. */
async function showAnchor({ fetchBundle, keep, bundleFile, trustFile, chain, before }) {
  const bundle = await anchoredBundle(fetchBundle);
  keep(bundle);
  const [{ transaction, block }] = bundle.anchors;
  say(
    `anchored   block ${block}, transaction ${transaction}  ${((performance.now() - before) / 1000).toFixed(1)} s after the sale`,
  );
  const online = await verify(bundleFile, '--rpc', chain.url, '--trust', trustFile);
  say(online.text.split('\n').find((line) => line.includes(' anchors ')) ?? online.text);
  return online.verified;
}

/** Whom the demonstration trusts: its own log, and its own anchor contract. */
async function writeTrust(url, data, chain) {
  const vkey = (await (await fetch(`${url}/log/vkey`)).text()).trim();
  const trustFile = path.join(data, 'trust.json');
  const trust = {
    mediaType: 'application/vnd.lianpiao.trust.v1+json',
    logs: [{ origin: vkey.split('+')[0], vkey }],
    witnesses: [],
    quorum: 0,
    anchors: chain.url === undefined ? [] : [{ chainId: chain.chainId, contract: chain.contract }],
  };
  writeFileSync(trustFile, `${JSON.stringify(trust, null, 2)}\n`);
  return trustFile;
}

/** What `lianpiao verify` says, and whether it is good. */
async function verify(file, ...options) {
  try {
    return { verified: true, text: (await services.lianpiao('verify', file, ...options)).trim() };
  } catch (error) {
    return { verified: false, text: `NOT VERIFIED: ${error.stdout ?? ''}${error.stderr || error.message}` };
  }
}

process.on('SIGINT', () => void end(0));
process.on('SIGTERM', () => void end(0));
main().catch(async (error) => {
  console.error(error.message);
  await end(1);
});

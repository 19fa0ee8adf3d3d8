/** Benchmarks of sharing (docs/performance.md). Subject and yardstick take turns in one run. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import util from 'node:util';
import { catalogueResource } from '../catalogue-resource.mjs';
import { services, startInstance } from './instance.mjs';
import { family, median, percentile, runChild, startChild, watched } from './measure.mjs';
import { here } from './rounds.mjs';

const { startPostgres } = createRequire(import.meta.url)('../postgres.cjs');
const gatewayRequire = createRequire(path.join(services.ROOT, 'gateway/package.json'));
const { Client } = gatewayRequire('pg');
const Sqlite = gatewayRequire('better-sqlite3');
const UNTIL = '2036-01-01T00:00:00Z';

/** An instance with a table of readings, a provider and a consumer. */
export async function startSharing(rows) {
  const home = mkdtempSync(path.join(tmpdir(), 'lianpiao-bench-pg-'));
  const postgres = await startPostgres({ folder: home });
  const client = new Client(postgres.url);
  await client.connect();
  await client.query(
    'CREATE TABLE readings (id int PRIMARY KEY, station text, level numeric(10,2), measured_at timestamptz, person text)',
  );
  await client.query(
    `INSERT INTO readings SELECT n, 'S' || n % 10, n / 7.0, '2026-01-01Z'::timestamptz + n * interval '1 second', 'person ' || n
     FROM generate_series(1, $1::int) n`,
    [rows],
  );
  await client.query('VACUUM ANALYZE readings');
  await client.end();
  const sources = path.join(home, 'sources.json');
  const connections = { db: { kind: 'postgres', url: postgres.url, organisations: ['bench-provider'] } };
  writeFileSync(sources, JSON.stringify({ connections }), { mode: 0o600 });
  const instance = await startInstance({ merchants: 0, extra: { LIANPIAO_SOURCES: sources } });
  const register = async (role) =>
    (
      await services.registerOrganisation(instance.url, instance.bureau.apiKey, {
        organisation: `bench-${role}`,
        role,
        party: { name: role },
      })
    ).apiKey;
  const [provider, consumer] = [await register('provider'), await register('consumer')];
  const source = { connection: 'db', table: 'readings', key: 'id' };
  const fields = ['id', 'station', 'level', 'measured_at'].map((name) => ({ name }));
  const post = (pathname, body) =>
    services.call(instance.url, 'POST', pathname, { apiKey: provider, body: { reason: 'bench', ...body } });
  await post('/v1/catalogue', { resource: 'readings', title: 'readings', source, fields });
  const directory = { url: instance.url, services, bureau: instance.bureau.apiKey, provider };
  const about = { resource: 'readings', organisation: 'bench-provider', title: 'readings', sector: 'green' };
  await catalogueResource(directory, about);
  return {
    instance, postgres, provider, consumer, sources,
    pids: [instance.gateway.pid, postgres.pid],
    async grant() {
      const body = {
        resource: 'readings', consumer: 'bench-consumer', until: UNTIL, purpose: { code: 'bench', text: 'bench' },
        fields: ['station', 'level', 'measured_at'],
        rows: [{ field: 'station', op: 'in', value: ['S1', 'S2', 'S3', 'S4', 'S5'] }],
      };
      return (await post('/v1/grants', body)).grant;
    },
    revoke: (grant) => post(`/v1/grants/${grant}/revoke`, {}),
    /** Audit entries under a grant; workers that probe sources leave others. */
    entriesOf(grant) {
      const audit = new Sqlite(path.join(instance.data, 'audit.db'), { readonly: true });
      try {
        return audit.prepare('SELECT count(*) FROM entries WHERE grant_id = ?').pluck().get(grant);
      } finally {
        audit.close();
      }
    },
    async stop() {
      await instance.stop();
      await postgres.stop();
      rmSync(home, { recursive: true, force: true });
    },
  }; // prettier-ignore
}

/** sharing.read: rows of a stream under a grant, beside the same query by `pg` alone. */
export async function read(report, { pairs = 5, size = 200_000 } = {}) {
  const sharing = await startSharing(size);
  try {
    const grant = await sharing.grant();
    const conditions = encodeURIComponent(JSON.stringify([{ field: 'level', op: 'ge', value: '10' }]));
    const subject = {
      url: sharing.instance.url, apiKey: sharing.consumer, kind: 'stream', path: `/v1/data/${grant}/stream?where=${conditions}`,
    }; // prettier-ignore
    const yardstick = {
      url: sharing.postgres.url,
      text: 'SELECT station, level, measured_at FROM readings WHERE level >= $1::numeric AND station IN ($2, $3, $4, $5, $6) ORDER BY id',
      values: ['10', 'S1', 'S2', 'S3', 'S4', 'S5'],
    };
    const run = (file, input) => runChild(here(file), input);
    await run('sharing-client.mjs', subject);
    await run('pg-alone.mjs', yardstick);
    const rounds = [];
    for (let pair = 0; pair < pairs; pair += 1) {
      const ours = await watched(sharing.pids, () => run('sharing-client.mjs', subject));
      const theirs = await watched(sharing.pids, () => run('pg-alone.mjs', yardstick));
      if (ours.result.rows !== theirs.result.rows) throw new Error(`${ours.result.rows} rows against ${theirs.result.rows}`);
      rounds.push({ ours: ours.result, theirs: theirs.result, others: ours.others, steal: ours.steal });
    }
    const ratios = rounds.map(({ ours, theirs }) => ours.rate / theirs.rate);
    report({
      name: 'sharing.read',
      figure: median(rounds.map(({ ours }) => ours.rate)),
      unit: 'rows/s, filtered and audited, parsed by the reader',
      ratio: median(ratios),
      against: `the same query by pg alone (${Math.round(median(rounds.map(({ theirs }) => theirs.rate)))} rows/s)`,
      n: rounds.reduce((sum, { ours }) => sum + ours.rows, 0),
      lowest_ratio: Math.min(...ratios),
      others: Math.max(...rounds.map(({ others }) => others)),
      steal: Math.max(...rounds.map(({ steal }) => steal)),
    });
  } finally {
    await sharing.stop();
  }
}

/** sharing.check: decisions with a durable audit entry, beside the same process without it; then a race with a revocation. */
export async function check(report, { pairs = 5, size = 20_000, seconds = 20 } = {}) {
  const sharing = await startSharing(100);
  const env = { ...process.env, ...sharing.instance.env };
  const servers = [];
  try {
    for (const audited of [true, false]) {
      const port = await services.freePort();
      Object.assign(process.env, env);
      const child = await startChild(here('sharing-server.mjs'), { port, audited }, services.GATEWAY_NODE_ARGS);
      servers.push({ ...child, url: `http://127.0.0.1:${port}` });
    }
    const [subject, yardstick] = servers;
    const grant = await sharing.grant();
    const load = (server, more) =>
      runChild(here('sharing-client.mjs'), {
        url: server.url,
        path: `/v1/data/${grant}/check?fields=level`,
        apiKey: sharing.consumer,
        ...more,
      });
    for (const server of servers) await load(server, { kind: 'closed', count: 3000 });
    const rounds = await turns(sharing, { subject, yardstick, load, pairs, size, grant });
    const paced = await load(subject, { kind: 'open', rate: 500, seconds });
    const race = await raced(sharing);
    const ratios = rounds.map(({ ours, theirs }) => ours.rate / theirs.rate);
    report({
      name: 'sharing.check',
      figure: median(rounds.map(({ ours }) => ours.rate)),
      unit: 'decisions/s over HTTP, 64 connections, one process, each with a durable audit entry',
      ratio: median(ratios),
      against: `the same without the audit entry (${Math.round(median(rounds.map(({ theirs }) => theirs.rate)))}/s)`,
      p50_ms: paced.p50_ms,
      p99_ms: paced.p99_ms,
      latency_at: '500/s offered',
      saturated_p99_ms: median(rounds.map(({ ours }) => ours.p99_ms)),
      ...race,
      n: pairs * size,
      lowest_ratio: Math.min(...ratios),
      others: Math.max(...rounds.map(({ others }) => others)),
      steal: Math.max(...rounds.map(({ steal }) => steal)),
    });
  } finally {
    for (const server of servers) server.end();
    await sharing.stop();
  }
}

/** Subject and yardstick in turns; every check of the subject must have left its entry. */
async function turns(sharing, { subject, yardstick, load, pairs, size, grant }) {
  const rounds = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const before = sharing.entriesOf(grant);
    const ours = await watched([subject.pid], () => load(subject, { kind: 'closed', count: size }));
    const entries = sharing.entriesOf(grant) - before;
    const theirs = await watched([yardstick.pid], () => load(yardstick, { kind: 'closed', count: size }));
    if (ours.result.allowed !== size || entries !== size)
      throw new Error(`${ours.result.allowed} allowed, ${entries} entries of ${size}`);
    rounds.push({ ours: ours.result, theirs: theirs.result, others: ours.others, steal: ours.steal });
  }
  return rounds;
}

/** 64 clients over two serving processes while the grant is revoked for good. */
async function raced(sharing) {
  const grant = await sharing.grant();
  const client = await startChild(here('sharing-client.mjs'), {
    url: sharing.instance.url, path: `/v1/data/${grant}/check`, apiKey: sharing.consumer, kind: 'race',
  }); // prettier-ignore
  const result = client.go();
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await sharing.revoke(grant);
  // Requests sent in this millisecond count as sent before.
  const returned = Date.now();
  await new Promise((resolve) => setTimeout(resolve, 1500));
  client.tell('stop\n');
  const { total, allowed, lastAllowed } = await result;
  const entries = sharing.entriesOf(grant);
  return {
    race_checks: total,
    race_audit_entries: entries,
    race_allowed: allowed,
    race_allowed_after_revocation: lastAllowed > returned ? 'SOME' : 0,
  };
}

/** sharing.revoke: from the revocation's answer to the end of a running stream, as its reader sees it. */
export async function revoke(report, { pairs = 20, size = 1_000_000 } = {}) {
  const sharing = await startSharing(size);
  try {
    const times = [];
    for (let round = 0; round < pairs; round += 1) {
      const grant = await sharing.grant();
      const response = await fetch(`${sharing.instance.url}/v1/data/${grant}/stream`, {
        headers: { authorization: `Bearer ${sharing.consumer}` },
      });
      const [reader, decoder] = [response.body.getReader(), new util.TextDecoder()];
      let text = decoder.decode((await reader.read()).value, { stream: true });
      const started = performance.now();
      const revoked = sharing.revoke(grant).then(() => performance.now());
      for (let step = await reader.read(); !step.done; step = await reader.read())
        text = text.slice(-2000) + decoder.decode(step.value, { stream: true });
      const ended = performance.now();
      const { $end: end } = JSON.parse(text.trim().split('\n').at(-1));
      if (end.error?.code !== 'GRANT_REVOKED') throw new Error(`the stream ended with ${JSON.stringify(end)}`);
      times.push({ asked: ended - started, returned: ended - (await revoked) });
    }
    const asked = times.map((time) => time.asked).sort((left, right) => left - right);
    report({
      name: 'sharing.revoke',
      figure: asked.at(-1),
      unit: 'ms from asking for the revocation to the end of the stream, longest',
      p50_ms: percentile(asked, 0.5),
      p99_ms: percentile(asked, 0.99),
      longest_after_the_answer_ms: Math.max(...times.map((time) => time.returned)),
      n: times.length,
      processes: family(sharing.instance.gateway.pid).length - 1,
    });
  } finally {
    await sharing.stop();
  }
}

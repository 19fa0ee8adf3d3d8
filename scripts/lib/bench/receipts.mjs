// sharing.receipts: pages under grants, and how long until both sides have signed for every one of them.
import { runChild, watched } from './measure.mjs';
import { here } from './rounds.mjs';
import { services } from './instance.mjs';
import { startSharing } from './sharing.mjs';

const GRANTS = 4;
const PAGE = 500;

/** Every read must have its receipt, and every receipt both halves: otherwise the run fails. */
export async function receipts(report, { quick = false } = {}) {
  const size = quick ? 800 : 8000;
  const sharing = await startSharing(20_000);
  const get = (path, apiKey) => services.call(sharing.instance.url, 'GET', path, { apiKey });
  const halves = async () => (await get('/v1/usage-receipts/halves', sharing.provider)).items;
  try {
    const grants = [];
    for (let made = 0; made < GRANTS; made += 1) grants.push(await sharing.grant());
    const { result, others, steal } = await watched(sharing.pids, async () => {
      const runs = grants.map(
        (grant) =>
        runChild(here('sharing-client.mjs'), {
          url: sharing.instance.url, path: `/v1/data/${grant}/rows?limit=10`, apiKey: sharing.consumer, kind: 'closed',
          connections: 16, count: size / GRANTS,
        }), // prettier-ignore
      );
      return Promise.all(runs);
    });
    const ended = performance.now();
    const wrong = result.filter(({ allowed }) => allowed !== size / GRANTS);
    if (wrong.length > 0) throw new Error(`${wrong.length} clients were refused something`);
    await services.until(
      async () => (await halves()).every(({ missing }) => missing !== 'provider'),
      "the provider's halves",
      60_000,
    );
    const provided = performance.now() - ended;
    const batches = (await Promise.all(grants.map((grant) => acknowledged(sharing, get, grant)))).flat();
    const both = performance.now() - ended;
    const signed = (await halves()).reduce((sum, { answered }) => sum + answered, 0);
    if (signed !== size) throw new Error(`${signed} receipts of ${size} reads are signed by both`);
    report({
      name: 'sharing.receipts',
      figure: result.reduce((sum, { rate }) => sum + rate, 0),
      unit: 'pages/s of 10 rows over HTTP, each with a durable receipt',
      provided_after_ms: provided,
      both_after_ms: both,
      ledger_entries_per_1000_receipts: (2000 * batches.length) / size,
      n: size,
      others,
      steal,
    });
  } finally {
    await sharing.stop();
  }
}

/** The consumer's half of every batch of a grant, as its client makes it: roots as listed, batch by batch. */
async function acknowledged(sharing, get, grant) {
  const batches = new Map();
  for (let after = ''; ;) {
    const page = await get(`/v1/usage-receipts?grant=${grant}&limit=${PAGE}${after}`, sharing.consumer);
    for (const batch of page.batches) batches.set(batch.first, batch);
    if (page.next === null) break;
    after = `&after=${page.next}`;
  }
  for (const { first, count, root } of [...batches.values()].sort((left, right) => left.first - right.first))
    await services.call(sharing.instance.url, 'POST', `/v1/usage-receipts/${grant}/acknowledge`, {
      apiKey: sharing.consumer,
      body: { first, count, root, reason: 'bench' },
    });
  return [...batches.values()];
}

/** life.claims: a thousand companies, ten attempts an invoice, beside single requests that issue (docs/performance.md). */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { services, startInstance, taxpayerId } from './instance.mjs';
import { median, runChild, watched } from './measure.mjs';
import { batchRound, here, indexed, pidsOf } from './rounds.mjs';

const ATTEMPTS = 10;
const AT_ONCE = 8;
/** Taxpayer ids below are the sellers'. */
const FIRST_COMPANY = 1000;
const CONNECTIONS = 200;
const DAY_BEHIND_MS = 8 * 3_600_000;

/** Registers companies, some at a time. @returns their keys. */
async function registerCompanies(instance, count) {
  const keys = [];
  let next = 0;
  const register = async () => {
    while (next < count) {
      const number = (next += 1) - 1;
      const party = { name: `报销企业${number}`, taxId: taxpayerId(FIRST_COMPANY + number) };
      const registration = { organisation: `claimant-${number}`, role: 'company', sandbox: false, party };
      keys[number] = (await services.registerOrganisation(instance.url, instance.bureau.apiKey, registration)).apiKey;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, register));
  return keys;
}

/** Invoices that name no company: whoever has the paper may claim them. */
async function openPapers(instance, count) {
  const papers = [];
  for (let after = '0'; after !== null && papers.length < count;) {
    const page = await services.call(
      instance.url,
      'GET',
      `/v1/invoices/search?limit=500${after === '0' ? '' : `&after=${after}`}`,
      {
        apiKey: instance.bureau.apiKey,
      },
    );
    for (const { number, issuedAt, gross, buyerTaxId } of page.items) {
      const date = new Date(Date.parse(issuedAt) + DAY_BEHIND_MS).toISOString().slice(0, 10);
      if (buyerTaxId === null) papers.push({ number, total: gross, date });
    }
    after = page.next;
  }
  if (papers.length < count) throw new Error(`${papers.length} of ${count} invoices`);
  return papers.slice(0, count);
}

/** Every invoice that was asked for has one winner, and all others heard why. */
function requireOneWinner({ codes, notOne, errors, total }) {
  const { won = 0, CLAIM_AMOUNT_TAKEN: taken = 0, ...others } = codes;
  if (notOne > 0 || errors > 0 || won + taken !== total)
    throw new Error(`${notOne} invoices without exactly one winner, ${errors} errors, ${JSON.stringify(others)}`);
}

export async function claims(report, { pairs = 5, seconds = 5, companies = 1000, invoices = 500, quick = false } = {}) {
  const instance = await startInstance();
  try {
    const keys = await registerCompanies(instance, quick ? 50 : companies);
    const [warm, each] = quick ? [20, 100] : [100, invoices];
    await batchRound(instance, { invoices: 4 * (warm + pairs * each), perBatch: 2000, seed: 1 });
    await indexed(instance.url);
    const papersFile = path.join(instance.folder, 'papers.json');
    writeFileSync(papersFile, JSON.stringify(await openPapers(instance, warm + pairs * each)));
    const common = { url: instance.url, connections: CONNECTIONS, papersFile, attempts: ATTEMPTS, keys };
    const claim = (from, count) => runChild(here('claim-load.mjs'), { ...common, from, invoices: count });
    const issue = (seed) =>
      runChild(here('closed-loop.mjs'), {
        url: instance.url, kind: 'issue', connections: CONNECTIONS, seconds, seed, sellers: instance.sellers,
      }); // prettier-ignore
    await claim(0, warm);
    await issue(1);
    const rounds = [];
    for (let pair = 0; pair < pairs; pair += 1) {
      const ours = await watched(pidsOf(instance), () => claim(warm + pair * each, each));
      requireOneWinner(ours.result);
      const theirs = await watched(pidsOf(instance), () => issue(100 + pair));
      await indexed(instance.url);
      rounds.push({ ours: ours.result, theirs: theirs.result, others: ours.others, steal: ours.steal });
    }
    const ratios = rounds.map(({ ours, theirs }) => ours.rate / theirs.rate);
    report({
      name: 'life.claims',
      figure: median(rounds.map(({ ours }) => ours.rate)),
      unit: 'decided attempts/s',
      ratio: median(ratios),
      against: `issuing by single requests (${Math.round(median(rounds.map(({ theirs }) => theirs.rate)))}/s)`,
      p50_ms: median(rounds.map(({ ours }) => ours.p50_ms)),
      p99_ms: median(rounds.map(({ ours }) => ours.p99_ms)),
      n: rounds.reduce((sum, { ours }) => sum + ours.total, 0),
      lowest_ratio: Math.min(...ratios),
      invoices: rounds.reduce((sum, { ours }) => sum + ours.asked, 0),
      winners: rounds.reduce((sum, { ours }) => sum + ours.winners, 0),
      companies: keys.length,
      others: Math.max(...rounds.map(({ others }) => others)),
      steal: Math.max(...rounds.map(({ steal }) => steal)),
    });
  } finally {
    await instance.stop();
  }
}

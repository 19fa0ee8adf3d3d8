/** life.visible: from the commit of an invoice to the streams of the buying company and of the bureau (docs/performance.md). */
import { TextDecoderStream } from 'node:stream/web';
import { services, startInstance } from './instance.mjs';
import { percentile, runChild, watched } from './measure.mjs';
import { here, pidsOf } from './rounds.mjs';

/** The company that `sales.mjs` names as a buyer. */
const BUYER = { name: '样例科技有限公司', taxId: '91310000MA11EFGH23' };
const SETTLE_MS = 3000;

/** Reads a stream of changes; notes for each invoice how long after the ledger's own time it came. */
async function follow(url, apiKey, delays) {
  const abort = new globalThis.AbortController();
  const response = await fetch(`${url}/v1/changes/stream`, {
    headers: { authorization: `Bearer ${apiKey}` },
    signal: abort.signal,
  });
  const read = async () => {
    let rest = '';
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      const now = Date.now();
      const events = (rest + chunk).split('\n\n');
      rest = events.pop();
      for (const event of events) {
        const data = /^data: (.*)$/m.exec(event)?.[1];
        const change = data === undefined ? undefined : JSON.parse(data);
        if (change?.type === 'invoice.issued') delays.set(change.number, now - Date.parse(change.time));
      }
    }
  };
  const reading = read().catch((error) => {
    if (!abort.signal.aborted) throw error;
  });
  return async () => {
    abort.abort();
    await reading;
  };
}

export async function visible(report, { seconds = 30, rate = 200 } = {}) {
  const instance = await startInstance();
  try {
    const registration = { organisation: 'bench-buyer', role: 'company', sandbox: false, party: BUYER };
    const company = await services.registerOrganisation(instance.url, instance.bureau.apiKey, registration);
    const load = (seed, time) =>
      runChild(here('open-loop.mjs'), {
        url: instance.url,
        rate,
        seconds: time,
        seed,
        sellers: instance.sellers,
        bundleEvery: 0,
      });
    await load(1, 3);
    const [inbox, bureau] = [new Map(), new Map()];
    const ends = [await follow(instance.url, company.apiKey, inbox), await follow(instance.url, instance.bureau.apiKey, bureau)];
    // What was there before is sent first.
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    inbox.clear();
    bureau.clear();
    const { result, others, steal } = await watched(pidsOf(instance), () => load(2, seconds));
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    for (const end of ends) await end();
    if (result.failed > 0) throw new Error(`${result.failed} sales failed`);
    if (bureau.size !== result.latencies.length)
      throw new Error(`${bureau.size} of ${result.latencies.length} seen by the bureau`);
    if (inbox.size < bureau.size / 4) throw new Error(`only ${inbox.size} seen by the buyer`);
    const [byBuyer, byBureau] = [inbox, bureau].map((delays) => [...delays.values()].sort((left, right) => left - right));
    report({
      name: 'life.visible',
      figure: Math.max(percentile(byBuyer, 0.99), percentile(byBureau, 0.99)),
      unit: 'ms from the ledger’s time to the later of both streams, p99',
      buyer_p50_ms: percentile(byBuyer, 0.5),
      buyer_p99_ms: percentile(byBuyer, 0.99),
      bureau_p50_ms: percentile(byBureau, 0.5),
      bureau_p99_ms: percentile(byBureau, 0.99),
      max_ms: Math.max(byBuyer.at(-1), byBureau.at(-1)),
      n: bureau.size,
      to_the_buyer: inbox.size,
      offered: rate,
      others, steal,
    }); // prettier-ignore
  } finally {
    await instance.stop();
  }
}

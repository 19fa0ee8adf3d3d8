import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { sale, TAX_IDS } from '../support/sales';
import { services, startSystem, type TestSystem } from '../support/system';

const FILES = resolve(__dirname, '../../scripts/watching');
/** Words of PromQL in our expressions, and the metric that Prometheus itself adds. */
const NOT_OURS = new Set(['up']);
const METRIC = /\b(?:lianpiao|process|nodejs)_[a-z0-9_]+\b|\bup\b/g;

interface Panel {
  readonly title: string;
  readonly targets?: readonly { readonly expr: string }[];
}
interface Rules {
  readonly groups: readonly { readonly rules: readonly { readonly alert: string; readonly expr: string }[] }[];
}

function dashboardExpressions(): string[] {
  const { panels } = JSON.parse(readFileSync(join(FILES, 'grafana-dashboard.json'), 'utf8')) as { panels: Panel[] };
  return panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr));
}

function alertExpressions(): string[] {
  const { groups } = parse(readFileSync(join(FILES, 'alerts.yml'), 'utf8')) as Rules;
  return groups.flatMap(({ rules }) => rules.map(({ expr }) => expr));
}

/** Names of series in Prometheus' text format. */
function namesIn(text: string): Set<string> {
  return new Set(text.split('\n').flatMap((line) => /^([a-z_0-9]+)(?:\{| )/.exec(line)?.[1] ?? []));
}

function valueOf(text: string, series: string): number {
  const line = text.split('\n').find((one) => one.startsWith(`${series} `));
  if (line === undefined) throw new Error(`${series} is not there`);
  return Number(line.slice(series.length + 1));
}

describe('metrics of an instance with several serving processes and its workers', () => {
  let system: TestSystem;
  let workersUrl: string;
  let seller: { apiKey: string; till: string };

  beforeAll(async () => {
    const port = await services.freePort();
    workersUrl = `http://127.0.0.1:${String(port)}`;
    system = await startSystem({ LIANPIAO_PROCESSES: '3', LIANPIAO_WORKERS_PORT: String(port) });
    seller = await system.seller('corner-shop', TAX_IDS.seller);
  });
  afterAll(async () => {
    await system.stop();
  });

  const gatewayText = async (): Promise<string> => (await fetch(`${system.url}/metrics`)).text();
  const workersText = async (): Promise<string> => (await fetch(`${workersUrl}/metrics`)).text();

  it('are one sum over all serving processes, whichever of them answers', async () => {
    // While one of them starts it answers nobody, and a scrape is told of the others' first.
    await services.until(async () => (await gatewayText()).includes('lianpiao_serving_processes 3\n'), 'three processes');
    await services.until(async () => (await workersText()).includes('lianpiao_worker_turns_total'), 'the workers');
    const before = valueOf(await gatewayText(), 'lianpiao_http_responses_total{class="2xx"}');
    const invoices = 60;
    // Each on a connection of its own, so that all processes get some.
    await Promise.all(
      Array.from({ length: invoices }, async () => {
        const answer = await fetch(`${system.url}/v1/invoices`, {
          method: 'POST',
          headers: { authorization: `Bearer ${seller.apiKey}`, 'content-type': 'application/json', connection: 'close' },
          body: JSON.stringify(sale(seller.till)),
        });
        expect(answer.status).toBe(201);
        await answer.text();
      }),
    );
    for (let scrape = 0; scrape < 6; scrape += 1) {
      const text = await gatewayText();
      expect(valueOf(text, 'lianpiao_invoice_requests_total{outcome="created"}')).toBe(invoices);
      expect(valueOf(text, 'lianpiao_issue_seconds_count')).toBe(invoices);
      // What all processes read from the same files is not added up.
      expect(valueOf(text, 'lianpiao_ledger_entries')).toBeLessThan(invoices + 20);
      expect(valueOf(text, 'lianpiao_http_responses_total{class="2xx"}')).toBeGreaterThanOrEqual(before + invoices);
    }
  });

  it('tell of the turns of every queue', async () => {
    await services.until(async () => {
      const text = await workersText();
      return ['seal', 'index', 'deliver', 'reconcile'].every((queue) =>
        text.includes(`lianpiao_worker_turns_total{queue="${queue}",outcome="done"}`),
      );
    }, 'turns of all queues');
    expect((await fetch(`${workersUrl}/healthz`)).status).toBe(200);
    expect((await fetch(`${workersUrl}/`)).status).toBe(404);
  });

  it.each([
    ['dashboard', dashboardExpressions()],
    ['alerts', alertExpressions()],
  ])('have every name that the %s use', async (_what, expressions) => {
    expect(expressions.length).toBeGreaterThan(10);
    const there = new Set([...namesIn(await gatewayText()), ...namesIn(await workersText()), ...NOT_OURS]);
    const used = new Set(expressions.flatMap((expression) => expression.match(METRIC) ?? []));
    expect([...used].filter((name) => !there.has(name))).toEqual([]);
    // Every expression names a metric, so that none passes by naming nothing.
    expect(expressions.filter((expression) => !(expression.match(METRIC) ?? []).length)).toEqual([]);
  });
});

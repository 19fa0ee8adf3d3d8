import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { referenceFingerprint, type Entry } from '@lianpiao/chaincode/domain';
import type { FabricSettings } from '../../../gateway/src/ledger';
import { verifyLedger } from '../../../gateway/src/ledger/embedded/verify';
import { runFabric, startFabricNetwork } from '../../support/fabric-network';
import { services, startSystem, type TestSystem } from '../../support/system';
import { taxIdOf } from '../../support/tax-id';
import { seededRandom } from '../schedule';
import { INJURIES, type Injury, type Scene } from './injuries';
import { differences, freshMirror, readMirror, type MirrorContent } from './mirrors';
import { TillLoad, type Asked, type LoadTill } from './till-load';

export interface FabricFaultOptions {
  readonly seed: number;
  /** Sales a second. */
  readonly rate: number;
  /** How long a peer is away. */
  readonly awayMs: number;
  readonly say?: (text: string) => void;
}

/** What one fault did to the tills. Times in milliseconds. */
export interface FaultRow {
  readonly what: string;
  readonly awayMs: number;
  readonly sales: number;
  /** Sales whose first sending got no invoice. */
  readonly unanswered: number;
  /** The longest that a till waited for the answer to a first sending. */
  readonly longestMs: number;
  /** From the fault until sales were served again as always, had it not been mended; undefined when it took the mending. */
  readonly aloneMs: number | undefined;
  /** From the beginning of the mending (`./scripts/fabric up`). */
  readonly mendedMs: number;
}

export interface FabricFaultSummary {
  readonly rows: readonly FaultRow[];
  readonly sales: number;
  /** Requests that only the last repetition gave an answer. */
  readonly resent: number;
  readonly invoices: number;
  readonly blocks: number;
  readonly violations: readonly string[];
}

const [SELLERS, TILLS_EACH] = [2, 3];
/** A sale that takes longer is not served as always. */
const SLOW_MS = 3000;
/** So long everything has to go well before a fault counts as overcome. */
const CALM_MS = 4000;
const PATIENCE_MS = 90_000;
/** What clients heard wrongly is shown so often. */
const EXAMPLES = 20;
const OPERATOR = 'operator';

/** A network, a gateway on it and tills that sell, through one fault after another; then everything is compared. */
export async function runFabricFaults(options: FabricFaultOptions): Promise<FabricFaultSummary> {
  const home = mkdtempSync(join(tmpdir(), 'lianpiao-fabric-faults-'));
  const folder = join(home, 'network');
  const network = await startFabricNetwork(folder);
  let system: TestSystem | undefined;
  let load: TillLoad | undefined;
  try {
    system = await startSystem({ LIANPIAO_LEDGER: 'fabric', LIANPIAO_FABRIC_NETWORK: network.file });
    load = new TillLoad(system.url, await register(system));
    const scene: Scene = { network: folder, system, random: seededRandom(options.seed), awayMs: options.awayMs };
    const rows = await hurtAll(scene, load, options);
    await load.stop();
    const resent = await load.askAgain();
    await system.gateway.stop();
    await system.workers.stop();
    const mirror = readMirror(system.data);
    const settings = {
      kind: 'fabric',
      networkFile: network.file,
      operator: OPERATOR,
      client: 'fabric-gateway',
      batch: 500,
    } as const;
    const violations = [
      ...load.violations.slice(0, EXAMPLES),
      ...judge(load.asked, mirror),
      ...(await judgeMirror(system.data, mirror, settings)),
    ];
    const { asked } = load;
    return {
      rows,
      sales: asked.length,
      resent,
      invoices: invoicesOf(mirror).length,
      blocks: mirror.headers.length,
      violations,
    };
  } finally {
    await load?.stop();
    await system?.stop();
    await runFabric(folder, 'down', '--purge');
    rmSync(home, { recursive: true, force: true });
  }
}

async function register({ url, bureauKey, seller }: TestSystem): Promise<LoadTill[]> {
  const party = { name: '开票平台', taxId: taxIdOf(OPERATOR) };
  await services.registerOrganisation(url, bureauKey, { organisation: OPERATOR, role: 'platform', sandbox: false, party });
  const tills: LoadTill[] = [];
  for (let number = 1; number <= SELLERS; number += 1) {
    const name = `shop-${String(number)}`;
    const { apiKey, till } = await seller(name, taxIdOf(name));
    tills.push({ seller: name, till, apiKey });
    for (let more = 2; more <= TILLS_EACH; more += 1) {
      const body = { till: `${name}-till-${String(more)}`, seller: name, reason: 'test' };
      await services.call(url, 'POST', '/v1/tills', { apiKey: bureauKey, body });
      tills.push({ seller: name, till: body.till, apiKey });
    }
  }
  return tills;
}

async function hurtAll(scene: Scene, load: TillLoad, { rate, say }: FabricFaultOptions): Promise<FaultRow[]> {
  load.start(rate);
  await calm(load, performance.now());
  const rows: FaultRow[] = [];
  for (const injury of INJURIES) {
    const row = await endure(injury, scene, load);
    say?.(`${JSON.stringify(row)} ${JSON.stringify([...load.heard])} ${load.violations.slice(-2).join(' ')}`);
    rows.push(row);
  }
  return rows;
}

async function endure(injury: Injury, scene: Scene, load: TillLoad): Promise<FaultRow> {
  const hurtAt = performance.now();
  await injury.hurt(scene);
  await pause(injury.awayMs(scene));
  const mendedAt = performance.now();
  await injury.mend(scene);
  await calm(load, performance.now());
  // What was sent in the last moments may rightly be under way.
  const end = performance.now() - SLOW_MS;
  const sales = load.asked.filter(({ sentAt }) => sentAt >= hurtAt && sentAt < end);
  const aloneAt = servedAgain(sales.filter(({ sentAt }) => sentAt < mendedAt - SLOW_MS));
  return {
    what: injury.what,
    awayMs: mendedAt - hurtAt,
    sales: sales.length,
    unanswered: sales.filter(({ first }) => !isInvoice(first)).length,
    longestMs: Math.max(...sales.map(({ first }) => first?.tookMs ?? 0)),
    aloneMs: aloneAt === undefined ? undefined : aloneAt - hurtAt,
    mendedMs: Math.max(0, (servedAgain(sales) ?? end) - mendedAt),
  };
}

/** When the first of the sales was answered from which on all were served as always. */
function servedAgain(sales: readonly Asked[]): number | undefined {
  const one = sales[sales.findLastIndex((sold) => !isServed(sold)) + 1];
  return one?.first === undefined ? undefined : one.sentAt + one.first.tookMs;
}

function isInvoice(first: Asked['first']): boolean {
  return first?.status === 201 || first?.status === 200;
}

function isServed({ first }: Asked): boolean {
  return isInvoice(first) && (first?.tookMs ?? Infinity) < SLOW_MS;
}

/** Waits until all sales of the last seconds were served as always. */
async function calm(load: TillLoad, from: number): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    await pause(250);
    const now = performance.now();
    // The newest may still be under way.
    const recent = load.asked.filter(({ sentAt }) => sentAt > now - CALM_MS - SLOW_MS && sentAt < now - SLOW_MS);
    if (now > from + CALM_MS && recent.length > 0 && recent.every(isServed)) return;
    if (now > end) throw new Error(`sales are not served as always after ${String(PATIENCE_MS)} ms`);
  }
}

function invoicesOf({ entries }: MirrorContent): Extract<Entry, { type: 'invoice.issued' }>[] {
  return entries.map((text) => JSON.parse(text) as Entry).filter((entry) => entry.type === 'invoice.issued');
}

/** Every sale has exactly one invoice, that which its client was told of; there is no other. */
function judge(asked: readonly Asked[], mirror: MirrorContent): string[] {
  const byReference = new Map<string, string[]>();
  for (const { reference, number } of invoicesOf(mirror))
    byReference.set(reference, [...(byReference.get(reference) ?? []), number]);
  const violations = asked.flatMap(({ seller, orderReference, told }) => {
    const numbers = byReference.get(referenceFingerprint(seller, orderReference)) ?? [];
    const number = told === undefined ? undefined : (JSON.parse(told) as { number: string }).number;
    const isRight = numbers.length === 1 && numbers[0] === number;
    return isRight ? [] : [`${orderReference}: told ${String(number)}, the ledger has [${numbers.join()}]`];
  });
  if (byReference.size !== asked.length)
    violations.push(`${String(byReference.size)} references for ${String(asked.length)} sales`);
  return violations;
}

/** The gateway's mirror is what anybody makes of the chain now, from each member's peer that may hold its records. */
async function judgeMirror(folder: string, mirror: MirrorContent, settings: Omit<FabricSettings, 'mspId'>): Promise<string[]> {
  const report = verifyLedger({ folder });
  const violations = report.result === 'ok' ? [] : [`ledger verify: ${JSON.stringify(report).slice(0, 300)}`];
  for (const mspId of ['TaxBureau', 'Merchants']) {
    const fresh = await freshMirror({ ...settings, mspId });
    violations.push(...differences(fresh, mirror).map((text) => `the gateway’s mirror, compared with ${mspId}: ${text}`));
  }
  const missing = mirror.records.filter((record) => record === undefined).length;
  return missing === 0 ? violations : [...violations, `${String(missing)} entries of the mirror have no record`];
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

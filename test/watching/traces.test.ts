import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deployAnchor, hashOrigin, parseAddress } from '@lianpiao/contracts';
import { Wallet } from 'ethers';
import { formatTraceParent, parseTraceParent, readTraceSettings, startTracing } from '../../gateway/src/tracing/tracing';
import { ANVIL_CHAIN_ID, startAnvil, type Anvil } from '../support/anvil';
import { LOG_ORIGIN } from '../support/embedded';
import { sale, TAX_IDS } from '../support/sales';
import { services, startSystem, type TestSystem } from '../support/system';
import { TraceCollector, type CollectedSpan } from '../support/trace-collector';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const CALLER = 'b7ad6b7169203331';

describe('the trace of an invoice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lianpiao-traces-'));
  const collector = new TraceCollector();
  let anvil: Anvil;
  let system: TestSystem;
  let seller: { apiKey: string; till: string };

  beforeAll(async () => {
    anvil = await startAnvil();
    const fees = { maxFeePerGas: 20_000_000_000n, maxPriorityFeePerGas: 1_000_000_000n };
    const { contract } = await deployAnchor({
      ...{ rpcUrl: anvil.url, chainId: ANVIL_CHAIN_ID, privateKey: anvil.privateKey(0), nonce: 0, fees },
      ...{ publisher: parseAddress(new Wallet(anvil.privateKey(1)).address)!, origins: [hashOrigin(LOG_ORIGIN)] },
    });
    writeFileSync(join(folder, 'anchor.key'), `${anvil.privateKey(1)}\n`, { mode: 0o600 });
    system = await startSystem({
      LIANPIAO_TRACE_URL: await collector.start(),
      LIANPIAO_ANCHOR_RPC_URL: anvil.url,
      LIANPIAO_ANCHOR_CHAIN_ID: String(ANVIL_CHAIN_ID),
      LIANPIAO_ANCHOR_CONTRACT: contract,
      LIANPIAO_ANCHOR_KEY_FILE: join(folder, 'anchor.key'),
      LIANPIAO_ANCHOR_INTERVAL_MS: '5000',
      LIANPIAO_ANCHOR_LOOK_MS: '200',
    });
    seller = await system.seller('corner-shop', TAX_IDS.seller);
    await anvil.request('evm_setIntervalMining', 1);
  });
  afterAll(async () => {
    await system?.stop();
    await anvil?.stop();
    collector.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const named = (name: string): CollectedSpan[] => collector.spans.filter((span) => span.name === name);

  /** Spans of a name that have a link to one of these. */
  function linkedTo(spans: readonly CollectedSpan[], name: string): CollectedSpan[] {
    const ids = new Set(spans.map(({ spanId }) => spanId));
    return named(name).filter(({ links = [] }) => links.some(({ spanId }) => ids.has(spanId)));
  }

  it('leads from the till over group, ledger and checkpoint to the anchor', async () => {
    const note = 'CANARY-NOTE';
    const answer = await fetch(`${system.url}/v1/invoices`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${seller.apiKey}`,
        'content-type': 'application/json',
        traceparent: `00-${TRACE}-${CALLER}-01`,
      },
      body: JSON.stringify(sale(seller.till, { note })),
    });
    const { number } = (await answer.json()) as { number: string };
    expect(answer.status).toBe(201);
    const request = (): CollectedSpan[] => named('POST /invoices').filter(({ traceId }) => traceId === TRACE);
    await services.until(
      () => linkedTo(linkedTo(linkedTo(request(), 'group commit'), 'log seal'), 'log anchor').length > 0,
      'the anchor’s span',
      60_000,
    );

    const [http] = request();
    expect(http).toMatchObject({ service: 'lianpiao-gateway', parentSpanId: CALLER });
    const [group] = linkedTo([http!], 'group commit');
    // The caller's own trace holds the request and, when it came first, its group; the request points to the group in any case.
    expect(http!.links?.map(({ spanId }) => spanId)).toContain(group!.spanId);
    expect(named('ledger submit').some(({ parentSpanId }) => parentSpanId === group!.spanId)).toBe(true);
    const [seal] = linkedTo([group!], 'log seal');
    expect(seal!.service).toBe('lianpiao-workers');
    const [anchor] = linkedTo([seal!], 'log anchor');
    expect(BigInt(anchor!.endTimeUnixNano)).toBeGreaterThan(BigInt(seal!.startTimeUnixNano));
    // A trace leaves the operator's hands as a log does: it says nothing of what was sold, or of who asked.
    const sent = collector.bodies.join('\n');
    for (const word of [note, number, '大米', TAX_IDS.seller, seller.apiKey]) expect(sent).not.toContain(word);
  });
});

describe('settings of traces', () => {
  it('are off by default, and load nothing then', () => {
    expect(readTraceSettings({})).toBeUndefined();
    expect(startTracing('x', undefined)).toBeUndefined();
    expect(Object.keys(require.cache).filter((file) => file.includes('sdk-trace-base'))).toEqual([]);
  });

  it.each([
    [{ LIANPIAO_TRACE_URL: 'collector:4318' }, 'LIANPIAO_TRACE_URL'],
    [{ LIANPIAO_TRACE_URL: 'http://x/', LIANPIAO_TRACE_SHARE: '2' }, 'LIANPIAO_TRACE_SHARE'],
    [{ LIANPIAO_TRACE_URL: 'http://x/', LIANPIAO_TRACE_SHARE: 'all' }, 'LIANPIAO_TRACE_SHARE'],
  ])('are refused by name when they are wrong: %j', (environment, name) => {
    expect(() => readTraceSettings(environment)).toThrow(name);
  });

  it('read and write the header of W3C Trace Context, and take no other', () => {
    const text = `00-${TRACE}-${CALLER}-01`;
    expect(formatTraceParent(parseTraceParent(text)!)).toBe(text);
    const others = [
      '',
      undefined,
      `01-${TRACE}-${CALLER}-01`,
      `00-${'0'.repeat(32)}-${CALLER}-01`,
      `00-${TRACE}-${'0'.repeat(16)}-01`,
      `${text}-x`,
    ];
    for (const other of others) expect(parseTraceParent(other)).toBeUndefined();
  });
});

import { join } from 'node:path';
import { LOG_ORIGIN } from '../../support/embedded';
import { AnchorBench } from '../../support/anchoring';
import { runProgram, type CliResult } from '../../support/cli';

const CHILD = join(__dirname, '../../support/anchor-child.cjs');
/** Before and after: storing what was signed, sending it, noting that it was sent, noting that it is confirmed. */
const POINTS = [
  'before sign',
  'after sign',
  'before broadcast',
  'after broadcast',
  'before sent',
  'after sent',
  'before confirm',
  'after confirm',
];

describe('an anchoring worker that is killed', () => {
  let bench: AnchorBench;
  let mining: NodeJS.Timeout;
  beforeEach(async () => {
    bench = await AnchorBench.start();
    await bench.grow(3);
    mining = setInterval(() => void bench.anvil.mine().catch(() => undefined), 50);
  });
  afterEach(async () => {
    clearInterval(mining);
    await bench.stop();
  });

  function child(holder: string, dieAt = -1): Promise<CliResult> {
    const { feeCap: _, ...settings } = bench.settings;
    const given = {
      ...{ folder: bench.folder, origin: LOG_ORIGIN, holder, target: bench.checkpoint().size, dieAt },
      settings: { ...settings, intervalMs: 0, resendAfterMs: 200 },
      node: { rpcUrl: bench.anvil.url, deadlineMs: 2000 },
      privateKey: bench.anvil.privateKey(1),
    };
    return runProgram(process.execPath, [CHILD, JSON.stringify(given)]);
  }

  it.each(POINTS.map((name, point) => [name, point] as const))('%s leaves one correct anchor', async (name, point) => {
    const killed = await child('first', point);
    expect(killed).toMatchObject({ code: null, out: name });
    const next = await child('second');
    expect(next).toMatchObject({ code: 0, err: '' });
    expect(await bench.audit()).toBe(1);
    expect(await bench.used()).toBe(1);
    expect(await bench.onChain()).toEqual(bench.checkpoint());
    expect(bench.everRaised()).toEqual([]);
  });

  it('or two at once with one key: one writes', async () => {
    const ended = await Promise.all([child('one'), child('two')]);
    expect(ended).toMatchObject([
      { code: 0, err: '' },
      { code: 0, err: '' },
    ]);
    expect(await bench.used()).toBe(1);
    expect(await bench.audit()).toBe(1);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { formatAddCheckpoint } from '../../../chaincode/src/domain';
import { originHash } from '../../../gateway/src/witness/witness-server';
import { cli, LIANPIAO, lianpiao, type CliResult } from '../../support/cli';
import { ServedLog, SERVED_ORIGIN, SERVED_VKEY } from '../../support/served-log';
import { SmallLog } from '../../support/small-log';
import { TestWitness } from '../../support/witnesses';

const log = new SmallLog('shop.example/log', 9);

describe('the witness over HTTP', () => {
  let holder: TestWitness;
  let url: string;
  beforeEach(async () => {
    holder = new TestWitness('audit.example/witness', [log.vkey]);
    url = await holder.start();
  });
  afterEach(() => holder.remove());

  const post = (body: string, path = '/add-checkpoint'): Promise<Response> => fetch(`${url}${path}`, { method: 'POST', body });

  it('answers a checkpoint with a signature line, a wrong size with its own', async () => {
    const first = await post(formatAddCheckpoint({ oldSize: 0, path: [], note: log.checkpoint(4) }));
    expect([first.status, (await first.text()).startsWith('— audit.example/witness ')]).toEqual([200, true]);
    const again = await post(formatAddCheckpoint({ oldSize: 0, path: [], note: log.checkpoint(4) }));
    expect([again.status, again.headers.get('content-type'), await again.text()]).toEqual([409, 'text/x.tlog.size', '4\n']);
  });

  it('shows monitors the newest checkpoint by the hash of its origin', async () => {
    const path = `${url}/${originHash(log.origin)}/checkpoint`;
    expect((await fetch(path)).status).toBe(404);
    await post(formatAddCheckpoint({ oldSize: 0, path: [], note: log.checkpoint(4) }));
    expect(await (await fetch(path)).text()).toContain('shop.example/log\n4\n');
  });

  it('refuses what is too long, and knows no other address', async () => {
    expect((await post('x'.repeat(70_000))).status).toBe(413);
    expect((await post('old 0\n\n', '/other')).status).toBe(404);
    expect((await fetch(`${url}/add-checkpoint`)).status).toBe(404);
  });

  it('moves forward only, with 20 requests at once', async () => {
    const bodies = Array.from({ length: 20 }, (_, index) =>
      formatAddCheckpoint({ oldSize: 0, path: [], note: log.checkpoint((index % 8) + 1) }),
    );
    const codes = await Promise.all(bodies.map(async (body) => (await post(body)).status));
    expect(codes.filter((code) => code === 200)).toHaveLength(1);
    expect(codes.filter((code) => code === 409)).toHaveLength(19);
  });
});

describe('lianpiao witness', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lianpiao-witness-cli-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('prints the same key at every call, serves, and ends when it is told to', async () => {
    const words = ['--state', folder, '--name', 'audit.example/witness'];
    const vkey = await lianpiao(['witness', 'vkey', ...words]);
    expect(vkey.out).toMatch(/^audit\.example\/witness\+[0-9a-f]{8}\+B/);
    const child = spawn(process.execPath, [LIANPIAO, 'witness', 'serve', ...words, '--log', log.vkey]);
    const said = await new Promise<string>((resolve) => {
      let text = '';
      child.stdout.on('data', (part: Buffer) => {
        text += part.toString();
        if (text.includes('listens')) resolve(text);
      });
    });
    expect(said).toContain(vkey.out.trim());
    const url = /http:\S+/.exec(said)![0];
    const body = formatAddCheckpoint({ oldSize: 0, path: [], note: log.checkpoint(4) });
    expect((await fetch(`${url}/add-checkpoint`, { method: 'POST', body })).status).toBe(200);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  it.each([
    ['a key that is none', ['--log', 'x'], '/log/0'],
    ['a port that is none', ['--log', log.vkey, '--port', '70000'], '/port'],
  ])('refuses %s', async (_what, words, path) => {
    const { code, err } = await cli('witness', 'serve', '--state', folder, '--name', 'w.example', ...words);
    expect([code, err.includes(path)]).toEqual([2, true]);
  });
});

describe('a log that shows one witness another past', () => {
  const honest = new ServedLog();
  const forked = new ServedLog();
  const witnesses = ['bureau.example', 'audit.example'].map((name) => new TestWitness(name, [SERVED_VKEY]));
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lianpiao-split-'));
    await honest.start();
    honest.grow(300);
    forked.leaves = [...honest.leaves.slice(0, 299), 'leaf that nobody else is shown'];
    for (const witness of witnesses) await witness.start();
    await cosign(witnesses[0]!, honest);
    await cosign(witnesses[1]!, forked);
  });
  afterAll(async () => {
    await honest.close();
    for (const witness of witnesses) await witness.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  const cosign = async ({ url }: TestWitness, from: ServedLog): Promise<void> => {
    const body = formatAddCheckpoint({ oldSize: 0, path: [], note: from.checkpoint().toString() });
    expect((await fetch(`${url}/add-checkpoint`, { method: 'POST', body })).status).toBe(200);
  };
  const monitor = (...urls: string[]): Promise<CliResult> =>
    cli('log', 'monitor', '--log', honest.url, '--vkey', SERVED_VKEY, '--once', '--json', '--witness', ...urls);

  it('is found by the monitor, which names the witness and keeps both signed checkpoints', async () => {
    expect((await monitor(witnesses[0]!.url)).code).toBe(0);
    const { code, out, err } = await monitor(witnesses[0]!.url, witnesses[1]!.url);
    const alarm = JSON.parse(out) as Record<string, string>;
    expect([code, alarm['alarm'], alarm['witness']]).toEqual([1, 'split-view', witnesses[1]!.url]);
    expect(alarm['shownCheckpoint']).toContain(`${SERVED_ORIGIN}\n300\n`);
    expect(alarm['checkpoint']).toContain(`${SERVED_ORIGIN}\n300\n`);
    expect(alarm['shownRoot']).not.toBe(alarm['root']);
    expect(err).toContain('split-view');
  });

  it('is found also after the honest log has grown', async () => {
    honest.grow(77);
    const { code, out } = await monitor(witnesses[1]!.url);
    expect([code, (JSON.parse(out) as { alarm: string }).alarm]).toEqual([1, 'split-view']);
    expect((await monitor(witnesses[0]!.url)).code).toBe(0);
  });

  it('is no alarm when a witness is away, but no all-clear either', async () => {
    await witnesses[0]!.stop();
    expect((await monitor(witnesses[0]!.url)).code).toBe(2);
    await witnesses[0]!.start();
  });
});

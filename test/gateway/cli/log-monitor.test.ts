import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cli, type CliResult } from '../../support/cli';
import { formatCheckpoint, hasher, keyIdOf, signNote } from '../../../chaincode/src/domain';
import { testKey } from '../../support/node-signatures';
import { SERVED_ORIGIN as ORIGIN, SERVED_VKEY as vkey, ServedLog } from '../../support/served-log';

const key = testKey(ORIGIN);

let log: ServedLog;
let folder: string;

beforeEach(async () => {
  log = new ServedLog();
  await log.start();
  folder = mkdtempSync(join(tmpdir(), 'lianpiao-monitor-'));
});

afterEach(async () => {
  await log.close();
  rmSync(folder, { recursive: true, force: true });
});

function monitor(...words: string[]): Promise<CliResult> {
  const state = join(folder, 'state.json');
  return cli('log', 'monitor', '--log', log.url, '--vkey', vkey, '--state', state, '--once', '--json', ...words);
}

async function alarm(): Promise<Record<string, string>> {
  const { code, out, err } = await monitor();
  expect(code).toBe(1);
  expect(err).toContain('ALARM 警报');
  return JSON.parse(out) as Record<string, string>;
}

function changeByte(data: Buffer, at: number): Buffer {
  const changed = Buffer.from(data);
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
}

describe('a log that only grows raises no alarm', () => {
  it.each([
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
    [255, 1],
    [256, 1],
    [255, 300],
    [300, 700],
    [600, 0],
  ])('from %d by %d entries', async (first, more) => {
    log.grow(first);
    expect(JSON.parse((await monitor()).out)).toMatchObject({ result: 'ok', from: 0, size: first });
    log.grow(more);
    const second = await monitor();
    expect(second).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(second.out)).toMatchObject({ result: 'ok', from: first, size: first + more });
  });

  it('reads what is new, and not all of it again', async () => {
    log.grow(600);
    await monitor();
    log.asked.length = 0;
    log.grow(20);
    await monitor();
    expect(log.asked.filter((path) => path.startsWith('tile/entries/'))).toEqual(['tile/entries/002.p/108']);
  });

  it('takes the full tile where the partial one is gone', async () => {
    log.grow(100);
    const served = log.checkpoint();
    log.grow(200);
    log.lie = (path) => (path === 'checkpoint' ? served : undefined);
    expect((await monitor()).code).toBe(0);
  });
});

describe('the alarm is raised', () => {
  it('when the log has become shorter', async () => {
    log.grow(300);
    await monitor();
    const { root } = JSON.parse(readFileSync(join(folder, 'state.json'), 'utf8')) as { root: string };
    log.leaves.length = 290;
    expect(await alarm()).toMatchObject({ alarm: 'rollback', seenSize: '300', seenRoot: root, size: '290' });
  });

  it('when the same size has another root', async () => {
    log.grow(300);
    await monitor();
    log.leaves[5] = 'another';
    expect(await alarm()).toMatchObject({ alarm: 'split-view', seenSize: '300', size: '300' });
  });

  it.each([
    [300, 310],
    [300, 700],
    [256, 512],
    [1, 2],
  ])('when a log seen at %d has another past at %d', async (before, after) => {
    log.grow(before);
    await monitor();
    log.leaves = [];
    log.grow(after, 'other');
    expect(await alarm()).toMatchObject({ alarm: 'split-view', seenSize: String(before), size: String(after) });
  });

  it('when an entry is not the one that was signed', async () => {
    log.grow(300);
    await monitor();
    log.grow(300);
    log.lie = (path, truth) => (path.startsWith('tile/entries/001') ? changeByte(truth, truth.length - 1) : undefined);
    expect(['tile-wrong', 'root-wrong']).toContain((await alarm())['alarm']);
  });

  it.each(['tile/0/000', 'tile/0/001.p/44', 'tile/1/000.p/1'])('when %s is wrong', async (path) => {
    log.grow(300);
    log.lie = (asked, truth) => (asked === path ? changeByte(truth, 17) : undefined);
    expect(await alarm()).toMatchObject({ alarm: 'tile-wrong', tile: path, hash: '0' });
  });

  it('when an old hash in a tile has changed', async () => {
    log.grow(300);
    await monitor();
    log.grow(10);
    log.lie = (asked, truth) => (asked.startsWith('tile/0/001') ? changeByte(truth, 17) : undefined);
    expect(await alarm()).toMatchObject({ alarm: 'tile-wrong' });
  });

  it('when the checkpoint is signed by somebody else, or by nobody', async () => {
    log.grow(3);
    const other = testKey('other');
    const note = signNote(
      formatCheckpoint({ origin: ORIGIN, size: 3, root: hasher().sha256('x') }),
      { name: ORIGIN, keyId: keyIdOf(ORIGIN, key.publicKey) },
      other,
    );
    log.lie = () => Buffer.from(note);
    expect((await alarm())['alarm']).toBe('signature-wrong');
    log.lie = () => Buffer.from(note.replace(/(\u2014 )monitored/, '$1unmonitored'));
    expect((await alarm())['alarm']).toBe('signature-wrong');
  });

  it('when what is served is no log', async () => {
    log.grow(3);
    log.lie = (path) => (path === 'checkpoint' ? Buffer.from('hello') : undefined);
    expect((await alarm())['alarm']).toBe('malformed');
    log.lie = (path, truth) => (path.startsWith('tile/entries') ? truth.subarray(0, 5) : undefined);
    expect((await alarm())['alarm']).toBe('malformed');
  });

  it('and keeps what was seen before', async () => {
    log.grow(300);
    await monitor();
    const before = readFileSync(join(folder, 'state.json'), 'utf8');
    log.leaves.length = 290;
    await alarm();
    expect(readFileSync(join(folder, 'state.json'), 'utf8')).toBe(before);
  });
});

describe('what is no fault of the log is no alarm', () => {
  it('a log that does not answer', async () => {
    const { url } = log;
    await log.close();
    const { code, err } = await cli('log', 'monitor', '--log', url, '--vkey', vkey, '--once');
    expect([code, err.split(':')[0]]).toEqual([2, 'DEADLINE_EXCEEDED']);
    await log.start();
  });

  it('a state of another log, or one that was changed', async () => {
    log.grow(3);
    await monitor();
    const path = join(folder, 'state.json');
    const state = readFileSync(path, 'utf8');
    for (const changed of [state.replace('"size":3', '"size":2'), state.replace(ORIGIN, 'other'), '{}', 'x']) {
      writeFileSync(path, changed);
      expect((await monitor()).code).toBe(2);
    }
  });

  it('a key that is none', async () => {
    expect((await cli('log', 'monitor', '--log', log.url, '--vkey', 'x', '--once')).code).toBe(2);
  });
});

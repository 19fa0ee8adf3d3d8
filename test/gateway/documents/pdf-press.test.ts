import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InvoicePaper } from '../../../gateway/src/documents/pdf/paper';
import { PdfPress } from '../../../gateway/src/documents/pdf/pdf-press';

/** A thread that does what the paper tells: the real one is tested on a real instance (test/e2e/documents.test.ts). */
const THREAD = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ paper }) => {
  if (paper.do === 'hang') for (;;);
  if (paper.do === 'die') throw new Error('out of ink');
  parentPort.postMessage(paper.do === 'fail' ? { fault: 'no paper' } : { result: Buffer.from(paper.do) });
});`;

describe('the press', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lianpiao-press-'));
  const script = join(folder, 'thread.cjs');
  writeFileSync(script, THREAD);
  const press = new PdfPress({ keys: folder, operator: 'test' }, script, 1500);
  const print = async (what: string): Promise<string> => (await press.print({ do: what } as unknown as InvoicePaper)).toString();
  afterAll(() => {
    press.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('prints in order, and what fails, hangs or dies fails alone', async () => {
    const results = await Promise.allSettled(['a', 'fail', 'b', 'hang', 'c', 'die', 'd'].map(print));
    expect(results.map((result) => (result.status === 'fulfilled' ? result.value : (result.reason as Error).message))).toEqual([
      'a', 'no paper', 'b', expect.stringContaining('DEADLINE_EXCEEDED'), 'c', 'out of ink', 'd',
    ]); // prettier-ignore
  });

  it('lets no more than its limit wait', async () => {
    const results = await Promise.allSettled(Array.from({ length: 40 }, async () => print('x')));
    const refused = results.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(8);
    expect(refused[0]).toMatchObject({ reason: { code: 'QUEUE_FULL' } });
    expect(await print('y')).toBe('y');
  });

  it('lets nobody wait for a closed one', async () => {
    const other = new PdfPress({ keys: folder, operator: 'test' }, script);
    const waiting = [other.print({ do: 'hang' } as never), other.print({ do: 'a' } as never)];
    other.close();
    for (const result of await Promise.allSettled(waiting))
      expect(result).toMatchObject({ reason: { code: 'DEADLINE_EXCEEDED' } });
  });
});

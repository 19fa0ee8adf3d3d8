import { formatVerifierKey, parseCheckpoint, parseNote, parseVerifierKey, type TrustedLog } from '@lianpiao/chaincode/domain';
import { checkLogOnce } from '../../../gateway/src/cli/monitor/check-log-once';
import { LogSource } from '../../../gateway/src/cli/monitor/log-source';
import type { SeenLog } from '../../../gateway/src/cli/monitor/monitor-state';
import { testKey } from '../../support/node-signatures';
import { SERVED_ORIGIN, SERVED_VKEY, ServedLog } from '../../support/served-log';

const SUCCESSOR = 'monitored.example/log/2';
const FOREIGN = 'elsewhere.example/log';

let log: ServedLog;
beforeEach(async () => {
  log = new ServedLog();
  await log.start();
  log.grow(300);
});
afterEach(() => log.close());

const keyOf = (vkey: string): TrustedLog => ({ origin: vkey.split('+')[0]!, key: parseVerifierKey(vkey) });
const vkeyOf = (origin: string): string => formatVerifierKey(origin, testKey(origin).publicKey);
const first = keyOf(SERVED_VKEY);
const second = keyOf(vkeyOf(SUCCESSOR));
const served = (): { size: number; root: string } => parseCheckpoint(parseNote(log.checkpoint().toString()).text);
/** The first log as a trust file has it once it was closed where it stands now. */
const closedHere = (): TrustedLog => ({ ...first, last: parseCheckpoint(parseNote(log.checkpoint().toString()).text) });
const look = (keys: readonly TrustedLog[], seen?: SeenLog): Promise<SeenLog> =>
  checkLogOnce(new LogSource(log.url), { origin: seen?.origin ?? SERVED_ORIGIN, keys, now: Date.now() }, seen);

describe('a monitor of a log that was closed', () => {
  it('goes on with the successor, which begins with all that it has seen', async () => {
    const seen = await look([first, second]);
    const closed = closedHere();
    log.origin = SUCCESSOR;
    log.grow(100);
    const followed = await look([closed, second], seen);
    expect(followed).toMatchObject({ origin: SUCCESSOR, ...served() });
    log.grow(1);
    expect(await look([closed, second], followed)).toMatchObject({ origin: SUCCESSOR, size: 401 });
  });

  it('follows before the trust file says where the first log ended, too', async () => {
    const seen = await look([first]);
    log.origin = SUCCESSOR;
    log.grow(1);
    expect(await look([first, second], seen)).toMatchObject({ origin: SUCCESSOR, size: 301 });
  });

  it('begins with the successor when it has seen nothing, if that begins with the last checkpoint', async () => {
    const closed = closedHere();
    log.origin = SUCCESSOR;
    log.grow(20);
    expect(await look([closed, second])).toMatchObject({ origin: SUCCESSOR, size: 320 });
    // What is known of no end is another log, and not this one's.
    await expect(look([first, second])).rejects.toMatchObject({ kind: 'signature-wrong' });
  });

  it('raises the alarm for a successor with another past', async () => {
    const seen = await look([first]);
    const closed = closedHere();
    log.origin = SUCCESSOR;
    log.leaves[7] = 'another leaf';
    log.grow(20);
    await expect(look([closed, second], seen)).rejects.toMatchObject({ kind: 'split-view' });
    await expect(look([first, second], seen)).rejects.toMatchObject({ kind: 'split-view' });
    await expect(look([closed, second])).rejects.toMatchObject({ kind: 'split-view' });
  });

  it('raises the alarm when it has seen more of the log than the trust file says there was', async () => {
    const closed = closedHere();
    log.grow(5);
    const seen = await look([first]);
    log.origin = SUCCESSOR;
    log.grow(5);
    await expect(look([closed, second], seen)).rejects.toMatchObject({ kind: 'split-view' });
  });

  it('raises the alarm for a checkpoint of the closed log beyond its end, and for a successor that nobody trusts', async () => {
    const seen = await look([first]);
    const closed = closedHere();
    log.grow(5);
    await expect(look([closed, second], seen)).rejects.toMatchObject({ kind: 'signature-wrong' });
    log.origin = FOREIGN;
    await expect(look([closed, second], seen)).rejects.toMatchObject({ kind: 'signature-wrong' });
  });
});

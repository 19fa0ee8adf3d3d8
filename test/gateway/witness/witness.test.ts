import fc from 'fast-check';
import { formatAddCheckpoint, openNote, parseVerifierKey } from '../../../chaincode/src/domain';
import { nodeSignatures } from '../../../gateway/src/crypto/log-keys';
import { SmallLog } from '../../support/small-log';
import { TestWitness } from '../../support/witnesses';

const log = new SmallLog('shop.example/log', 40);
/** The same origin and key with another past from the first entry on. */
const liar = new SmallLog('shop.example/log', 40, 'grant.granted');
const stranger = new SmallLog('stranger.example/log', 5);

const ask = (oldSize: number, size: number, from: SmallLog = log): string =>
  formatAddCheckpoint({ oldSize, path: oldSize === 0 ? [] : from.consistency(oldSize, size), note: from.checkpoint(size) });

let holder: TestWitness;
const NOW = Date.UTC(2026, 10, 22);

beforeEach(() => {
  holder = new TestWitness('audit.example/witness', [log.vkey]);
  holder.open(() => NOW);
});
afterEach(() => holder.remove());

const status = (body: string): number => holder.witness.add(body).status;

describe('a witness (C2SP tlog-witness)', () => {
  it('cosigns the first checkpoint it is shown and every one that continues it', () => {
    for (const [from, to] of [
      [0, 7],
      [7, 8],
      [8, 8],
      [8, 40],
    ] as const) {
      const note = log.checkpoint(to);
      const { status: code, body } = holder.witness.add(ask(from, to));
      expect(code).toBe(200);
      expect(openNote(`${note}${body}`, [parseVerifierKey(holder.key.vkey)], nodeSignatures).verifiedBy).toEqual([
        'audit.example/witness',
      ]);
    }
  });

  it('signs the time with the checkpoint', () => {
    const { body } = holder.witness.add(ask(0, 7));
    const line = Buffer.from(body.trim().split(' ')[2]!, 'base64');
    expect(line.readBigUInt64BE(4)).toBe(BigInt(NOW / 1000));
  });

  it('answers 409 with the size that it has when the old size is another', () => {
    holder.witness.add(ask(0, 7));
    expect(holder.witness.add(ask(3, 8))).toEqual({ status: 409, body: '7\n', type: 'text/x.tlog.size' });
    expect(holder.witness.add(ask(0, 8))).toMatchObject({ status: 409, body: '7\n' });
    expect(holder.witness.add(ask(0, 7))).toMatchObject({ status: 409, body: '7\n' });
  });

  it.each([
    ['another past', (): string => ask(7, 20, liar), 422],
    ['another root for the same size', (): string => ask(7, 7, liar), 422],
    [
      'a path of another pair',
      (): string => formatAddCheckpoint({ oldSize: 7, path: log.consistency(6, 20), note: log.checkpoint(20) }),
      422,
    ],
    ['no path', (): string => formatAddCheckpoint({ oldSize: 7, path: [], note: log.checkpoint(20) }), 422],
    [
      'a path where none belongs',
      (): string => formatAddCheckpoint({ oldSize: 7, path: log.consistency(7, 8), note: log.checkpoint(7) }),
      422,
    ],
    [
      'an old size beyond the checkpoint',
      (): string => formatAddCheckpoint({ oldSize: 9, path: [], note: log.checkpoint(7) }),
      400,
    ],
    ['an unknown origin', (): string => ask(0, 5, stranger), 404],
    ['no signature', (): string => ask(7, 20).replace(/\n— .*\n$/, '\n— other.example AAAAAAAA\n'), 403],
    ['a signature of another text', (): string => ask(7, 20).replace('\n20\n', '\n21\n'), 403],
    ['no checkpoint', (): string => 'old 7\n\n', 400],
    ['64 hashes', (): string => ask(7, 20).replace('\n\n', `\n${'A'.repeat(43)}=`.repeat(64).concat('\n\n')), 400],
    ['a size with a zero in front', (): string => ask(7, 20).replace('old 7', 'old 07'), 400],
    ['nothing', (): string => '', 400],
  ])('refuses %s and remembers what it had', (_what, body, code) => {
    holder.witness.add(ask(0, 7));
    const before = holder.witness.latest(log.origin);
    expect(status(body())).toBe(code);
    expect(holder.witness.latest(log.origin)).toBe(before);
    expect(status(ask(7, 20))).toBe(200);
  });

  it('refuses a path for the first checkpoint it sees', () => {
    expect(status(formatAddCheckpoint({ oldSize: 0, path: log.consistency(7, 8), note: log.checkpoint(8) }))).toBe(422);
  });

  it('remembers over a restart, and shows monitors what it cosigned', async () => {
    holder.witness.add(ask(0, 20));
    await holder.stop();
    holder.open();
    expect(status(ask(0, 7))).toBe(409);
    const note = holder.witness.latest(log.origin)!;
    const keys = [parseVerifierKey(log.vkey), parseVerifierKey(holder.key.vkey)];
    expect(openNote(note, keys, nodeSignatures).verifiedBy).toEqual([log.origin, 'audit.example/witness']);
  });

  it('never cosigns two pasts, whatever is asked of it in whatever order', () => {
    const request = fc.record({ lies: fc.boolean(), from: fc.nat(12), to: fc.nat(12) });
    fc.assert(
      fc.property(fc.array(request, { maxLength: 30 }), (requests) => {
        const fresh = new TestWitness('w.example', [log.vkey]);
        const witness = fresh.open();
        const pasts = new Set<boolean>();
        let size = 0;
        for (const { lies, from, to } of requests) {
          const body = from <= to ? ask(from, to, lies ? liar : log) : ask(0, to, lies ? liar : log);
          if (witness.add(body).status !== 200) continue;
          expect(to).toBeGreaterThanOrEqual(size);
          size = to;
          if (to > 0) pasts.add(lies);
        }
        void fresh.remove();
        expect(pasts.size).toBeLessThan(2);
      }),
      { numRuns: 50 },
    );
  });
});

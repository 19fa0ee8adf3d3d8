import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LogSealer } from '@lianpiao/workers';
import {
  formatAddCheckpoint,
  parseCheckpoint,
  parseNote,
  parseVerifierKey,
  verifyBundle,
  type Bundle,
  type Checkpoint,
  type InvoiceIssued,
  type TrustedLog,
  type TrustFile,
} from '@lianpiao/chaincode/domain';
import { LogKeyRing, rotateLogKey } from '../../gateway/src/crypto/log-key-ring';
import { nodeSignatures } from '../../gateway/src/crypto/log-keys';
import { prepareSuccessor } from '../../gateway/src/crypto/log-shards';
import { BlockStore, EmbeddedLedgerReader } from '../../gateway/src/ledger';
import { verifyLedger } from '../../gateway/src/ledger/embedded/verify';
import { closeLog } from '../../gateway/src/keeping/close-log';
import { proveLedger } from '../../gateway/src/keeping/prove-ledger';
import { AnchorStore } from '../../gateway/src/stores';
import { ProofDesk } from '../../gateway/src/verification/proof-desk';
import { embeddedShop, LOG_ORIGIN, saleRequest, type EmbeddedShop } from '../support/embedded';
import { TestWitness } from '../support/witnesses';

const SUCCESSOR = 'lianpiao.example/log/2';
let now: number;
let shop: EmbeddedShop;
let ring: LogKeyRing;
let sealer: LogSealer;
let sold = 0;

beforeEach(async () => {
  now = Date.UTC(2026, 10, 22, 12);
  shop = await embeddedShop(undefined, { clock: () => now });
  ring = new LogKeyRing(shop.folder, LOG_ORIGIN);
  sealer = newSealer(ring);
});
afterEach(() => {
  shop.remove();
});

function newSealer(keys: LogKeyRing): LogSealer {
  const parts = [new EmbeddedLedgerReader(new BlockStore(shop.folder)), shop.log, keys, (): number => now];
  return new LogSealer(...(parts as unknown as ConstructorParameters<typeof LogSealer>));
}

/** Sells and seals; returns the entry's sequence. */
async function sell(): Promise<number> {
  await shop.issue([saleRequest((sold += 1))]);
  return sealer.seal() - 1;
}

const options = (): { folder: string; origin: string; now: number } => ({ folder: shop.folder, origin: LOG_ORIGIN, now });
const prepare = (successor = SUCCESSOR): string => prepareSuccessor({ ...options(), successor }).vkey;
const close = (): ReturnType<typeof closeLog> => closeLog({ ...options(), reason: 'a new year', clock: () => now });
const checkpoint = (): Checkpoint => parseCheckpoint(parseNote(shop.log.latest()!.note).text);
const signersOf = (): string[] => parseNote(shop.log.latest()!.note).signatures.map(({ name }) => name);
const parts = (): unknown[] => verifyLedger({ folder: shop.folder }).parts.filter(({ finding }) => finding !== undefined);

async function bundleOf(sequence: number): Promise<Bundle> {
  const anchors = new AnchorStore(shop.folder);
  const { entry } = shop.ledger.read(sequence, 1)[0]! as { entry: InvoiceIssued };
  const bundle = await new ProofDesk(shop.log, anchors).bundle(sequence, entry, shop.payloads.read(sequence)!, () => true);
  anchors.close();
  return bundle;
}
function verdict(bundle: Bundle, logs: readonly TrustedLog[] = ring.trusted()): unknown {
  const trust: TrustFile = { logs, witnesses: [], quorum: 0, anchors: [] };
  const { result, reason } = verifyBundle(JSON.parse(JSON.stringify(bundle)), trust, nodeSignatures) as {
    result: string;
    reason?: string;
  };
  return reason ?? result;
}

describe('a log that is closed and followed by another [rows 001-002-003:B2]', () => {
  it('ends at its last checkpoint; the successor seals what comes, and bundles of both verify', async () => {
    const early = await sell();
    const before = await bundleOf(early);
    prepare();
    await sell();
    // A successor that waits signs nothing, and is told to holders already.
    expect([checkpoint().origin, ring.trusted().map(({ origin }) => origin)]).toEqual([LOG_ORIGIN, [LOG_ORIGIN, SUCCESSOR]]);
    const last = checkpoint();
    const closed = await close();
    expect(closed).toEqual({ origin: LOG_ORIGIN, last: { size: last.size, root: last.root }, successor: SUCCESSOR });
    expect(ring.trusted().map((log) => log.last)).toEqual([closed.last, undefined]);
    // The act of closing is the first entry that the successor seals.
    expect(sealer.seal()).toBe(last.size + 1);
    expect([checkpoint().origin, signersOf()]).toEqual([SUCCESSOR, [SUCCESSOR]]);
    const act = JSON.stringify(shop.ledger.read(last.size, 1)[0]!.entry);
    expect(act).toContain(`"act":"log.closed"`);
    const late = await sell();
    const bundles = [before, await bundleOf(late), await bundleOf(early)];
    expect(bundles.map((bundle) => verdict(bundle))).toEqual(['valid', 'valid', 'valid']);
    // Who knows the first log alone cannot tell; who knows the second one alone neither.
    expect(verdict(bundles[1]!, ring.trusted().slice(0, 1))).toBe('LOG_UNKNOWN');
    expect(verdict(before, ring.trusted().slice(1))).toBe('LOG_UNKNOWN');
    expect(parts()).toEqual([]);
  });

  it('signs nothing beyond its end, even when the sealer had begun to seal', async () => {
    await sell();
    prepare();
    const { size } = checkpoint();
    await shop.issue([saleRequest((sold += 1))]);
    // The close comes between the reading of the entries and the commit of the checkpoint.
    const append = shop.log.append.bind(shop.log);
    let closing: Promise<unknown> | undefined;
    shop.log.append = (...words): void => {
      closing ??= close();
      append(...words);
    };
    sealer.seal();
    await closing;
    expect([checkpoint().origin, checkpoint().size]).toEqual([SUCCESSOR, size + 1]);
    const [first] = ring.trusted();
    expect(first!.last!.size).toBe(size);
    expect(shop.log.checkpoints(size + 1, 1)[0]!.note).toContain(`${LOG_ORIGIN}\n${String(size)}\n`);
    expect(parts()).toEqual([]);
  });

  it('is refused without a successor that waits; a second one, or an origin of old, is refused as well', async () => {
    await sell();
    await expect(close()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    for (const origin of ['', 'with space', 'plus+sign', LOG_ORIGIN])
      expect(() => prepare(origin)).toThrow(expect.objectContaining({ code: 'FIELD_INVALID' }));
    prepare();
    expect(() => prepare('lianpiao.example/log/3')).toThrow(expect.objectContaining({ code: 'ROTATION_UNDER_WAY' }));
    await close();
    // Nothing was sealed by the successor yet: it has no last checkpoint.
    prepare('lianpiao.example/log/3');
    await expect(close()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    sealer.seal();
    expect((await close()).successor).toBe('lianpiao.example/log/3');
    await sell();
    expect([signersOf(), parts()]).toEqual([['lianpiao.example/log/3'], []]);
  });

  it('and a change of keys go together: each log has its own, before, while and after one waits', async () => {
    await sell();
    const rotate = (): string => rotateLogKey({ ...options(), overlapSeconds: 1 }).vkey;
    prepare();
    const second = rotate();
    expect(ring.signers(now).map(({ name }) => name)).toEqual([LOG_ORIGIN, LOG_ORIGIN]);
    now += 2000;
    await sell();
    expect(parseNote(shop.log.latest()!.note).signatures.map(({ keyId }) => keyId)).toEqual([parseVerifierKey(second).keyId]);
    await close();
    const third = rotate();
    expect(third.startsWith(`${SUCCESSOR}+`)).toBe(true);
    await sell();
    expect(signersOf()).toEqual([SUCCESSOR, SUCCESSOR]);
    expect(ring.trusted().map(({ origin, last }) => [origin, last?.size])).toEqual([
      [LOG_ORIGIN, checkpoint().size - 2],
      [LOG_ORIGIN, checkpoint().size - 2],
      [SUCCESSOR, undefined],
      [SUCCESSOR, undefined],
    ]);
    expect(parts()).toEqual([]);
    const stored = readFileSync(join(shop.folder, 'keys', 'log-keys.json'), 'utf8');
    expect([stored.includes('waiting'), existsSync(join(shop.folder, 'keys', 'log.pem'))]).toEqual([false, true]);
  });

  it('is followed by its witness, who knows of both; a restored ledger is held against the newest that was seen', async () => {
    const witness = new TestWitness('audit.example/witness', []);
    try {
      const url = await witness.start();
      witness.trusted = ring.trusted();
      const show = (): unknown =>
        witness.witness.add(formatAddCheckpoint({ oldSize: 0, path: [], note: shop.log.latest()!.note })).status;
      await sell();
      expect(show()).toBe(200);
      prepare();
      await close();
      sealer.seal();
      expect(show()).toBe(404);
      witness.trusted = ring.trusted();
      expect(show()).toBe(200);
      const policy = { witnesses: new Map([['audit', { key: parseVerifierKey(witness.key.vkey), url }]]), quorum: 'audit' };
      const sources = { policy: policy as never, checkpointFiles: [] };
      expect(await proveLedger(shop.folder, ring.trusted(), sources)).toMatchObject({
        result: 'proven',
        seen: [{ by: 'audit.example/witness', size: checkpoint().size }],
      });
    } finally {
      await witness.remove();
    }
  });
});

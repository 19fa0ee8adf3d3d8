import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LogSealer } from '@lianpiao/workers';
import {
  formatAddCheckpoint,
  formatCheckpoint,
  parseCheckpoint,
  parseNote,
  parseVerifierKey,
  signNote,
  verifyBundle,
  type InvoiceIssued,
  type TrustedLog,
} from '@lianpiao/chaincode/domain';
import { LogKeyRing, markCompromised, rotateLogKey } from '../../gateway/src/crypto/log-key-ring';
import { loadLogKey, nodeSignatures } from '../../gateway/src/crypto/log-keys';
import { BlockStore, EmbeddedLedgerReader } from '../../gateway/src/ledger';
import { verifyLedger } from '../../gateway/src/ledger/embedded/verify';
import { AnchorStore } from '../../gateway/src/stores';
import { SqliteDatabase } from '../../gateway/src/stores/sqlite-driver';
import { isSound, TrustDesk } from '../../gateway/src/trust/trust-desk';
import { ProofDesk } from '../../gateway/src/verification/proof-desk';
import { embeddedShop, LOG_ORIGIN, saleRequest, type EmbeddedShop } from '../support/embedded';
import { TestWitness } from '../support/witnesses';

const START = Date.UTC(2026, 10, 22, 12);
const HOUR_MS = 3_600_000;
let now: number;
let shop: EmbeddedShop;
let ring: LogKeyRing;
let sealer: LogSealer;
let sold = 0;

beforeEach(async () => {
  now = START;
  shop = await embeddedShop(undefined, { clock: () => now });
  ring = new LogKeyRing(shop.folder, LOG_ORIGIN);
  const parts = [new EmbeddedLedgerReader(new BlockStore(shop.folder)), shop.log, ring, (): number => now];
  sealer = new LogSealer(...(parts as unknown as ConstructorParameters<typeof LogSealer>));
});
afterEach(() => {
  shop.remove();
});

async function sell(): Promise<void> {
  await shop.issue([saleRequest((sold += 1))]);
  sealer.seal();
}

const rotate = (more: { compromisedAt?: number } = {}): string =>
  rotateLogKey({ folder: shop.folder, origin: LOG_ORIGIN, now, overlapSeconds: 3600, ...more }).vkey;
const idOf = (vkey: string): string => parseVerifierKey(vkey).keyId;
const signersOf = (note = shop.log.latest()!.note): string[] => parseNote(note).signatures.map(({ keyId }) => keyId);
const logPart = (): unknown => verifyLedger({ folder: shop.folder }).parts.find(({ part }) => part === 'log');

describe('the keys of a log that follow one another [rows 001-002-003:B2]', () => {
  it('sign together for a while, then the new one alone; the whole log verifies all along', async () => {
    await sell();
    const first = ring.signers(now)[0]!.keyId;
    const second = idOf(rotate());
    now += 1000;
    await sell();
    expect(signersOf()).toEqual([first, second]);
    now += HOUR_MS;
    await sell();
    expect(signersOf()).toEqual([second]);
    expect(logPart()).toMatchObject({ result: 'ok' });
    expect(ring.trusted().map(({ key, from, until }) => [key.keyId, from, until])).toEqual([
      [first, undefined, START / 1000 + 3600],
      [second, START / 1000, undefined],
    ]);
  });

  it('sign the newest checkpoint again when nothing is sold, once', async () => {
    await sell();
    const [first, before] = [ring.signers(now)[0]!.keyId, shop.log.latest()!];
    const second = idOf(rotate());
    sealer.seal();
    const after = shop.log.latest()!;
    expect(signersOf()).toEqual([first, second]);
    expect([after.size, after.sealedAt, parseNote(after.note).text]).toEqual([
      before.size,
      before.sealedAt,
      parseNote(before.note).text,
    ]);
    sealer.seal();
    expect(shop.log.latest()).toEqual(after);
    expect(logPart()).toMatchObject({ result: 'ok' });
  });

  it('are taken up by a witness that follows a trust file, and refused outside their windows', async () => {
    await sell();
    const holder = new TestWitness('audit.example/witness', []);
    holder.open(() => now);
    const ask = (): number =>
      holder.witness.add(formatAddCheckpoint({ oldSize: 0, path: [], note: shop.log.latest()!.note })).status;
    holder.trusted = ring.trusted().map((log) => ({ ...log, until: START / 1000 }));
    expect(ask()).toBe(403);
    holder.trusted = ring.trusted().map((log) => ({ ...log, compromisedAt: START / 1000 }));
    expect(ask()).toBe(403);
    const { size, root } = parseCheckpoint(parseNote(shop.log.latest()!.note).text);
    holder.trusted = ring.trusted().map((log) => ({ ...log, last: { size: size - 1, root } }));
    expect(ask()).toBe(403);
    holder.trusted = ring.trusted().map((log) => ({ ...log, until: START / 1000 + 1, last: { size, root } }));
    expect(ask()).toBe(200);
    await holder.remove();
  });

  it('are found out when one signs after its end', async () => {
    await sell();
    const old = loadLogKey(shop.folder, LOG_ORIGIN);
    rotate();
    now += 2 * HOUR_MS;
    await sell();
    const { size, note } = shop.log.latest()!;
    const database = new SqliteDatabase(join(shop.folder, 'log.db'));
    const { root } = parseCheckpoint(parseNote(note).text);
    const text = formatCheckpoint({ origin: LOG_ORIGIN, size, root });
    database.prepare('UPDATE checkpoints SET note = ? WHERE size = ?').run(signNote(text, old, old), size);
    database.close();
    expect(logPart()).toMatchObject({ result: 'bad', finding: { cause: 'checkpoint-signature-wrong', place: { size } } });
  });

  it('leave proofs under a compromised key in doubt, and the proof desk gives new ones', async () => {
    await sell();
    const sequence = shop.ledger.length() - 1;
    const anchors = new AnchorStore(shop.folder);
    const entry = shop.ledger.read(sequence, 1)[0]!.entry as InvoiceIssued;
    const desk = new ProofDesk(shop.log, anchors, (note) => isSound(note, ring.trusted()));
    const under = await desk.firstCheckpoint(sequence);
    const make = async (checkpoint?: typeof under): Promise<unknown> => {
      const options = checkpoint === undefined ? {} : { under: checkpoint };
      return JSON.parse(JSON.stringify(await desk.bundle(sequence, entry, shop.payloads.read(sequence)!, () => true, options)));
    };
    const old = await make(under);

    rotate({ compromisedAt: START / 1000 - 60 });
    const judge = (bundle: unknown): unknown => {
      const trust = { logs: ring.trusted(), witnesses: [], quorum: 0 };
      const { result, reason } = verifyBundle(bundle, trust, nodeSignatures);
      return [result, reason];
    };
    expect(judge(old)).toEqual(['unknown', 'LOG_KEY_COMPROMISED']);
    now += 1000;
    await sell();
    expect(judge(await make())).toEqual(['valid', undefined]);
    expect(judge(await make(await desk.firstCheckpoint(sequence)))).toEqual(['valid', undefined]);
    expect(logPart()).toMatchObject({ result: 'ok' });
    const { logs } = new TrustDesk(shop.folder, ring).newest().file;
    expect(logs.map(({ key }) => key.keyId)).toEqual(ring.signers(now).map(({ keyId }) => keyId));
    anchors.close();
  });

  it('can be marked as compromised once they sign no longer, and only to an earlier time then', () => {
    const first = ring.signers(now)[0]!.keyId;
    rotate();
    const at = (): unknown => ring.trusted()[0]!.compromisedAt;
    expect(() => {
      markCompromised(shop.folder, first, 1000, now);
    }).toThrow('FIELD_INVALID');
    now += HOUR_MS;
    for (const since of [1000, 2000]) {
      markCompromised(shop.folder, first, since, now);
      expect(at()).toBe(1000);
    }
    expect(() => {
      markCompromised(shop.folder, '00000000', 1000, now);
    }).toThrow('NOT_FOUND');
  });

  it('change one at a time', () => {
    rotate();
    expect(() => rotate()).toThrow('ROTATION_UNDER_WAY');
    now += HOUR_MS;
    expect(idOf(rotate())).toBe(ring.signers(now).at(-1)!.keyId);
    expect(ring.trusted()).toHaveLength(3);
  });

  it('leave nothing behind when the change breaks off before the list is written', () => {
    writeFileSync(join(shop.folder, 'keys', 'log-2.pem'), 'half a key', { mode: 0o600 });
    expect(ring.signers(now)).toHaveLength(1);
    rotate();
    expect(ring.signers(now + 1000)).toHaveLength(2);
    expect(readFileSync(join(shop.folder, 'keys', 'log-keys.json'), 'utf8')).toContain('log-3.pem');
  });

  it.each(['', '{}', '{"keys":[{"file":"../x.pem","vkey":"x"}]}'])('are not guessed when the list is damaged: %j', (text) => {
    rotate();
    writeFileSync(join(shop.folder, 'keys', 'log-keys.json'), text, { mode: 0o600 });
    expect((): readonly TrustedLog[] => new LogKeyRing(shop.folder, LOG_ORIGIN).trusted()).toThrow('restore it from the backup');
  });
});

import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { formatAddCheckpoint, openNote, parseVerifierKey, parseWitnessPolicy } from '@lianpiao/chaincode/domain';
import { pino } from 'pino';
import { BlockStore, EmbeddedLedgerReader } from '../../../gateway/src/ledger';
import { loadLogKey, LogKeyRing, LogStore, nodeSignatures } from '../../../gateway/src/stores';
import { LogSealer } from '../../../workers/src/sealing/log-sealer';
import { LogWitnesses } from '../../../workers/src/witnessing/log-witnesses';
import { embeddedShop, LOG_ORIGIN, saleRequest, type EmbeddedShop } from '../../support/embedded';
import { recordFault } from '../../support/fault-records';
import { TestWitness } from '../../support/witnesses';

/** What these faults have in common in the table. */
const WITNESSED = { ledger: 'any', part: 'witnesses', repair: 'see the runbook, Witnesses' } as const;
const NAMES = ['bureau.example', 'audit.example', 'provider.example'];

let shop: EmbeddedShop;
let log: LogStore;
let seal: () => number;
let holders: TestWitness[];
let sold = 0;
let now = Date.now();

beforeEach(async () => {
  shop = await embeddedShop();
  log = new LogStore(shop.folder, true);
  seal = sealerOf(shop, log);
  const { vkey } = loadLogKey(shop.folder, LOG_ORIGIN);
  holders = NAMES.map((name) => new TestWitness(name, [vkey]));
  for (const holder of holders) await holder.start();
});
afterEach(async () => {
  for (const holder of holders) await holder.remove();
  shop.remove();
});

/** Seals what a ledger has, always under the key of the shop. */
function sealerOf({ folder }: EmbeddedShop, into: LogStore): () => number {
  const parts = [new EmbeddedLedgerReader(new BlockStore(folder)), into, new LogKeyRing(shop.folder, LOG_ORIGIN), Date.now];
  const sealer = new LogSealer(...(parts as unknown as ConstructorParameters<typeof LogSealer>));
  return () => sealer.seal();
}

async function sell(count = 1): Promise<number> {
  await shop.issue(Array.from({ length: count }, () => saleRequest((sold += 1))));
  return seal();
}

function witnesses(rule = 'group G 2 w0 w1 w2\nquorum G', urls = holders.map(({ url }) => url)): LogWitnesses {
  const lines = holders.map(({ key }, place) => `witness w${String(place)} ${key.vkey} ${urls[place] ?? ''}`);
  const policy = parseWitnessPolicy(`${lines.join('\n')}\n${rule}`);
  return new LogWitnesses({ log, policy, clock: () => now, logger: pino({ level: 'silent' }) });
}

const cosigners = (): readonly string[] => {
  const keys = holders.map(({ key }) => parseVerifierKey(key.vkey));
  return openNote(log.published()!.note, keys, nodeSignatures).verifiedBy;
};
const troubles = (): (string | null)[] => log.witnesses().map(({ trouble }) => trouble);

describe('a log with witnesses', () => {
  it('shows a checkpoint only once enough witnesses have cosigned it, and with their lines', async () => {
    const size = await sell(300);
    expect(log.published()).toBeUndefined();
    await witnesses().cosign();
    expect(log.published()?.size).toBe(size);
    expect(cosigners().length).toBeGreaterThanOrEqual(2);
    expect(log.checkpoint(size)?.note).toBe(log.published()?.note);
  });

  it('goes on, checkpoint by checkpoint, with the proof that each witness needs', async () => {
    const asking = witnesses('group G all w0 w1 w2\nquorum G');
    for (const count of [1, 255, 3, 600]) {
      const size = await sell(count);
      await asking.cosign();
      expect([log.published()?.size, cosigners()]).toEqual([size, NAMES]);
    }
    expect(troubles()).toEqual([null, null, null]);
  });

  it('needs no witness that is away as long as enough are there, and takes it in again later', async () => {
    const asking = witnesses();
    await sell();
    await holders[2]!.stop();
    await asking.cosign();
    expect(cosigners()).toEqual(NAMES.slice(0, 2));
    await holders[2]!.start();
    now += 60_000;
    await sell();
    await asking.cosign();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(cosigners()).toEqual(expect.arrayContaining(NAMES));
    expect(troubles()).toEqual([null, null, null]);
  });

  it('shows the last good checkpoint, and says who does not answer, while too few are there', async () => {
    const asking = witnesses();
    const size = await sell();
    await asking.cosign();
    await Promise.all(holders.slice(1).map((holder) => holder.stop()));
    const later = await sell();
    const started = performance.now();
    await asking.cosign();
    expect([log.latest()?.size, log.published()?.size]).toEqual([later, size]);
    expect(troubles()).toEqual([null, 'unreachable', 'unreachable']);
    recordFault({
      ...WITNESSED,
      fault: 'a witness does not answer',
      code: 'unreachable',
      cause: 'away',
      place: 'the witness by name',
      ms: performance.now() - started,
    });
    for (const holder of holders.slice(1)) await holder.start();
    await asking.cosign();
    expect(log.published()?.size).toBe(size);
    now += 60_000;
    await asking.cosign();
    expect(log.published()?.size).toBe(later);
  });

  it('finds out where a witness is when it has forgotten itself', async () => {
    await sell(20);
    await witnesses().cosign();
    for (const { name } of log.witnesses()) log.noteWitness({ name, size: 0, answeredAt: 0, trouble: null });
    const size = await sell(5);
    await witnesses('group G all w0 w1 w2\nquorum G').cosign();
    expect(log.published()?.size).toBe(size);
  });

  it('is refused by a witness that was shown another past under the same key, and says so', async () => {
    const other = await embeddedShop();
    const forked = new LogStore(other.folder);
    sealerOf(other, forked)();
    const body = formatAddCheckpoint({ oldSize: 0, path: [], note: forked.latest()!.note });
    expect((await fetch(`${holders[0]!.url}/add-checkpoint`, { method: 'POST', body })).status).toBe(200);
    await sell(20);
    const started = performance.now();
    await witnesses().cosign();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect([cosigners(), troubles()]).toEqual([NAMES.slice(1), ['refused', null, null]]);
    recordFault({
      ...WITNESSED,
      fault: 'a witness was shown another past under the log’s key',
      code: 'refused',
      cause: 'forged root',
      place: 'the witness by name',
      ms: performance.now() - started,
    });
    forked.close();
    other.remove();
  });

  it('says that a witness is ahead when the log was set back', async () => {
    await sell(20);
    await witnesses().cosign();
    const behind = await embeddedShop();
    const restored = log;
    log = new LogStore(behind.folder, true);
    sealerOf(behind, log)();
    const started = performance.now();
    await witnesses().cosign();
    expect([log.published(), troubles()]).toEqual([undefined, ['other-size', 'other-size', 'other-size']]);
    recordFault({
      ...WITNESSED,
      fault: 'the log was set back, its witnesses were not',
      code: 'other-size',
      cause: 'stale',
      place: 'every witness by name',
      ms: performance.now() - started,
    });
    log.close();
    log = restored;
    behind.remove();
  });

  describe('and something that is no witness', () => {
    let server: Server;
    let answer: { status: number; body: string };
    beforeEach(async () => {
      server = createServer((_request, response) => response.writeHead(answer.status).end(answer.body));
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
    });
    afterEach(() => {
      server.closeAllConnections();
      server.close();
    });

    it.each([
      ['an empty answer', { status: 200, body: '' }, 'wrong'],
      ["a line of somebody else's", { status: 200, body: '— w.example AAAAAAAA\n' }, 'wrong'],
      [
        'a signature of its name that is none',
        { status: 200, body: `— ${NAMES[0]!} ${Buffer.alloc(76).toString('base64')}\n` },
        'wrong',
      ],
      ['a megabyte', { status: 200, body: 'x'.repeat(1_000_000) }, 'wrong'],
      ['a size that is none', { status: 409, body: 'many\n' }, 'wrong'],
      ['a redirection', { status: 302, body: '' }, 'unreachable'],
      ['a fault of its own', { status: 500, body: '' }, 'unreachable'],
    ])('gives nothing for %s', async (what, wrong, trouble) => {
      answer = wrong;
      await sell();
      const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
      const started = performance.now();
      await witnesses('quorum w0', [url]).cosign();
      expect([log.published(), log.witnesses().map((state) => state.trouble)]).toEqual([undefined, [trouble]]);
      const ms = performance.now() - started;
      recordFault({
        ...WITNESSED,
        fault: `in a witness’s place: ${what}`,
        code: trouble,
        cause: 'foreign',
        place: 'the witness by name',
        ms,
      });
    });
  });
});

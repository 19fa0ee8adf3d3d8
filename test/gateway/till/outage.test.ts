import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  LedgerError,
  parseTrustFile,
  TRUST_MEDIA_TYPE,
  verifyBundle,
  verifyPaperSlip,
  type EntryFacts,
  type InvoiceIssued,
} from '@lianpiao/chaincode/domain';
import { verifyLedger } from '../../../gateway/src/ledger/embedded/verify';
import { loadLogKey, nodeSignatures } from '../../../gateway/src/crypto/log-keys';
import { AnchorStore } from '../../../gateway/src/stores';
import { ProofDesk } from '../../../gateway/src/verification/proof-desk';
import { smallDisk } from '../../support/small-disk';
import { BUILD_TIMEOUT_MS, buildSecondVerifier } from '../../support/second-verifier';
import { bookOf, loadTillKey, OfflineTill, reportJournal, type ReportSink, type TillKey } from '../../../gateway/src/till';
import { embeddedShop, LOG_ORIGIN, saleRequest, SHOP, type EmbeddedShop } from '../../support/embedded';

const HOUR_MS = 3_600_000;
const ACTOR = { keyId: 'test', why: 'test' };
const TILL = 'till-1';

/** A shop whose first till has a key and a journal, with one clock for both. */
interface ShopWithTill {
  readonly shop: EmbeddedShop;
  readonly clock: { now: number };
  readonly folder: string;
  readonly key: TillKey;
  readonly open: () => OfflineTill;
}

async function shopWithTill(): Promise<ShopWithTill> {
  const clock = { now: Date.parse('2026-11-22T00:00:00Z') };
  const shop = await embeddedShop(undefined, { tills: 2, clock: () => clock.now });
  const folder = join(shop.folder, 'counter');
  mkdirSync(folder);
  const key = loadTillKey(join(folder, 'till.pem'));
  await shop.acts.record(SHOP, { type: 'till.key-registered', till: TILL, key: key.key }, ACTOR);
  const options = { folder, key, clock: () => clock.now };
  OfflineTill.begin(options, bookOf(shop.ledger, shop.registry, TILL, clock.now));
  return { shop, clock, folder, key, open: () => new OfflineTill(options) };
}

/** The ledger as a till reaches it; `lose` decides which calls get no answer although the ledger did what was asked. */
function sinkOf(shop: EmbeddedShop, clock: { now: number }, lose: () => boolean = () => false): ReportSink & { calls: number } {
  const { ledger, registry, desk } = shop;
  const answer = <Value>(value: Value): Value => {
    sink.calls += 1;
    if (lose()) throw new LedgerError('DEADLINE_EXCEEDED');
    return value;
  };
  const sink = {
    calls: 0,
    async send(lines: readonly unknown[]) {
      const outcomes = await desk.report(SHOP, TILL, lines);
      return answer(
        outcomes.map((outcome) => {
          if ('error' in outcome) return { code: outcome.error.code, detail: outcome.error.detail };
          const { number, receipt } = JSON.parse(outcome.answer) as { number: string; receipt: { entry: string } };
          return { number, recordedAt: (JSON.parse(receipt.entry) as { time: string }).time };
        }),
      );
    },
    async close(facts: EntryFacts) {
      await shop.acts.record(SHOP, facts, ACTOR);
      answer(undefined);
    },
    book: () => Promise.resolve(answer(bookOf(ledger, registry, TILL, clock.now))),
  };
  return sink;
}

const invoicesOf = (shop: EmbeddedShop): InvoiceIssued[] =>
  shop.ledger.read(0, 10_000).flatMap(({ entry }) => (entry.type === 'invoice.issued' ? [entry] : []));

/** What both verifiers say of the bundle of an invoice, ours and the one in Go. */
async function judged(shop: EmbeddedShop, entry: InvoiceIssued): Promise<{ ours: string; second: string; issuedAt?: string }> {
  const anchors = new AnchorStore(shop.folder);
  const second = buildSecondVerifier();
  try {
    const sequence = shop.ledger.findReference(entry.reference)!.sequence;
    const bundle = await new ProofDesk(shop.log, anchors).bundle(sequence, entry, shop.payloads.read(sequence)!, () => true);
    const { vkey } = loadLogKey(shop.folder, LOG_ORIGIN);
    const trust = { mediaType: TRUST_MEDIA_TYPE, logs: [{ origin: LOG_ORIGIN, vkey }], witnesses: [], quorum: 0 };
    const files = { trust: join(shop.folder, 'trust.json'), file: join(shop.folder, 'offline.lianpiao.json') };
    writeFileSync(files.trust, JSON.stringify(trust));
    writeFileSync(files.file, JSON.stringify(bundle));
    const { result, summary } = verifyBundle(JSON.parse(JSON.stringify(bundle)), parseTrustFile(trust), nodeSignatures);
    const { issuedAt } = summary;
    return { ours: result, second: second.judge([files]).verdicts[0]!.result, ...(issuedAt === undefined ? {} : { issuedAt }) };
  } finally {
    anchors.close();
    second.remove();
  }
}

describe('an outage [rows 000-004:A3,A9]', () => {
  it(
    'of a day: 2,000 sales, a power cut in the middle of a write, the network lost three times in the report; all checks green',
    async () => {
      const { shop, clock, folder, key, open } = await shopWithTill();
      try {
        let till = open();
        const papers = [];
        for (let hour = 0; hour < 20; hour += 1) {
          clock.now += HOUR_MS;
          papers.push(...(await Promise.all(Array.from({ length: 100 }, (_, n) => till.issue(saleRequest(hour * 100 + n))))));
          if (hour === 9) {
            await till.close();
            // The power goes while a frame is being written: half of it is there, and nobody has its paper.
            const journal = join(folder, 'journal.lpj');
            const whole = readFileSync(journal);
            const last = whole.lastIndexOf('LPJ1 ');
            appendFileSync(journal, whole.subarray(last, last + Math.floor((whole.length - last) / 2)));
            till = open();
            expect(statSync(journal).size).toBe(whole.length);
            expect(till.pending).toHaveLength(1000);
          }
        }
        expect(new Set(papers.map(({ number }) => number)).size).toBe(2000);
        expect(verifyPaperSlip(papers[1999]!.slip, key.key, nodeSignatures)).toMatchObject({ number: papers[1999]!.number });
        expect(await till.issue(saleRequest(7))).toEqual(papers[7]);
        expect(invoicesOf(shop)).toHaveLength(0);

        // The network is back; the second and the fourth answer are lost, and that of the collective record.
        const lost = new Set([2, 4, 8]);
        const sink = sinkOf(shop, clock, () => lost.has(sink.calls));
        const report = (): ReturnType<typeof reportJournal> => reportJournal(till, sink);
        await expect(report()).rejects.toThrow('DEADLINE_EXCEEDED');
        await expect(report()).rejects.toThrow('DEADLINE_EXCEEDED');
        await till.close();
        till = open();
        await expect(report()).rejects.toThrow('DEADLINE_EXCEEDED');
        expect(shop.ledger.acts({ type: 'outage.closed', limit: 5 })).toHaveLength(1);
        // A sale meanwhile begins the next outage.
        const after = await till.issue(saleRequest(2000));
        expect(await report()).toMatchObject({ recorded: 1, closed: true, left: 0 });

        const entries = invoicesOf(shop);
        expect(entries.map(({ number }) => number)).toEqual([...papers, after].map(({ number }) => number));
        expect(entries.map(({ offline }) => offline?.time)).toEqual([...papers, after].map(({ issuedAt }) => issuedAt));
        expect(new Set(entries.map(({ time }) => time))).toEqual(new Set([new Date(clock.now).toISOString()]));
        const closings = shop.ledger.acts({ type: 'outage.closed', limit: 5 }).map(({ entry }) => entry);
        expect(closings).toMatchObject([
          { from: 2001, to: 2001 },
          { from: 1, to: 2000, count: 2000 },
        ]);
        shop.follow();
        const found = verifyLedger({ folder: shop.folder });
        expect(found.parts.filter(({ result }) => result !== 'ok')).toEqual([]);
        expect(found.result).toBe('ok');
        await till.close();
        expect(await judged(shop, entries.at(-1)!)).toEqual({ ours: 'valid', second: 'valid', issuedAt: after.issuedAt });
      } finally {
        shop.remove();
      }
    },
    BUILD_TIMEOUT_MS + 60_000,
  );

  it('ends at the lease: the till refuses to sell on what it could not report, and nothing of the late ones is lost', async () => {
    const { shop, clock, open } = await shopWithTill();
    try {
      const till = open();
      await till.issue(saleRequest(1));
      clock.now += 25 * HOUR_MS;
      await expect(till.issue(saleRequest(2))).rejects.toThrow('OFFLINE_LEASE_OVER');
      const outcome = await reportJournal(till, sinkOf(shop, clock));
      expect(outcome).toMatchObject({ recorded: 0, refused: { code: 'OFFLINE_LEASE_OVER' }, closed: false, left: 1 });
      expect(till.lineOf(till.pending[0]!).request).toEqual(saleRequest(1));
      // The way out: the key is revoked, and the sale is issued anew over the network.
      await shop.acts.record(SHOP, { type: 'till.key-revoked', till: TILL }, ACTOR);
      const [again] = await shop.issue([till.lineOf(till.pending[0]!).request]);
      expect(again).toHaveProperty('created', true);
      await till.close();
    } finally {
      shop.remove();
    }
  }, 60_000);

  it('is survived by numbers, rules and references: a new journal goes on where the old one ended', async () => {
    const { shop, clock, folder, open } = await shopWithTill();
    try {
      const till = open();
      await expect(async () => open()).rejects.toThrow('JOURNAL_IN_USE');
      await till.issue(saleRequest(1));
      await shop.acts.record('bureau', { type: 'range.allotted', seller: SHOP, prefix: '26441', from: 1, to: 50 }, ACTOR);
      await shop.acts.record(SHOP, { type: 'range.assigned', till: TILL, prefix: '26441', from: 1, to: 50 }, ACTOR);
      expect(await reportJournal(till, sinkOf(shop, clock))).toMatchObject({ recorded: 1, closed: true });
      expect(till.head.ranges).toHaveLength(2);
      expect(readdirSync(folder)).toContain('journal-1.lpj');
      await expect(till.issue(saleRequest(1))).rejects.toThrow('INVOICE_EXISTS');
      clock.now -= 10 * 60_000;
      await expect(till.issue(saleRequest(2))).rejects.toThrow('OFFLINE_CLOCK_WRONG');
      clock.now += 10 * 60_000;
      expect((await till.issue(saleRequest(2))).number).toMatch(/0{14}2$/);
      await expect(till.issue(saleRequest(2, TILL, { note: 'other' }))).rejects.toThrow('INVOICE_CONFLICT');
      await till.close();
    } finally {
      shop.remove();
    }
  }, 60_000);
});

describe('the journal of a till', () => {
  it('gives up half a frame at its end, wherever it ends, and refuses damage that has good frames behind it', async () => {
    const { shop, folder, open } = await shopWithTill();
    const copy = mkdtempSync(join(tmpdir(), 'lianpiao-till-'));
    try {
      const till = open();
      await till.issue(saleRequest(1));
      const first = statSync(join(folder, 'journal.lpj')).size;
      await till.issue(saleRequest(2));
      await till.close();
      const whole = readFileSync(join(folder, 'journal.lpj'));
      const key = loadTillKey(join(folder, 'till.pem'));
      const journal = join(copy, 'journal.lpj');
      for (let length = first; length < whole.length; length += 37) {
        copyFileSync(join(folder, 'journal.lpj'), journal);
        truncateSync(journal, length);
        const cut = new OfflineTill({ folder: copy, key, clock: () => Date.parse('2026-11-22T00:00:00Z') });
        expect(cut.pending).toHaveLength(1);
        await cut.close();
        expect(statSync(journal).size).toBe(first);
      }
      const damaged = Buffer.from(whole);
      damaged[first - 10] = (damaged[first - 10] ?? 0) ^ 1;
      writeFileSync(journal, damaged);
      expect(() => new OfflineTill({ folder: copy, key, clock: Date.now })).toThrow('JOURNAL_BROKEN');
      expect(readFileSync(journal)).toEqual(damaged);
    } finally {
      rmSync(copy, { recursive: true });
      shop.remove();
    }
  }, 60_000);

  const disk = smallDisk(1);
  afterAll(() => disk?.remove());
  (disk === undefined ? it.skip : it)(
    'stops issuing when the disk is full, says of no sale that it is issued, and goes on with all that was when there is room',
    async () => {
      const { shop, clock, key } = await shopWithTill();
      try {
        const { folder } = disk!;
        const options = { folder, key, clock: () => clock.now };
        OfflineTill.begin(options, bookOf(shop.ledger, shop.registry, TILL, clock.now));
        writeFileSync(join(folder, 'filler'), Buffer.alloc(900 * 1024));
        const till = new OfflineTill(options);
        const sold = await Promise.allSettled(Array.from({ length: 20 }, () => sellMany(till, 20)));
        expect(sold.some(({ status }) => status === 'rejected')).toBe(true);
        await expect(till.issue(saleRequest(9999))).rejects.toThrow('JOURNAL_UNWRITABLE');
        await expect(reportJournal(till, sinkOf(shop, clock))).rejects.toThrow('JOURNAL_UNWRITABLE');
        expect(invoicesOf(shop)).toHaveLength(0);
        await till.close();
        rmSync(join(folder, 'filler'));
        const reopened = new OfflineTill(options);
        expect(reopened.pending.map(({ number }) => number)).toEqual(expect.arrayContaining(papers));
        expect(papers.length).toBeGreaterThan(0);
        expect(await reportJournal(reopened, sinkOf(shop, clock))).toMatchObject({ closed: true, left: 0 });
        await reopened.close();
      } finally {
        shop.remove();
      }
    },
    60_000,
  );

  const papers: string[] = [];
  let sales = 0;
  async function sellMany(till: OfflineTill, count: number): Promise<void> {
    for (let n = 0; n < count; n += 1) papers.push((await till.issue(saleRequest((sales += 1)))).number);
  }
});

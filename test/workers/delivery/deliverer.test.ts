import fc from 'fast-check';
import { Webhook as Verifier } from 'standardwebhooks';
import { embeddedShop, saleRequest, type EmbeddedShop } from '../../support/embedded';
import { drive, push, type Push } from '../../support/push';
import { ACCEPTING, startReceiver, type Behaviour, type Received, type Receiver } from '../../support/receiver';

const cursors = (received: readonly Received[]): string[] => received.map(({ message }) => message.cursor);

describe('delivery', () => {
  let shop: EmbeddedShop;
  let hooks: Push;
  let receiver: Receiver;
  let issued = 0;

  beforeEach(async () => {
    shop = await embeddedShop();
    await issue(5);
    hooks = push(shop);
    receiver = await startReceiver();
  });
  afterEach(async () => {
    await receiver.close();
    await hooks.close();
    expect(hooks.faults).toEqual([]);
    shop.remove();
  });

  async function issue(count: number): Promise<void> {
    await shop.issue(Array.from({ length: count }, () => saleRequest((issued += 1))));
    shop.follow();
  }

  it('brings exactly the feed, in its order, whatever the receiver does', async () => {
    const feed = hooks.changes().map(({ cursor }) => cursor);
    const deliverer = hooks.deliverer({ timeoutMs: 1000 });
    const behaviour: fc.Arbitrary<Behaviour> = fc.oneof(
      { weight: 30, arbitrary: fc.constantFrom(...ACCEPTING) },
      { weight: 30, arbitrary: fc.constantFrom<Behaviour>(500, 503, 404, 302, 'redirect', 'reset', 'half-head', 'huge-head') },
      { weight: 1, arbitrary: fc.constant<Behaviour>('silence') },
    );
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(behaviour, { maxLength: 30 }), async (behaviours) => {
        const path = `/run-${String((run += 1))}`;
        const { id, secret } = hooks.hook(receiver.url + path);
        const left = [...behaviours];
        receiver.behave(() => left.shift() ?? 200);
        await drive([deliverer], () => hooks.find(id).cursor === feed.length);
        await deliverer.idle();
        const got = receiver.got.filter((one) => one.path === path);
        // Every event once, in order, and each points to the one before. (An answer that was late may be repeated at once.)
        const accepted = receiver.accepted(path).filter(({ id }, place, list) => id !== list[place - 1]?.id);
        expect(cursors(accepted)).toEqual(feed);
        expect(accepted.map(({ message }) => message.previousCursor)).toEqual(['0', ...feed.slice(0, -1)]);
        // Repeats carry the same id and the same bytes; all are signed.
        expect(new Set(got.map((one) => `${one.id} ${one.body}`)).size).toBe(new Set(got.map((one) => one.id)).size);
        for (const one of got) new Verifier(secret).verify(one.body, { ...one.headers });
        expect(receiver.most.get(path)).toBe(1);
        hooks.webhooks.remove(id);
      }),
      { numRuns: 20 },
    );
    expect(receiver.got.some(({ path }) => path === '/redirected')).toBe(false);
  });

  it('waits for a receiver that is away, and goes on where it was', async () => {
    const { id } = hooks.hook(receiver.url);
    const deliverer = hooks.deliverer({ firstPauseMs: 20 });
    await receiver.close();
    await drive([deliverer], () => hooks.find(id).failures >= 2);
    expect(hooks.log.attempts(id, 100, 1)).toMatchObject([{ outcome: 'refused', cursor: 1 }]);
    await issue(3);
    receiver = await startReceiver(receiver.port);
    const feed = hooks.changes().map(({ cursor }) => cursor);
    await drive([deliverer], () => receiver.accepted().length === feed.length);
    expect(cursors(receiver.got)).toEqual(feed);
  });

  it('lets one deliverer at a time serve a webhook, in two processes too', async () => {
    const ids = Array.from({ length: 5 }, (_, place) => hooks.hook(`${receiver.url}/${String(place)}`).id);
    let count = 0;
    receiver.behave(() => ((count += 1) % 3 === 0 ? 500 : 200));
    const both = [hooks.deliverer(), hooks.deliverer()];
    const feed = hooks.changes().map(({ cursor }) => cursor);
    await drive(both, () => ids.every((id) => hooks.find(id).cursor === feed.length));
    for (let place = 0; place < ids.length; place += 1) {
      expect(cursors(receiver.accepted(`/${String(place)}`))).toEqual(feed);
      expect(receiver.most.get(`/${String(place)}`)).toBe(1);
    }
  });

  it('takes over from a deliverer that is gone, with the same id for what was under way', async () => {
    const { id } = hooks.hook(receiver.url);
    receiver.behave(() => 'silence');
    const gone = hooks.deliverer({ timeoutMs: 100 });
    gone.look();
    // Its lease stands as if it had been killed: nobody else comes in before it ends.
    await drive([], () => receiver.got.length === 1);
    const next = hooks.deliverer();
    expect(next.look()).toBe(0);
    await gone.idle();
    receiver.behave(() => 200);
    const feed = hooks.changes().map(({ cursor }) => cursor);
    await drive([next], () => hooks.find(id).cursor === feed.length);
    expect(receiver.got[1]!.id).toBe(receiver.got[0]!.id);
    expect(cursors(receiver.accepted())).toEqual(feed);
  });

  it('serves 64 webhooks while one is slow, without making them wait', async () => {
    const feed = hooks.changes();
    const from = { cursor: feed.length - 3 };
    const ids = Array.from({ length: 64 }, (_, place) => hooks.hook(`${receiver.url}/${String(place)}`, from).id);
    receiver.behave(({ path }) => (path === '/13' ? 'silence' : 204));
    const deliverer = hooks.deliverer({ timeoutMs: 8000 });
    const others = ids.filter((_, place) => place !== 13);
    const started = Date.now();
    await drive([deliverer], () => others.every((id) => hooks.find(id).cursor === feed.length), 7500);
    expect(Date.now() - started).toBeLessThan(7500);
    // The slow one is still at its first event.
    expect(receiver.got.filter(({ path }) => path === '/13')).toHaveLength(1);
  });

  it('keeps places free for others when many receivers are slow', async () => {
    const slow = Array.from({ length: 100 }, () => hooks.hook(`${receiver.url}/slow`).id);
    receiver.behave(({ path }) => (path === '/quick' ? 204 : 'silence'));
    // All of them have failed once, so it is known what they are like.
    const first = hooks.deliverer({ timeoutMs: 100 });
    await drive([first], () => slow.every((id) => hooks.find(id).failures > 0));
    await first.close();
    for (const id of slow) hooks.webhooks.update(id, { url: `${receiver.url}/still-slow` });
    const deliverer = hooks.deliverer();
    const waiting = (): number => receiver.got.filter(({ path }) => path === '/still-slow').length;
    await drive([deliverer], () => waiting() >= 32);
    const { id } = hooks.hook(`${receiver.url}/quick`);
    await drive([deliverer], () => hooks.find(id).cursor === hooks.changes().length, 5000);
    expect(waiting()).toBe(32);
  });

  it('gives up after its attempts: a visible dead letter, a pause, and nothing is lost', async () => {
    const { id } = hooks.hook(receiver.url);
    const deliverer = hooks.deliverer({ attempts: 3 });
    const feed = hooks.changes().map(({ cursor }) => cursor);
    const bad = feed[4]!;
    receiver.behave(({ message }) => (message.cursor === bad ? 500 : 200));
    await drive([deliverer], () => hooks.find(id).status === 'paused');
    await deliverer.idle();
    expect(hooks.find(id)).toMatchObject({ stop: 'given-up', cursor: 4, failures: 3 });
    expect(hooks.log.deadLetters(id, 0, 10)).toMatchObject([{ cursor: 5, attempts: 3, outcome: '500' }]);
    expect(hooks.log.figures()).toMatchObject({ paused: 1, deadLetters: 1 });
    expect(deliverer.look()).toBe(0);

    // Skipped by its owner: the next message tells that one is missing.
    hooks.webhooks.skip(id);
    await drive([deliverer], () => hooks.find(id).cursor === feed.length);
    const received = receiver.accepted();
    expect(cursors(received)).toEqual(feed.filter((cursor) => cursor !== bad));
    expect([received[3]!.message.cursor, received[4]!.message.previousCursor]).toEqual(['4', bad]);
    expect(hooks.log.deadLetters(id, 0, 10)).toHaveLength(1);

    // Asked for again, it fails once more and stays, then it is delivered and leaves the list.
    await deliverer.idle();
    expect(hooks.log.redeliver(id, 5)).toBe(true);
    await drive([deliverer], () => hooks.log.deadLetters(id, 0, 10)[0]?.attempts === 4);
    await deliverer.idle();
    receiver.behave(() => 200);
    hooks.log.redeliver(id, 5);
    await drive([deliverer], () => hooks.log.deadLetters(id, 0, 10).length === 0);
    expect(receiver.got.at(-1)).toMatchObject({ id: `${id}-5`, message: { cursor: bad, previousCursor: '4' } });
    expect(hooks.find(id).cursor).toBe(feed.length);
  });

  it('delivers what was given up when it is resumed, before anything else', async () => {
    const { id } = hooks.hook(receiver.url);
    const deliverer = hooks.deliverer({ attempts: 2 });
    receiver.behave(() => 503);
    await drive([deliverer], () => hooks.find(id).status === 'paused');
    receiver.behave(() => 200);
    await deliverer.idle();
    hooks.webhooks.resume(id);
    const feed = hooks.changes().map(({ cursor }) => cursor);
    await drive([deliverer], () => hooks.find(id).cursor === feed.length);
    expect(cursors(receiver.accepted())).toEqual(feed);
    expect(hooks.log.deadLetters(id, 0, 10)).toEqual([]);
  });

  it('ends with 410, waits as Retry-After says, and stops at once when its owner pauses it', async () => {
    const gone = hooks.hook(`${receiver.url}/gone`).id;
    const busy = hooks.hook(`${receiver.url}/busy`).id;
    const paused = hooks.hook(`${receiver.url}/paused`).id;
    receiver.behave(({ path }) => {
      if (path === '/paused') hooks.webhooks.update(paused, { status: 'paused' });
      return path === '/gone' ? 410 : path === '/busy' ? 'retry-after' : 200;
    });
    const deliverer = hooks.deliverer();
    deliverer.look();
    await deliverer.idle();
    expect(hooks.find(gone)).toMatchObject({ status: 'disabled', stop: 'gone', cursor: 0 });
    expect(hooks.find(busy).nextAt).toBeGreaterThan(Date.now() + 500);
    expect(hooks.find(paused)).toMatchObject({ status: 'paused', stop: 'owner', cursor: 1, failures: 0 });
    expect(deliverer.look()).toBe(0);
    expect(receiver.got).toHaveLength(3);
  });

  it('delivers chosen types only, and keeps the chain of cursors over them', async () => {
    const { id } = hooks.hook(receiver.url, { types: ['till.registered', 'range.assigned'] });
    const deliverer = hooks.deliverer();
    const wanted = hooks.changes().filter(({ type }) => type === 'till.registered' || type === 'range.assigned');
    expect(wanted.length).toBeGreaterThan(2);
    await drive([deliverer], () => hooks.find(id).cursor === hooks.changes().length);
    expect(receiver.got.map(({ message }) => message.data)).toEqual(wanted);
    const chain = ['0', ...wanted.map(({ cursor }) => cursor)];
    expect(receiver.got.map(({ message }) => message.previousCursor)).toEqual(chain.slice(0, -1));
  });

  it('measures how soon it is received, of what happened since it was made', async () => {
    const { id } = hooks.hook(receiver.url);
    const deliverer = hooks.deliverer();
    await drive([deliverer], () => hooks.find(id).cursor === hooks.changes().length);
    expect(hooks.log.figures().visibleMs).toEqual([]);
    await issue(2);
    await drive([deliverer], () => hooks.find(id).cursor === hooks.changes().length);
    const { visibleMs } = hooks.log.figures();
    expect(visibleMs).toHaveLength(2);
    expect(visibleMs[1]).toBeLessThan(5000);
  });

  it('ends an attempt that is under way when it must stop, and sends it again later', async () => {
    const { id } = hooks.hook(receiver.url);
    receiver.behave(() => 'silence');
    const stopping = hooks.deliverer({ timeoutMs: 20_000 });
    stopping.look();
    await drive([], () => receiver.got.length === 1);
    const started = Date.now();
    await stopping.close();
    expect(Date.now() - started).toBeLessThan(8000);
    expect(hooks.find(id)).toMatchObject({ failures: 0, cursor: 0 });
    receiver.behave(() => 200);
    await drive([hooks.deliverer()], () => hooks.find(id).cursor === hooks.changes().length);
    expect(receiver.got[1]!.id).toBe(receiver.got[0]!.id);
  });
});

import type { LedgerError } from '@lianpiao/chaincode/domain';
import { LifeOpener } from '../../../gateway/src/life/life-opener';
import { LifeRecorder } from '../../../gateway/src/life/life-recorder';
import { ReimbursementDesk } from '../../../gateway/src/life/reimbursement-desk';
import { Turns } from '../../../gateway/src/life/turns';
import { InvoiceFinder } from '../../../gateway/src/issuing/invoice-finder';
import { answerOf, embeddedShop, saleRequest, type EmbeddedShop } from '../../support/embedded';
import { TAX_IDS } from '../../support/sales';

const ACTOR = { keyId: 'test', why: 'test' };
const COMPANIES = ['first', 'second'];

describe('those who want the same things', () => {
  it('go one after the other in the order of their coming, and others at once', async () => {
    const turns = new Turns();
    const seen: string[] = [];
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const take = (name: string, wanted: string[], wait?: Promise<void>): Promise<void> =>
      turns.take(wanted, async (waited) => {
        await wait;
        seen.push(`${name} ${waited ? 'waited' : 'at once'}`);
      });
    const all = [take('1', ['a', 'b'], gate), take('2', ['b', 'a', 'b']), take('3', ['c']), take('4', ['b', 'c'])];
    await all[2];
    expect(seen).toEqual(['3 at once']);
    open();
    await Promise.all(all);
    expect(seen).toEqual(['3 at once', '1 at once', '2 waited', '4 waited']);
    await take('5', ['a', 'b', 'c']);
    expect(seen.at(-1)).toBe('5 at once');
  });

  it('have their turn after one that failed, and are refused when too many wait', async () => {
    const turns = new Turns();
    const failing = turns.take(['a'], () => Promise.reject(new Error('broken')));
    const next = turns.take(['a'], () => Promise.resolve('done'));
    await expect(failing).rejects.toThrow('broken');
    await expect(next).resolves.toBe('done');
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const crowd = Array.from({ length: 20_001 }, () => turns.take(['a'], () => gate).then(() => 'done', String));
    open();
    const outcomes = await Promise.all(crowd);
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(20_000);
    expect(outcomes.at(-1)).toContain('QUEUE_FULL');
  });
});

describe('attempts that meet at one invoice', () => {
  let shop: EmbeddedShop;
  let desk: ReimbursementDesk;
  let submitted: jest.SpyInstance;
  beforeAll(async () => {
    shop = await embeddedShop();
    for (const [index, organisation] of COMPANIES.entries()) {
      const party = { name: organisation, taxId: [TAX_IDS.buyer, TAX_IDS.other][index]! };
      await shop.registrations.organisation('bureau', { organisation, role: 'company', sandbox: false, party }, ACTOR);
    }
    const { ledger, payloads, index, registry, commits, log } = shop;
    const opener = new LifeOpener({ ledger, payloads, log, finder: new InvoiceFinder({ ledger, payloads, index, registry }) });
    const recorder = new LifeRecorder({ ledger, commits, registry, clock: Date.now });
    desk = new ReimbursementDesk({ opener, recorder, registry, isHanded: () => true });
    submitted = jest.spyOn(commits, 'submit');
  });
  afterAll(() => {
    shop.remove();
  });

  /** Attempts at once for an amount of one invoice, to a person, of 113.00. @returns what became of them, and of how many the ledger was asked. */
  async function race(order: number, amount: string, attempts: number): Promise<{ outcomes: string[]; asked: number }> {
    const [outcome] = await shop.issue([saleRequest(order, 'till-1', { buyer: { name: '张三' } })]);
    const { number: invoice } = answerOf(outcome);
    submitted.mockClear();
    const outcomes = await Promise.all(
      Array.from({ length: attempts }, (_, index) =>
        desk
          .reserve(COMPANIES[index % 2]!, { invoices: [{ invoice, amount, currency: 'CNY' }] }, ACTOR)
          .then(() => 'won')
          .catch((error: unknown) => (error as LedgerError).code),
      ),
    );
    return { outcomes, asked: submitted.mock.calls.length };
  }

  it('are decided in turn: one wins, and nobody who loses costs the ledger a transaction', async () => {
    const { outcomes, asked } = await race(0, '113.00', 10);
    expect(outcomes).toEqual(['won', ...Array.from({ length: 9 }, () => 'CLAIM_AMOUNT_TAKEN')]);
    expect(asked).toBe(1);
  });

  it('get parts of it until it is used up', async () => {
    const { outcomes, asked } = await race(900, '30.00', 12);
    expect(outcomes.filter((outcome) => outcome === 'won')).toHaveLength(3);
    expect(new Set(outcomes)).toEqual(new Set(['won', 'CLAIM_AMOUNT_TAKEN']));
    expect(asked).toBe(3);
  });
});

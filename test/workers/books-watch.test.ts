import { BooksWatch, compareBooks } from '@lianpiao/workers';
import { addUpDay, IndexStore, type DayBooks, type DayTotal } from '@lianpiao/gateway/stores';
import { chinaDate } from '@lianpiao/chaincode/domain';
import { answerOf, embeddedShop, saleRequest } from '../support/embedded';
import { reconciling } from '../support/reconciling';

function booksOf(index: IndexStore, day: string): DayBooks {
  const steps = addUpDay(index, day);
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

describe('the books by the index and by the records', () => {
  const line = (seller: string, count: number, gross: string): DayTotal => ({
    day: '2026-03-01', seller, currency: 'CNY', test: false, count, gross,
  }); // prettier-ignore
  const recorded = [line('a', 2, '3.00'), line('b', 1, '4.00')];
  const platforms = new Map([['p', new Set(['p', 'a'])]]);
  const right: DayBooks = { sellers: recorded, groups: [line('p', 2, '3.00')], all: [line('', 3, '7.00')] };

  it('agree when every cut adds up', () => {
    expect(compareBooks('2026-03-01', recorded, right, platforms)).toEqual([]);
  });

  it.each([
    ['a seller', { ...right, sellers: [line('a', 2, '3.01'), line('b', 1, '4.00')] }, { cut: 'seller', seller: 'a' }],
    ['a seller that is missing', { ...right, sellers: [line('a', 2, '3.00')] }, { cut: 'seller', seller: 'b' }],
    [
      'a platform that is not the sum of its sellers',
      { ...right, groups: [line('p', 1, '3.00')] },
      { cut: 'platform', seller: 'p' },
    ],
    ['a bureau that is not the sum of all', { ...right, all: [line('', 3, '7.10')] }, { cut: 'bureau', seller: '' }],
  ])('differ in %s', (_name, books, place) => {
    const found = compareBooks('2026-03-01', recorded, books, platforms);
    expect(found).toEqual([expect.objectContaining({ code: 'books-differ', place: expect.objectContaining(place) })]);
  });

  it('are compared by the worker: nothing is told while they agree, also after an erasure; a lost row is', async () => {
    const shop = await embeddedShop();
    const running = reconciling(shop.folder, { repairs: false });
    const index = new IndexStore(shop.folder);
    let now = Date.now();
    const clock = (): number => (now += 20_000);
    const watch = new BooksWatch({ index, store: running.store, clock, onFinding: (finding) => running.told.push(finding) });
    const outcomes = await shop.issue(Array.from({ length: 50 }, (_, i) => saleRequest(i)));
    shop.follow();
    running.settle();
    const look = (): void => {
      for (let times = 0; times < 6; times += 1) watch.look();
    };
    look();
    const { number } = answerOf(outcomes[3]);
    await shop.erase(number);
    shop.index.erase(shop.index.byNumber(number)!.sequence);
    running.settle();
    look();
    expect(running.told).toEqual([]);
    const [total] = booksOf(index, chinaDate(Date.now())).all.filter(({ currency }) => currency === 'CNY');
    expect(total).toMatchObject({ seller: '', count: 49 });
    // The sums alone: the records say what the index lacks, without a look at its rows.
    index.append({ invoices: [{ ...index.byNumber(answerOf(outcomes[4]).number)!, gross: '1.00' }] }, index.height());
    look();
    expect(running.told.map(({ code, part }) => [code, part])).toEqual([
      ['books-differ', 'books'],
      ['books-differ', 'books'],
    ]);
    index.close();
    running.close();
    shop.remove();
  });
});

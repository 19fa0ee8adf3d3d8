import { chinaDate, type OrganisationState } from '@lianpiao/chaincode/domain';
import type { RegistryReader } from '../issuing/registry-reader';
import type { Ledger } from '../ledger/ledger';
import type { DayBooks } from '../stores/day-totals';
import type { SearchIndex } from '../stores/shared';

/** Version of the definitions below: it changes whenever one of them does, and every answer names it. */
export const DEFINITIONS_VERSION = '1';

/** What each figure is, in both languages. */
export const DEFINITIONS = [
  {
    name: 'day',
    en: 'The calendar day in China (UTC+8) of the time at which the ledger accepted the invoice.',
    zh: '账本接受发票的时间在中国（UTC+8）的日历日。',
  },
  {
    name: 'count',
    en: 'Invoices issued on the day. An invoice whose content was erased counts, under an empty currency.',
    zh: '当日开具的发票数。内容已删除的发票也计入，币种为空。',
  },
  {
    name: 'gross',
    en: 'Exact sum of the gross totals (tax included) in one currency. An erased invoice adds nothing: nobody knows its amount.',
    zh: '同一币种价税合计的精确总和。内容已删除的发票金额不再可知，不计入。',
  },
  {
    name: 'test',
    en: 'Invoices of sandbox organisations. They are counted apart and never added to real ones.',
    zh: '沙箱机构的发票，单独统计，从不与真实发票相加。',
  },
  {
    name: 'sellers',
    en: 'By the seller that the till is registered for, whoever issued.',
    zh: '按开票终端登记的销售方统计，与开具者无关。',
  },
  {
    name: 'platforms',
    en: 'The sum over a platform and the sellers whose delegation to it stands now. A seller may delegate to several.',
    zh: '平台自身及当前授权给它的销售方之和；一个销售方可授权多个平台。',
  },
  {
    name: 'bureau',
    en: 'The sum over all sellers, each once.',
    zh: '所有销售方之和，每个销售方只计一次。',
  },
] as const;

/** Days whose books are kept in memory while the index does not move. */
const CACHED_DAYS = 8;
const MAX_PLATFORMS = 10_000;

/** A day's books as the API gives them. */
export class Statistics {
  readonly #index: SearchIndex;
  readonly #ledger: Ledger;
  readonly #registry: RegistryReader;
  readonly #cache = new Map<string, Promise<DayBooks>>();

  constructor(parts: { readonly index: SearchIndex; readonly ledger: Ledger; readonly registry: RegistryReader }) {
    this.#index = parts.index;
    this.#ledger = parts.ledger;
    this.#registry = parts.registry;
  }

  today(now: number): string {
    return chinaDate(now);
  }

  /** The books of a day, added up from the index as it stood at a height, or a little later. */
  async books(day: string): Promise<{ readonly height: number; readonly books: DayBooks }> {
    const height = await this.#index.height();
    return { height, books: await this.#booksAt(day, height) };
  }

  #booksAt(day: string, height: number): Promise<DayBooks> {
    const groups = this.#platforms();
    const key = `${day} ${String(height)} ${[...groups].map(([name, sellers]) => `${name}:${[...sellers].join()}`).join(';')}`;
    const known = this.#cache.get(key);
    if (known !== undefined) return known;
    if (this.#cache.size >= CACHED_DAYS) this.#cache.clear();
    const books = this.#index.books(day, groups);
    this.#cache.set(key, books);
    books.catch(() => this.#cache.delete(key));
    return books;
  }

  #platforms(): Map<string, Set<string>> {
    const acts = this.#ledger.acts({ type: 'organisation.registered', limit: MAX_PLATFORMS });
    const platforms = acts.flatMap(({ subject, entry }) =>
      (entry as unknown as Pick<OrganisationState, 'role'>).role === 'platform' ? [subject] : [],
    );
    return new Map(platforms.map((platform) => [platform, new Set([platform, ...this.#registry.delegatorsOf(platform)])]));
  }
}

import type { OrganisationState } from '@lianpiao/chaincode/domain';
import { DayTotals, type DayBooks, type DayTotal, type FindingPlace, type NewFinding } from '@lianpiao/gateway/stores';

const NOTHING = { count: 0, gross: '0.00' };
const REPAIR = { en: 'rebuild the index; see the findings of its rows', zh: '请重建索引，并查看其各行的问题' };

type StateRows = readonly { readonly key: string; readonly value: string }[];

/** Platforms with the sellers that delegate to them, by the state that the replay gave. */
export function platformsIn(state: StateRows): Map<string, Set<string>> {
  const platforms = new Map(
    partsOf(state, 'organisation')
      .filter(({ value }) => (JSON.parse(value) as OrganisationState).role === 'platform')
      .map(({ parts: [id = ''] }) => [id, new Set([id])]),
  );
  for (const { parts, value } of partsOf(state, 'delegation')) {
    const [seller = '', agent = ''] = parts;
    if (value === 'true') platforms.get(agent)?.add(seller);
  }
  return platforms;
}

function partsOf(state: StateRows, kind: string): { readonly parts: readonly string[]; readonly value: string }[] {
  const start = `${kind}/`;
  return state
    .filter(({ key }) => key.startsWith(start))
    .map(({ key, value }) => ({ parts: key.slice(start.length).split('/'), value }));
}

/** Where the books of the API differ from those of the records. */
export function compareBooks(
  day: string,
  recorded: readonly DayTotal[],
  { sellers, groups, all }: DayBooks,
  platforms: ReadonlyMap<string, ReadonlySet<string>>,
): NewFinding[] {
  const sumOf = (name: string, members: (seller: string) => boolean): DayTotal[] => {
    const totals = new DayTotals();
    totals.merge(recorded.filter(({ seller }) => members(seller)).map((line) => ({ ...line, seller: name })));
    return totals.lines();
  };
  const byPlatform = [...platforms].flatMap(([platform, members]) => sumOf(platform, (seller) => members.has(seller)));
  return [
    ...differences(day, 'seller', recorded, sellers),
    ...differences(day, 'platform', byPlatform, groups),
    ...differences(
      day,
      'bureau',
      sumOf('', () => true),
      all,
    ),
  ];
}

function differences(day: string, cut: string, wanted: readonly DayTotal[], given: readonly DayTotal[]): NewFinding[] {
  const name = ({ seller, currency, test }: DayTotal): string =>
    JSON.stringify({ day, cut, seller, currency, test: String(test) });
  const left = new Map(wanted.map((line) => [name(line), line]));
  const right = new Map(given.map((line) => [name(line), line]));
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((key) => {
    const [recorded, indexed] = [left.get(key) ?? NOTHING, right.get(key) ?? NOTHING];
    if (recorded.count === indexed.count && recorded.gross === indexed.gross) return [];
    const detail = `${String(recorded.count)} invoices by the records, ${String(indexed.count)} by the index`;
    return [
      {
        code: 'books-differ',
        part: 'books',
        cause: 'books differ',
        place: JSON.parse(key) as FindingPlace,
        detail,
        repair: REPAIR,
      },
    ];
  });
}

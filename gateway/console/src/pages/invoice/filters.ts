import type { operations } from '@lianpiao/gateway/client';

/** What a search narrows by; texts as they were typed, kept in the address so that coming back finds the same search. */
export type Filters = Omit<NonNullable<operations['searchInvoices']['parameters']['query']>, 'after' | 'limit'>;
type Name = keyof Filters;

const NAMES: readonly Name[] = ['seller', 'sellerTaxId', 'buyerTaxId', 'number', 'from', 'to', 'least', 'most'];

export function filtersOf(parameters: URLSearchParams): Filters {
  return Object.fromEntries(NAMES.flatMap((name) => (parameters.get(name) ? [[name, parameters.get(name)]] : [])));
}

/** Without what is empty. */
export function parametersOf(filters: Partial<Record<Name, string | undefined>>): URLSearchParams {
  return new URLSearchParams(NAMES.flatMap((name) => (filters[name] ? [[name, filters[name].trim()]] : [])));
}

import type { InvoiceTitle } from '@lianpiao/chaincode/domain';

/** A title as this phone keeps it. */
export interface KeptTitle extends InvoiceTitle {
  readonly kind: 'company' | 'person';
}

const STORED_AS = 'lianpiao.titles';
/** The oldest gives way. */
const MAX_TITLES = 30;

/** The titles on this phone, the last one used first. */
export function keptTitles(): readonly KeptTitle[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORED_AS) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isTitle) : [];
  } catch {
    return [];
  }
}

/** Puts a title first; it replaces the one that was changed into it, and its like. */
export function keepTitle(title: KeptTitle, instead?: KeptTitle): readonly KeptTitle[] {
  const others = keptTitles().filter((other) => !isSame(other, title) && (instead === undefined || !isSame(other, instead)));
  return store([title, ...others].slice(0, MAX_TITLES));
}

export function dropTitle(title: KeptTitle): readonly KeptTitle[] {
  return store(keptTitles().filter((other) => !isSame(other, title)));
}

export function isSame(left: KeptTitle, right: KeptTitle): boolean {
  return left.name === right.name && left.taxId === right.taxId;
}

function store(titles: readonly KeptTitle[]): readonly KeptTitle[] {
  try {
    localStorage.setItem(STORED_AS, JSON.stringify(titles));
  } catch {
    // A phone that keeps nothing still issues invoices.
  }
  return titles;
}

function isTitle(value: unknown): value is KeptTitle {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string' && 'kind' in value;
}

import type { DisclosedField } from '../record/commitment';
import { openObject } from './bundle';
import { hiddenNames } from './hidden-names';
import type { Leaf } from './parse-leaf';
import { summarizeProvenance } from './summarize-provenance';
import type { BundleSummary } from './verdict';

/** What the leaf and the disclosed fields say; the facts of an invoice are read from entries about invoices only. */
export function summarize(leaf: Leaf, fields: readonly DisclosedField[]): BundleSummary {
  const { type, time } = leaf;
  const hidden = fields.filter((field) => 'digest' in field).length;
  const names = hidden === 0 ? [] : hiddenNames(type, fields);
  return { type, time, ...factsOf(type, fields), hidden, ...(names.length === 0 ? {} : { hiddenNames: names }) };
}

function factsOf(type: string, fields: readonly DisclosedField[]): BundleSummary {
  if (type.startsWith('provenance.')) return { provenance: summarizeProvenance(fields) };
  return type.startsWith('invoice.') ? invoiceFacts(fields) : {};
}

function invoiceFacts(fields: readonly DisclosedField[]): BundleSummary {
  const { number, issuedAt, currency, test } = openObject(fields, 'header') ?? {};
  const totals = openObject(fields, 'totals');
  const facts: { -readonly [Fact in keyof BundleSummary]: BundleSummary[Fact] } = {};
  if (typeof number === 'string') facts.number = number;
  if (typeof issuedAt === 'string') facts.issuedAt = issuedAt;
  if (typeof currency === 'string') facts.currency = currency;
  if (typeof test === 'boolean') facts.test = test;
  if (totals !== undefined) facts.totals = totals;
  return facts;
}

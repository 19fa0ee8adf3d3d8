import type { JsonValue } from '../encoding/canonical-json';
import type { DisclosedField } from '../record/commitment';
import { openObject } from './bundle';
import type { Leaf } from './parse-leaf';
import { summarizeProvenance } from './summarize-provenance';
import type { BundleSummary } from './verdict';

/** What the leaf and the disclosed fields say; the facts of an invoice are read from entries about invoices only. */
export function summarize(leaf: Leaf, fields: readonly DisclosedField[]): BundleSummary {
  const { type, time } = leaf;
  const hidden = fields.filter((field) => 'digest' in field).length;
  return { type, time, ...factsOf(type, fields), hidden };
}

function factsOf(type: string, fields: readonly DisclosedField[]): BundleSummary {
  if (type.startsWith('provenance.')) return { provenance: summarizeProvenance(fields) };
  return type.startsWith('invoice.') ? invoiceFacts(fields) : {};
}

function invoiceFacts(fields: readonly DisclosedField[]): BundleSummary {
  const header = openObject(fields, 'header') ?? {};
  const totals = openObject(fields, 'totals');
  return {
    ...textFact('number', header['number']),
    ...textFact('issuedAt', header['issuedAt']),
    ...textFact('currency', header['currency']),
    ...(typeof header['test'] === 'boolean' ? { test: header['test'] } : {}),
    ...(totals === undefined ? {} : { totals }),
  };
}

function textFact(name: 'number' | 'issuedAt' | 'currency', value: JsonValue | undefined): BundleSummary {
  return typeof value === 'string' ? { [name]: value } : {};
}

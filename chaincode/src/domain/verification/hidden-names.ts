import type { DisclosedField } from '../record/commitment';

/** A part of a record's layout: a field that is always there, one that may be, or one or more that are numbered from 1. */
type Part = { readonly name: string; readonly may?: 'lack' | 'repeat' };

const always = (...names: string[]): Part[] => names.map((name) => ({ name }));
const perhaps = (name: string): Part => ({ name, may: 'lack' });

/** The order of fields that the format fixes, by the type of the entry: docs/formats.md, "Which fields are withheld". */
const LAYOUTS: Readonly<Record<string, readonly Part[]>> = {
  'invoice.issued': [
    ...always('header', 'seller', 'orderReference'),
    perhaps('buyer'),
    ...always('totals'),
    perhaps('adjustments'),
    perhaps('taxBreakdown'),
    { name: 'line', may: 'repeat' },
    perhaps('note'),
  ],
  'provenance.registered': [...always('who', 'what', 'why', 'statement', 'signature'), perhaps('description')],
  'provenance.event': [...always('who', 'what', 'why'), perhaps('terms')],
};

/**
 * Names of the withheld fields, as far as the layout of the entry's type and the fields that are shown leave one
 * possibility only. A withheld field does not say its name: this is what any reader of the format can work out.
 */
export function hiddenNames(type: string, fields: readonly DisclosedField[]): string[] {
  const layout = Object.hasOwn(LAYOUTS, type) ? LAYOUTS[type] : undefined;
  if (layout === undefined) return [];
  const fitting = candidates(layout, fields.length).filter((names) => fits(names, fields));
  const [first, ...others] = fitting;
  if (first === undefined) return [];
  return first.filter(
    (name, place) => 'digest' in (fields[place] as DisclosedField) && others.every((names) => names[place] === name),
  );
}

/** Every list of names that a layout allows for so many fields. */
function candidates(layout: readonly Part[], count: number): string[][] {
  const optional = layout.filter(({ may }) => may === 'lack');
  return Array.from({ length: 2 ** optional.length }, (_, chosen) => {
    const there = layout.filter((part) => part.may !== 'lack' || (chosen >> optional.indexOf(part)) % 2 === 1);
    const single = there.filter(({ may }) => may !== 'repeat').length;
    return there.flatMap(({ name, may }) => (may === 'repeat' ? numbered(name, count - single) : [name]));
  }).filter((names) => names.length === count);
}

/** None is too few: a layout has at least one of a repeated field. */
function numbered(name: string, count: number): string[] {
  return Array.from({ length: Math.max(1, count) }, (_, place) => `${name}/${String(place + 1)}`);
}

function fits(names: readonly string[], fields: readonly DisclosedField[]): boolean {
  return fields.every((field, place) => 'digest' in field || field.name === names[place]);
}

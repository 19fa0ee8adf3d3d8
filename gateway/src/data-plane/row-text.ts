import type { SourceQuery } from './source';

/** PostgreSQL writes booleans so; anything else is text. */
const BOOLEANS: Readonly<Record<string, string>> = { t: 'true', f: 'false', true: 'true', false: 'false' };

/**
 * Rows as JSON objects: texts, numbers and times as texts, so that nothing is rounded, booleans as such, what is missing as
 * null. Members of a row beyond the fields asked for are left out.
 */
export function rowTexts(
  rows: readonly (readonly (string | null)[])[],
  { fields, types, masks }: Pick<SourceQuery, 'fields' | 'masks' | 'types'>,
): string[] {
  const heads = fields.map((field, index) => `${index === 0 ? '{' : ','}${JSON.stringify(field)}:`);
  const booleans = fields.map((field) => types.get(field) === 'boolean');
  const masked = fields.map((field) => masks?.get(field));
  return rows.map((row) => {
    let text = '';
    for (let index = 0; index < heads.length; index += 1) {
      const found = row[index] ?? null;
      const mask = masked[index];
      const value = found === null || mask === undefined ? found : mask(found);
      text += heads[index] as string;
      if (value === null) text += 'null';
      else text += booleans[index] === true ? (BOOLEANS[value] ?? 'null') : JSON.stringify(value);
    }
    return `${text}}`;
  });
}

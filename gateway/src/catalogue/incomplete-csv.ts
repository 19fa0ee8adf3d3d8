import type { FoundEntry } from '../stores/directory-search';

/** What an entry may lack, and how to see it. */
interface Sources {
  readonly hasResource: (entry: string) => boolean;
  readonly works: (entry: string) => boolean;
}

const HEADER = ['entry', 'owner', 'duty', 'title', 'missing'];

/**
 * Entries that lack something, as CSV (RFC 4180): `missing` lists description, schema, evidence, resource, and `working` where the
 * last probe of every resource failed. Retired entries lack nothing.
 */
export function incompleteCsv(entries: readonly FoundEntry[], sources: Sources): string {
  const rows = entries.flatMap((found) => {
    const missing = missingOf(found, sources);
    const { entry, state, about } = found;
    return missing.length === 0 ? [] : [[entry, state.owner, state.duty, about.title, missing.join(' ')]];
  });
  return [HEADER, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function missingOf({ entry, state, about }: FoundEntry, { hasResource, works }: Sources): string[] {
  if (state.stage === 'retired') return [];
  const connected = hasResource(entry);
  return [
    ...(about.description === null ? ['description'] : []),
    ...(state.schema === undefined ? ['schema'] : []),
    ...(state.evidence === undefined ? ['evidence'] : []),
    ...(connected ? [] : ['resource']),
    ...(connected && !works(entry) ? ['working'] : []),
  ];
}

/** A cell that a spreadsheet would take for a formula begins with an apostrophe. */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/**
 * How the directory's words are found. Chinese is written without spaces, so a run of Han characters is indexed as its
 * overlapping pairs, and as its last character alone; any part of the run is then a phrase of pairs. Other scripts are words.
 */
const RUNS = /(\p{Script=Han}+)|((?:(?!\p{Script=Han})[\p{L}\p{N}])+)/gu;
/** Words of a query at most: each costs a look into the index. */
const MAX_TERMS = 16;

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** The text as the full-text index takes it: tokens with spaces between. */
export function indexWords(text: string): string {
  return [...folded(text).matchAll(RUNS)].flatMap(([run, han]) => (han === undefined ? [run] : tokensOf(han))).join(' ');
}

function tokensOf(run: string): string[] {
  const characters = Array.from(run);
  return [...pairsOf(characters), characters.at(-1) ?? ''];
}

function pairsOf(characters: readonly string[]): string[] {
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}

/**
 * The query of the full-text index (SQLite FTS5) for what a person typed: every word must occur, the last letters of a
 * word may be missing. Nothing that was typed is syntax. Undefined when there is no word in it.
 */
export function matchWords(query: string): string | undefined {
  const terms = [...folded(query).matchAll(RUNS)].slice(0, MAX_TERMS).map(([run, han]) => {
    const characters = Array.from(run);
    if (han === undefined || characters.length === 1) return `"${run}" *`;
    return `"${pairsOf(characters).join(' ')}"`;
  });
  return terms.length === 0 ? undefined : terms.join(' AND ');
}

/** One facet of an entry as a token of the index: ids keep their "-", which the index counts as a letter. */
export function facet(name: string, value: number | string): string {
  return `${name}.${String(value)}`;
}

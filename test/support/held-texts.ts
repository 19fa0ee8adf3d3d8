import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Where texts stand in the files of a folder, and how many files there were. */
export interface HeldTexts {
  readonly found: readonly string[];
  readonly files: number;
}

/** Looks for texts in every file of a folder, byte by byte. */
export function heldTexts(folder: string, texts: readonly string[]): HeldTexts {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .map((path) => (statSync(path).isDirectory() ? heldTexts(path, texts) : heldByFile(path, texts)))
    .reduce((left, right) => ({ found: [...left.found, ...right.found], files: left.files + right.files }), {
      found: [],
      files: 0,
    });
}

function heldByFile(path: string, texts: readonly string[]): HeldTexts {
  const content = readFileSync(path).toString('latin1');
  return { found: texts.filter((text) => content.includes(text)).map((text) => `${text} in ${path}`), files: 1 };
}

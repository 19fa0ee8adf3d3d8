import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

interface Saxon {
  transform(
    options: { stylesheetInternal: unknown; sourceText: string; destination: 'serialized' },
    when: 'sync',
  ): { principalResult: string };
}

const FOLDER = resolve(__dirname, '../../.cache/en16931');
let stylesheet: unknown;

/** Ids of the fatal rules of EN 16931 (official artefacts 1.3.16, UBL) that a document breaks. scripts/lib/en16931-rules.sh brings them. */
export function brokenRules(document: Uint8Array): string[] {
  stylesheet ??= JSON.parse(readFileSync(compiledRules(), 'utf8')) as unknown;
  const sourceText = new TextDecoder().decode(document);
  // Loaded late: SaxonJS looks at its surroundings when it is.
  const saxon = jest.requireActual<Saxon>('saxon-js');
  const report = saxon.transform(
    { stylesheetInternal: stylesheet, sourceText, destination: 'serialized' },
    'sync',
  ).principalResult;
  // A report without patterns would be one of nothing.
  if (!report.includes('<svrl:fired-rule')) throw new Error('the rules did not run');
  return [...report.matchAll(/<svrl:failed-assert\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => tag.includes('flag="fatal"'))
    .map((tag) => /\bid="([^"]+)"/.exec(tag)?.[1] ?? tag);
}

/** The compiled rules, a file. */
export function compiledRules(): string {
  const found = readdirSync(FOLDER).find((name) => name.endsWith('.sef.json'));
  if (found === undefined) throw new Error('the rules are missing: run scripts/lib/en16931-rules.sh');
  return join(FOLDER, found);
}

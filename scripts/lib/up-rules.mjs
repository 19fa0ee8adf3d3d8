// The official rules of EN 16931, where scripts/lib/en16931-rules.sh has brought and compiled them.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const FOLDER = path.resolve(import.meta.dirname, '../../.cache/en16931');

/** What the gateway has to be told of them; nothing when they are not here, or when the operator has said it. */
export function officialRules() {
  if (process.env.LIANPIAO_EN16931_RULES !== undefined || !existsSync(FOLDER)) return {};
  const compiled = readdirSync(FOLDER).find((name) => name.endsWith('.sef.json'));
  return compiled === undefined ? {} : { LIANPIAO_EN16931_RULES: path.join(FOLDER, compiled) };
}

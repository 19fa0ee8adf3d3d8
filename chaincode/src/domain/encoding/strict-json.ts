import { LedgerError } from '../errors';
import type { JsonValue } from './canonical-json';

/** How deep arrays and objects may be nested: more than any of our files, less than any stack. */
export const MAX_JSON_DEPTH = 64;

/**
 * Parses JSON of which there is one reading only: an object with two members of one name is refused (RFC 7493 §2.3),
 * since two readers may take different ones of them; so is nesting beyond {@link MAX_JSON_DEPTH}.
 * @throws LedgerError BODY_MALFORMED
 */
export function parseStrictJson(text: string): JsonValue {
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch (cause) {
    throw new LedgerError('BODY_MALFORMED', { found: 'text that is not JSON' }, { cause });
  }
  refuseAmbiguous(text);
  return value;
}

/** An open array or object: the member names so far, or null in an array. */
type Container = Set<string> | null;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** Walks over a text that is known to be JSON, looking at brackets and texts alone. */
function refuseAmbiguous(text: string): void {
  const open: Container[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      const end = endOfText(text, at);
      if (isName(text, end)) noteName(open.at(-1) ?? null, text.slice(at, end));
      at = end - 1;
    } else if (code === OPEN_OBJECT) {
      goDeeper(open, new Set());
    } else if (code === OPEN_ARRAY) {
      goDeeper(open, null);
    } else if (code === CLOSE_OBJECT || code === CLOSE_ARRAY) {
      open.pop();
    }
  }
}

function goDeeper(open: Container[], container: Container): void {
  if (open.push(container) > MAX_JSON_DEPTH) {
    throw new LedgerError('BODY_MALFORMED', { wanted: `at most ${String(MAX_JSON_DEPTH)} levels` });
  }
}

/** Where the text that starts at this quotation mark ends: behind its second one. */
function endOfText(text: string, start: number): number {
  let at = start + 1;
  while (text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
  return at + 1;
}

/** In JSON a text is a member's name exactly when a colon follows. */
function isName(text: string, end: number): boolean {
  let at = end;
  while (text.charCodeAt(at) <= 0x20) at += 1;
  return text.charCodeAt(at) === COLON;
}

function noteName(names: Container, quoted: string): void {
  // Names are compared as what they say: "a" and "\u0061" are one.
  const name = JSON.parse(quoted) as string;
  if (names?.has(name) === true) {
    throw new LedgerError('BODY_MALFORMED', { found: `two members named ${JSON.stringify(name.slice(0, 64))}` });
  }
  names?.add(name);
}

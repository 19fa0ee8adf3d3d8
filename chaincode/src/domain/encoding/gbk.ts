/** Lead and trail bytes of the two-byte characters of GBK. */
const LEADS = { first: 0x81, last: 0xfe };
const TRAILS = { first: 0x40, last: 0xfe };
const NO_TRAIL = 0x7f;
const REPLACEMENT = '\ufffd';

let table: ReadonlyMap<string, readonly [number, number]> | undefined;

/**
 * The bytes of a text in GBK; undefined when it has a character that GBK lacks. Every platform decodes GBK (WHATWG Encoding)
 * and none encodes it, so the table is the decoder's, turned around when it is first needed.
 */
export function bytesInGbk(text: string): number[] | undefined {
  table ??= makeTable();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.charCodeAt(0);
    const pair = code < 0x80 ? [code] : table.get(character);
    if (pair === undefined) return undefined;
    bytes.push(...pair);
  }
  return bytes;
}

function makeTable(): Map<string, readonly [number, number]> {
  const decoder = new TextDecoder('gbk');
  const made = new Map<string, readonly [number, number]>();
  for (let lead = LEADS.first; lead <= LEADS.last; lead += 1) {
    for (let trail = TRAILS.first; trail <= TRAILS.last; trail += 1) {
      const character = trail === NO_TRAIL ? REPLACEMENT : decoder.decode(Uint8Array.of(lead, trail));
      if (character !== REPLACEMENT && character.length === 1 && !made.has(character)) made.set(character, [lead, trail]);
    }
  }
  return made;
}

import { createHash } from 'node:crypto';

/** Random choices that are the same for the same seed. */
export class Choices {
  #state: number;

  constructor(seed: string) {
    this.#state = createHash('sha256').update(seed).digest().readUInt32BE();
  }

  /** A whole number from 0 to `below` − 1: mulberry32. */
  below(below: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  }

  of<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)]!;
  }
}

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
interface BundleJson {
  [name: string]: Json;
  entry: string;
  proof: string;
  document: { fields: Json[] };
  anchors: Json[];
}
/** As docs/formats.md has it, "Commit evidence". */
interface CommitJson {
  [name: string]: Json;
  place: Record<string, Json>;
  proof: string;
}
type Mutation = (bundle: BundleJson, choices: Choices, other: BundleJson) => string | Buffer;

/** A mutated bundle, and by which kind of change. */
export interface Mutant {
  readonly kind: string;
  readonly bytes: Buffer;
}

/** Changes one good bundle, with the help of another one, in a way that the choices decide. */
export function mutate(text: string, other: string, choices: Choices): Mutant {
  const kind = choices.of(Object.keys(MUTATIONS));
  const changed = MUTATIONS[kind]!(JSON.parse(text) as BundleJson, choices, JSON.parse(other) as BundleJson);
  return { kind, bytes: Buffer.from(changed) };
}

/** Changes any JSON text: those of the changes below that know nothing of bundles. */
export function mutateJson(text: string, choices: Choices): Mutant {
  const kind = choices.of(ANY_JSON);
  return { kind, bytes: Buffer.from(MUTATIONS[kind]!(JSON.parse(text) as BundleJson, choices, {} as BundleJson)) };
}

const ANY_JSON = [
  'bits of the file',
  'bytes of the file',
  'characters of the file',
  'the file cut off',
  'a value',
  'a member',
  'a member twice',
  'a spelling',
];

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'bits of the file': (bundle, choices) => flipBits(Buffer.from(JSON.stringify(bundle)), choices),
  'bytes of the file': (bundle, choices) => editBytes(Buffer.from(JSON.stringify(bundle)), choices),
  'characters of the file': (bundle, choices) => editText(JSON.stringify(bundle), choices),
  'the file cut off': (bundle, choices) => {
    const whole = JSON.stringify(bundle);
    return whole.slice(0, choices.below(whole.length));
  },
  'a value': (bundle, choices) =>
    edited(bundle, (root) => {
      replaceValue(root, choices);
    }),
  'a member': (bundle, choices) =>
    edited(bundle, (root) => {
      editMembers(root, choices);
    }),
  'a member twice': (bundle, choices) => {
    const names = [...JSON.stringify(bundle).matchAll(/"[a-zA-Z]+":/g)];
    const { 0: name, index } = choices.of(names);
    const whole = JSON.stringify(bundle);
    return `${whole.slice(0, index)}${name}${choices.of(['null', '""', '[]', '1'])},${whole.slice(index)}`;
  },
  'a spelling': (bundle, choices) => respell(JSON.stringify(bundle), choices),
  'parts of another bundle': (bundle, choices, other) =>
    edited(bundle, (root) => {
      const name = choices.of(['entry', 'proof', 'document', 'anchors']);
      root[name] = other[name]!;
    }),
  'a field of another bundle': (bundle, choices, other) =>
    edited(bundle, ({ document: { fields } }) => {
      const taken = choices.of(other.document.fields) ?? null;
      fields.splice(choices.below(fields.length + 1), choices.below(2), taken);
    }),
  'the order of fields': (bundle, choices) =>
    edited(bundle, ({ document: { fields } }) => {
      swap(fields, choices);
    }),
  'the place of the commit': (bundle, choices) =>
    edited(bundle, (root) => {
      const { place } = (root['commit'] = commitOf(root));
      const name = choices.of(['block', 'transaction', 'id']);
      place[name] = otherValue(place[name] ?? '', choices);
    }),
  'a line of the commit': (bundle, choices) =>
    edited(bundle, (root) => {
      const commit = (root['commit'] = commitOf(root));
      commit.proof = editLines(commit.proof, choices);
    }),
  'base64 in the commit': (bundle, choices) =>
    edited(bundle, (root) => {
      const commit = (root['commit'] = commitOf(root));
      commit.proof = editWord(commit.proof, choices);
    }),
  'the commit of another bundle': (bundle, _choices, other) => edited(bundle, (root) => void (root['commit'] = commitOf(other))),
  'a field withheld': (bundle, choices) =>
    edited(bundle, ({ document: { fields } }) => {
      withhold(fields, choices);
    }),
  'the entry': (bundle, choices) =>
    edited(bundle, (root) => {
      const bytes = Buffer.from(root.entry, 'base64');
      root.entry = choices.of([flipBits, editBytes])(bytes, choices).toString('base64');
    }),
  'base64 of the entry': (bundle, choices) => edited(bundle, (root) => void (root.entry = editBase64(root.entry, choices))),
  'a line of the proof': (bundle, choices) => edited(bundle, (root) => void (root.proof = editLines(root.proof, choices))),
  'a line of another proof': (bundle, choices, other) =>
    edited(bundle, (root) => {
      const lines = root.proof.split('\n');
      lines[choices.below(lines.length)] = choices.of(other.proof.split('\n'));
      root.proof = lines.join('\n');
    }),
  'base64 in the proof': (bundle, choices) =>
    edited(bundle, (root) => {
      root.proof = editWord(root.proof, choices);
    }),
  'a number in the proof': (bundle, choices) =>
    edited(bundle, (root) => {
      const lines = root.proof.split('\n');
      const place = choices.of(lines.flatMap((line, at) => (/^(index )?\d+$/.test(line) ? [at] : [])));
      lines[place] = lines[place]!.replace(/\d+/, (digits) => otherNumber(digits, choices));
      root.proof = lines.join('\n');
    }),
};

/** A bundle's evidence of the commit; for one without, evidence that nobody gave. */
function commitOf({ commit }: BundleJson): CommitJson {
  return (
    (commit as CommitJson | undefined) ?? { place: { block: 1, transaction: 0 }, proof: 'c2sp.org/tlog-proof@v1\nindex 0\n\nx\n' }
  );
}

/** One of the longer words in base64 changed. */
function editWord(text: string, choices: Choices): string {
  const words = text.split(/(?<=[\n ])/);
  const places = words.flatMap((word, at) => (/^[\w+/]{40,}=*\n$/.test(word) ? [at] : []));
  if (places.length === 0) return editText(text, choices);
  const place = choices.of(places);
  const word = words[place]!.trim();
  const flipped = flipBits(Buffer.from(word, 'base64'), choices).toString('base64');
  words[place] = `${choices.of([flipped, editBase64(word, choices)])}\n`;
  return words.join('');
}

function edited(bundle: BundleJson, edit: (bundle: BundleJson) => void): string {
  edit(bundle);
  return JSON.stringify(bundle);
}

function flipBits(bytes: Buffer, choices: Choices): Buffer {
  const copy = Buffer.from(bytes);
  for (let times = 1 + choices.below(3); times > 0 && copy.length > 0; times -= 1) {
    const place = choices.below(copy.length);
    copy[place] = copy[place]! ^ (1 << choices.below(8));
  }
  return copy;
}

function editBytes(bytes: Buffer, choices: Choices): Buffer {
  const [from, count] = [choices.below(bytes.length + 1), choices.below(4)];
  const inserted = Buffer.from(Array.from({ length: choices.below(3) }, () => choices.below(256)));
  return Buffer.concat([bytes.subarray(0, from), inserted, bytes.subarray(from + count)]);
}

const PIECES = ['"', '\\', '{', '}', '[', ']', ',', ':', ' ', '\n', '\r', '\t', '0', '-', 'e1', '.0', '\u0000', '\u00a0', '\ufeff', '=', '+', '\\n', '\\u0000', '\\ud800', 'é', 'e\u0301', '😀', '\u2028', 'null']; // prettier-ignore

function editText(text: string, choices: Choices): string {
  const at = choices.below(text.length + 1);
  return `${text.slice(0, at)}${choices.of(PIECES)}${text.slice(at + choices.below(3))}`;
}

/** Every array and object inside, the whole among them. */
function containers(value: Json): (Json[] | Record<string, Json>)[] {
  if (value === null || typeof value !== 'object') return [];
  return [value, ...Object.values(value).flatMap(containers)];
}

function replaceValue(root: Json, choices: Choices): void {
  const holder = choices.of(containers(root).filter((one) => Object.keys(one).length > 0)) as Record<string, Json>;
  const name = choices.of(Object.keys(holder));
  holder[name] = otherValue(holder[name]!, choices);
}

function otherValue(value: Json, choices: Choices): Json {
  const others: Json[] = [null, true, 0, -1, 1e21, '', 'x', [], {}, [value], { value }, JSON.stringify(value)];
  if (typeof value === 'number') return choices.of<Json>([value + 1, value - 1, -value, value + 0.5, String(value)]);
  if (typeof value === 'string') return choices.of<Json>([editText(value, choices), value.toUpperCase(), ` ${value}`, ...others]);
  if (typeof value === 'boolean') return choices.of<Json>([!value, ...others]);
  return choices.of(others);
}

function editMembers(root: Json, choices: Choices): void {
  const holder = choices.of(containers(root));
  if (Array.isArray(holder)) {
    const place = choices.below(holder.length + 1);
    const again = holder.slice(place, place + choices.below(2));
    holder.splice(place, choices.below(2), ...again, ...choices.of<Json[]>([[], [null], [{}], ['x']]));
    return;
  }
  const names = Object.keys(holder);
  if (names.length > 0 && choices.below(2) === 0) Reflect.deleteProperty(holder, choices.of(names));
  else
    holder[choices.of(['more', 'Name', 'digest', 'value', '__proto__', 'constructor', 'toString', ''])] = choices.of<Json>([
      1,
      null,
      {},
    ]);
}

/** Other spellings of the same, and some that only look so. */
function respell(text: string, choices: Choices): string {
  const places = [...text.matchAll(/(?<=":|[[,])(-?\d+)(?=[,\]}])|[a-zA-Z](?=[^"\\]*")|[{}[\],:]/g)];
  const { 0: piece, index } = choices.of(places);
  const put = (other: string): string => `${text.slice(0, index)}${other}${text.slice(index + piece.length)}`;
  if (/^-?\d+$/.test(piece))
    return put(choices.of([`${piece}.0`, `${piece}e0`, `${piece}0e-1`, `+${piece}`, `0${piece}`, `${piece}.`]));
  if (/^[a-zA-Z]$/.test(piece)) {
    const code = piece.charCodeAt(0).toString(16).padStart(4, '0');
    return put(choices.of([`\\u${code}`, `\\u${code.toUpperCase()}`, `\\x${code}`, `\\u${code.slice(1)}`, `\\${piece}`]));
  }
  return put(
    choices.of([` ${piece}`, `${piece}\n`, `\t${piece}\r`, `${piece}\u00a0`, `${piece}\u000b`, `${piece}/**/`, `${piece},`]),
  );
}

function swap(list: Json[], choices: Choices): void {
  const [one, two] = [choices.below(list.length), choices.below(list.length)];
  [list[one], list[two]] = [list[two]!, list[one]!];
}

function withhold(fields: Json[], choices: Choices): void {
  const digest = createHash('sha256')
    .update(String(choices.below(1000)))
    .digest('hex');
  fields[choices.below(fields.length)] = { digest };
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function editBase64(text: string, choices: Choices): string {
  const at = choices.below(text.length);
  const bare = text.replace(/=+$/, '');
  const last = ALPHABET.indexOf(bare.at(-1)!);
  return choices.of([
    text.replaceAll('+', '-').replaceAll('/', '_'),
    bare,
    `${text}=`,
    `${text}====`,
    `${bare.slice(0, -1)}${ALPHABET[last ^ (1 + choices.below(3))]!}${text.slice(bare.length)}`,
    `${text.slice(0, at)}${choices.of(['\n', '\r\n', ' ', '=', '\t', '.'])}${text.slice(at)}`,
    `${text.slice(0, at)}${choices.of([...ALPHABET])}${text.slice(at + 1)}`,
    text.slice(0, at),
    text.slice(at),
  ]);
}

function editLines(text: string, choices: Choices): string {
  const lines = text.split('\n');
  const at = choices.below(lines.length);
  const edit = choices.of<() => void>([
    () => void lines.splice(at, 1),
    () => void lines.splice(at, 0, lines[at]!),
    () => void lines.splice(at, 0, ''),
    () => void lines.splice(at, 0, choices.of(['extra AA==', 'index 1', 'x', '— x AAAAAAAA', '— x AAAA'])),
    () => void (lines[at] = editText(lines[at]!, choices)),
    () => {
      swap(lines, choices);
    },
    () => void (lines[at] = `${lines[at]!}${choices.of(['\r', ' ', '\n'])}`),
  ]);
  edit();
  return lines.join('\n');
}

function otherNumber(digits: string, choices: Choices): string {
  const number = BigInt(digits);
  return choices.of([
    String(number + 1n),
    String(number - 1n),
    String(number * 2n),
    String(number ^ (1n << BigInt(choices.below(70)))),
    `0${digits}`,
    `${digits}0`,
    `+${digits}`,
    `-${digits}`,
    ` ${digits}`,
    `${digits}.0`,
    `0x${number.toString(16)}`,
  ]);
}

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BlockStore, type FabricSettings } from '../../../gateway/src/ledger';
import { openOffice } from '../../support/ledger-office';
import { PayloadStore } from '../../../gateway/src/stores';

const PAGE = 1000;

/** All that a mirror holds and that follows from the chain: headers, entries, state, records. */
export interface MirrorContent {
  readonly headers: readonly string[];
  readonly entries: readonly string[];
  readonly state: ReadonlyMap<string, string>;
  /** By sequence; undefined where there is none. */
  readonly records: readonly (string | undefined)[];
}

export function readMirror(folder: string): MirrorContent {
  const [blocks, payloads] = [new BlockStore(folder, { readonly: true }), new PayloadStore(folder)];
  try {
    const numbers = Array.from({ length: blocks.lastNumber() }, (_, index) => index + 1);
    const all = numbers.map((number) => blocks.blockNumbered(number)!);
    const records: (string | undefined)[] = [];
    while (records.length < blocks.length()) {
      const count = Math.min(PAGE, blocks.length() - records.length);
      for (const record of payloads.readRange(records.length, count)) records.push(record && JSON.stringify(record));
    }
    return {
      headers: all.map(({ headerText }) => headerText),
      entries: all.flatMap(({ entryTexts }) => entryTexts),
      state: new Map([...blocks.allState()].map(({ key, value }) => [key, value])),
      records,
    };
  } finally {
    blocks.close();
    payloads.close();
  }
}

/** A mirror that is made now, from an organisation's own peer, from block 0 on. */
export async function freshMirror(settings: FabricSettings): Promise<MirrorContent> {
  const folder = mkdtempSync(join(tmpdir(), 'lianpiao-fresh-'));
  const office = openOffice(settings, folder);
  try {
    await office.caughtUp();
    return readMirror(folder);
  } finally {
    office.remove();
  }
}

/** In words, where two mirrors differ; empty when they are the same to the byte. */
export function differences(wanted: MirrorContent, found: MirrorContent): string[] {
  const lists = (['headers', 'entries', 'records'] as const).flatMap((name) => differ(name, wanted[name], found[name]));
  const sorted = ({ state }: MirrorContent): string[] => [...state].map((pair) => pair.join(' = ')).sort();
  return [...lists, ...differ('state', sorted(wanted), sorted(found))];
}

function differ(what: string, wanted: readonly (string | undefined)[], found: readonly (string | undefined)[]): string[] {
  if (wanted.length !== found.length) return [`${what}: ${String(found.length)} instead of ${String(wanted.length)}`];
  const places = wanted.flatMap((one, place) => (one === found[place] ? [] : [place]));
  const [place] = places;
  if (place === undefined) return [];
  const [one, other] = [wanted[place], found[place]].map((text) => text?.slice(0, 100) ?? 'nothing');
  return [`${what}: ${String(places.length)} differ, first at ${String(place)}: ${other!} instead of ${one!}`];
}

import { createPublicKey, hash, verify, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  applyEntry,
  canonicalJson,
  hasher,
  parseEntry,
  REFERENCE_KEY_PREFIX,
  type Entry,
  type JsonValue,
  type LedgerState,
} from '@lianpiao/chaincode/domain';
import { BlockStore, type Block, type BlockTransaction } from '@lianpiao/gateway/ledger';
import type { Findings } from './findings';

export interface ReplayedEntry {
  readonly sequence: number;
  readonly entry: Entry;
  readonly text: string;
}

export interface Replay {
  readonly entries: readonly ReplayedEntry[];
  /** The operator's public key: SPKI, base64. */
  readonly operatorKey: string;
  /** Blocks of the chain. */
  readonly blocks: number;
}

class ReplayedState implements LedgerState {
  caller = '';
  now = 0;
  txId = '';
  readonly values = new Map<string, JsonValue>();

  get<Value extends JsonValue>(key: string): Value | undefined {
    return this.values.get(key) as Value | undefined;
  }

  put(key: string, value: JsonValue): void {
    this.values.set(key, value);
  }
}

/**
 * Runs the whole chain again from its first block: links, signatures, roots, and every entry by the domain's own rules.
 * Then the tables of state that lie beside the chain are compared with what came out.
 */
export function replayLedger(folder: string, findings: Findings): Replay {
  const store = new BlockStore(folder, { readonly: true });
  const operator = createPublicKey(readFileSync(join(folder, 'keys', 'operator.pem')));
  const state = new ReplayedState();
  const entries: ReplayedEntry[] = [];
  let previous = '0'.repeat(64);
  let number = 1;
  try {
    for (let block = store.blockNumbered(number); block !== undefined; block = store.blockNumbered(number)) {
      checkBlock(block, { number, previous, first: entries.length, operator, folder }, findings);
      applyBlock(block, state, entries, findings);
      previous = block.hash;
      number += 1;
    }
    compareState(store, state, findings);
  } finally {
    store.close();
  }
  return { entries, blocks: number - 1, operatorKey: operator.export({ format: 'der', type: 'spki' }).toString('base64') };
}

interface Expected {
  readonly number: number;
  readonly previous: string;
  readonly first: number;
  readonly operator: KeyObject;
  readonly folder: string;
}

function checkBlock(block: Block, { number, previous, first, operator, folder }: Expected, findings: Findings): void {
  const { header, headerText, entryTexts } = block;
  const wrong = (what: string): void => findings.add('ledger', `block ${String(number)}: ${what}`);
  if (header.number !== number || header.previous !== previous || header.first !== first) wrong('does not follow the one before');
  if (hash('sha256', headerText) !== block.hash) wrong('another hash');
  if (!signed(operator, headerText, block.signature)) wrong('the signature is wrong');
  if (hash('sha256', block.transactionsText) !== header.transactions) wrong('other transactions');
  if (header.count !== entryTexts.length) wrong('another number of entries');
  if (rootOf(entryTexts) !== header.entries) wrong('another root of entries');
  let start = 0;
  for (const { caller, count, entries, signature } of JSON.parse(block.transactionsText) as BlockTransaction[]) {
    const digest = hash('sha256', entryTexts.slice(start, start + count).join('\n'));
    const text = canonicalJson({ caller, entries, time: header.time });
    if (digest !== entries || !signed(keyOf(folder, caller), text, signature))
      wrong(`the transaction of ${caller} is not signed`);
    start += count;
  }
  if (start !== entryTexts.length) wrong('entries without a transaction');
}

function applyBlock(block: Block, state: ReplayedState, entries: ReplayedEntry[], findings: Findings): void {
  const callers = (JSON.parse(block.transactionsText) as BlockTransaction[]).flatMap(({ caller, count }) =>
    Array.from({ length: count }, () => caller),
  );
  block.entryTexts.forEach((text, index) => {
    const sequence = entries.length;
    const entry = JSON.parse(text) as Entry;
    entries.push({ sequence, entry, text });
    const age = Date.parse(block.header.time) - Date.parse(entry.time);
    if (!(age >= 0 && age <= 60_000)) findings.add('ledger', `entry ${String(sequence)}: its time does not fit the block's`);
    state.caller = callers[index] ?? '';
    state.now = Date.parse(block.header.time);
    state.txId = String(block.header.number);
    try {
      const checked = entry.type === 'invoice.issued' ? entry : parseEntry(JSON.parse(text));
      if (applyEntry(state, checked) !== text) findings.add('ledger', `entry ${String(sequence)}: another text`);
    } catch (error) {
      findings.add('ledger', `entry ${String(sequence)} is refused: ${String(error)}`);
    }
  });
}

function compareState(store: BlockStore, state: ReplayedState, findings: Findings): void {
  const left = new Map([...state.values].filter(([key]) => !key.startsWith(REFERENCE_KEY_PREFIX)));
  for (const { key, value } of store.allState()) {
    const replayed = left.get(key);
    if (replayed === undefined || canonicalJson(replayed) !== value) findings.add('ledger', `the state of ${key} differs`);
    left.delete(key);
  }
  for (const key of left.keys()) findings.add('ledger', `the state lacks ${key}`);
}

function signed(key: KeyObject, text: string, signature: string): boolean {
  return verify('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64'));
}

const keys = new Map<string, KeyObject>();

function keyOf(folder: string, name: string): KeyObject {
  const path = join(folder, 'keys', `${name}.pem`);
  const known = keys.get(path) ?? createPublicKey(readFileSync(path));
  keys.set(path, known);
  return known;
}

/** RFC 6962 root over texts. */
function rootOf(texts: readonly string[]): string {
  let level: string[] = texts.map((text) => hasher().leafHash(text));
  while (level.length > 1) {
    const next: string[] = [];
    for (let index = 0; index < level.length; index += 2) {
      const [left, right] = [level[index]!, level[index + 1]];
      next.push(right === undefined ? left : hasher().nodeHash(left as never, right as never));
    }
    level = next;
  }
  return level[0] ?? '';
}

import { createHash } from 'node:crypto';
import {
  canonicalJson,
  CompactRange,
  hasher,
  leafText,
  openNote,
  parseCheckpoint,
  parseVerifierKey,
  referenceFingerprint,
  sealRecord,
  type Digest,
  type InvoiceIssued,
  type JsonValue,
  type SealedRecord,
} from '@lianpiao/chaincode/domain';
import { verifyReceipt, type Receipt } from '@lianpiao/gateway/ledger';
import { IndexStore, LogStore, nodeSignatures, PayloadStore, projectInvoice } from '@lianpiao/gateway/stores';
import type { Told } from './clients';
import type { Findings } from './findings';
import { replayLedger, type Replay, type ReplayedEntry } from './replay-ledger';
import { saleKey, sellerName, type Sale } from './sales';

/** What clients and watchers were told while processes died. */
export interface Witnessed {
  readonly told: readonly Told[];
  /** Checkpoints as the gateway served them. */
  readonly checkpoints: readonly string[];
  readonly vkey: string;
}

export interface OracleCounts {
  readonly invoices: number;
  readonly blocks: number;
  readonly entries: number;
  readonly checkpoints: number;
}

interface Issued extends ReplayedEntry {
  readonly entry: InvoiceIssued;
}
interface Answer {
  readonly number: string;
  readonly issuedAt: string;
  readonly totals: JsonValue;
  readonly receipt: Receipt;
}
type Record_ = SealedRecord | undefined;

/** Compares what clients were told with a full replay of the ledger. The instance must have stopped. */
export function judge(folder: string, witnessed: Witnessed, findings: Findings): OracleCounts {
  const replay = replayLedger(folder, findings);
  const issued = replay.entries.filter((placed): placed is Issued => placed.entry.type === 'invoice.issued');
  const records = readRecords(folder, replay.entries.length, findings);
  checkTold(witnessed.told, issued, records, replay.operatorKey, findings);
  checkOnce(witnessed.told, issued, findings);
  checkChains(replay, findings);
  checkCommitments(replay.entries, records, findings);
  checkIndex(folder, issued, records, replay, findings);
  const checkpoints = checkLog(folder, witnessed, replay, findings);
  return { invoices: issued.length, blocks: replay.blocks, entries: replay.entries.length, checkpoints };
}

const RECORDS_AT_ONCE = 4096;

function readRecords(folder: string, count: number, findings: Findings): Record_[] {
  const store = new PayloadStore(folder);
  const records: Record_[] = [];
  try {
    while (records.length < count) {
      records.push(...store.readRange(records.length, Math.min(RECORDS_AT_ONCE, count - records.length)));
    }
  } catch (error) {
    findings.add('content', `the payload store cannot be read: ${String(error)}`);
  } finally {
    store.close();
  }
  return records;
}

/** Nothing that a client was told of is lost, and what it was told is what the ledger says. */
function checkTold(
  told: readonly Told[],
  issued: readonly Issued[],
  records: readonly Record_[],
  operatorKey: string,
  findings: Findings,
): void {
  const byReference = new Map<string, Issued>();
  for (const placed of issued) if (!byReference.has(placed.entry.reference)) byReference.set(placed.entry.reference, placed);
  const parsed = new Map<string, Answer | undefined>();
  for (const { sale, status, invoice } of told) {
    const key = saleKey(sale);
    if (!parsed.has(invoice)) parsed.set(invoice, checkAnswer(key, invoice, operatorKey, findings));
    const answer = parsed.get(invoice);
    const placed = byReference.get(referenceOf(sale));
    if (answer === undefined) continue;
    if (placed === undefined) {
      findings.add('lost', `${key}: ${answer.number} is not in the ledger`);
      continue;
    }
    compareWithEntry(key, answer, placed, findings);
    compareContent(sale, status, placed, records[placed.sequence], findings);
  }
  checkSameText(told, findings);
}

function checkAnswer(key: string, text: string, operatorKey: string, findings: Findings): Answer | undefined {
  try {
    const answer = JSON.parse(text) as Answer;
    if (!verifyReceipt(answer.receipt, operatorKey)) findings.add('receipt', `${key}: ${answer.number}`);
    return answer;
  } catch (error) {
    findings.add('receipt', `${key}: ${String(error)}: ${text.slice(0, 120)}`);
    return undefined;
  }
}

function compareWithEntry(key: string, answer: Answer, placed: Issued, findings: Findings): void {
  const { receipt, number } = answer;
  const { first } = JSON.parse(receipt.block) as { first: number };
  if (number !== placed.entry.number) findings.add('lost', `${key}: told ${number}, the ledger has ${placed.entry.number}`);
  else if (receipt.entry !== placed.text || first + receipt.index !== placed.sequence)
    findings.add('lost', `${key}: ${number} stands in the ledger at another place or with another text`);
}

/** A success means the same content, a conflict another. */
function compareContent(sale: Sale, status: number, { entry }: Issued, record: Record_, findings: Findings): void {
  const key = saleKey(sale);
  if (record === undefined) {
    findings.add('content', `${key}: there is no record`);
    return;
  }
  const same = entry.till === sale.till && saysTheSame(JSON.parse(sale.body) as Record<string, JsonValue>, record);
  if (status === 409 && same) findings.add('conflict', `${key}: refused, though the content is the same`);
  if (status !== 409 && !same) findings.add('content', `${key}: told to be issued, the record says something else`);
}

function saysTheSame(body: Record<string, JsonValue>, record: SealedRecord): boolean {
  const fields = new Map(record.fields.map(({ name, text }) => [name, JSON.parse(text) as JsonValue]));
  const lines = body['lines'] as Record<string, JsonValue>[];
  return (
    ['orderReference', 'totals', 'note'].every((name) => sameJson(fields.get(name), body[name])) &&
    !fields.has(`line/${String(lines.length + 1)}`) &&
    lines.every((line, index) => {
      const written = fields.get(`line/${String(index + 1)}`) as Record<string, JsonValue> | undefined;
      // The rules may add what a request leaves out; what it says must stand.
      return written !== undefined && Object.entries(line).every(([name, value]) => sameJson(written[name], value));
    })
  );
}

function sameJson(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  return left !== undefined && right !== undefined && canonicalJson(left) === canonicalJson(right);
}

/** Conflicts show the invoice that everybody else was given, byte for byte. */
function checkSameText(told: readonly Told[], findings: Findings): void {
  const texts = new Map<string, string>();
  for (const { sale, invoice, status } of told) {
    const key = saleKey(sale);
    const known = texts.get(key);
    if (known === undefined) texts.set(key, invoice);
    else if (known !== invoice) findings.add('answer', `${key}: two answers, the later one with status ${String(status)}`);
  }
}

/** One invoice for a reference, and none that nobody was told of: every request was repeated until it was answered. */
function checkOnce(told: readonly Told[], issued: readonly Issued[], findings: Findings): void {
  const asked = new Map(told.map(({ sale }) => [referenceOf(sale), saleKey(sale)]));
  const [references, numbers] = [new Set<string>(), new Set<string>()];
  for (const { entry, sequence } of issued) {
    const key = asked.get(entry.reference);
    if (references.has(entry.reference)) findings.add('doubled', `${key ?? 'a reference'}: a second invoice ${entry.number}`);
    if (numbers.has(entry.number)) findings.add('doubled', `number ${entry.number} a second time, entry ${String(sequence)}`);
    if (key === undefined) findings.add('doubled', `invoice ${entry.number} of which nobody was told`);
    references.add(entry.reference);
    numbers.add(entry.number);
  }
}

interface Chain {
  counter: number;
  previous: string;
  readonly free: { next: number; readonly to: number; readonly prefix: string }[];
}

/** Counters, hashes and numbers of every till, from the entries alone. */
export function checkChains({ entries }: Pick<Replay, 'entries'>, findings: Findings): void {
  const chains = new Map<string, Chain>();
  for (const { entry, text } of entries) {
    if (entry.type === 'range.assigned') {
      const chain = chains.get(entry.till) ?? { counter: 0, previous: '0'.repeat(64), free: [] };
      chain.free.push({ prefix: entry.prefix, next: entry.from, to: entry.to });
      chains.set(entry.till, chain);
    } else if (entry.type === 'invoice.issued') {
      const chain = chains.get(entry.till);
      if (chain === undefined) findings.add('chain', `${entry.till} has no numbers`);
      else follow(chain, entry, text, findings);
    }
  }
}

function follow(chain: Chain, entry: InvoiceIssued, text: string, findings: Findings): void {
  const range = chain.free[0];
  const number = range === undefined ? 'none' : range.prefix + String(range.next).padStart(15, '0');
  if (entry.counter !== chain.counter + 1)
    findings.add('chain', `${entry.till}: counter ${entry.counter} after ${chain.counter}`);
  // What a first entry points to is the rules' business: the replay compares it.
  if (chain.counter > 0 && entry.previous !== chain.previous) findings.add('chain', `${entry.till}: the hash before differs`);
  if (entry.number !== number) findings.add('chain', `${entry.till}: number ${entry.number} where ${number} is next`);
  chain.counter = entry.counter;
  // The hash of an RFC 6962 leaf, by other means than the domain's.
  chain.previous = createHash('sha256').update(Uint8Array.of(0)).update(text).digest('hex');
  if (range === undefined) return;
  range.next += 1;
  if (range.next > range.to) chain.free.shift();
}

function checkCommitments(entries: readonly ReplayedEntry[], records: readonly Record_[], findings: Findings): void {
  for (const { sequence, entry } of entries) {
    const record = records[sequence];
    if (record === undefined) findings.add('content', `entry ${String(sequence)} has no record`);
    else if (sealRecord(record) !== entry.commitment)
      findings.add('content', `entry ${String(sequence)} commits to another record`);
  }
}

const ROWS_AT_ONCE = 5000;

function checkIndex(
  folder: string,
  issued: readonly Issued[],
  records: readonly Record_[],
  replay: Replay,
  findings: Findings,
): void {
  const sellers = new Map(
    replay.entries.flatMap(({ entry }) => (entry.type === 'till.registered' ? [[entry.till, entry.seller] as const] : [])),
  );
  const index = new IndexStore(folder);
  try {
    const rows = new Map<number, string>();
    let from = 0;
    for (let page = index.list({ all: true }, 0, ROWS_AT_ONCE); page.length > 0;) {
      for (const row of page) rows.set(row.sequence, JSON.stringify(row));
      from = page.at(-1)!.sequence + 1;
      page = index.list({ all: true }, from, ROWS_AT_ONCE);
    }
    if (index.height() !== replay.entries.length)
      findings.add('index', `height ${index.height()} of ${replay.entries.length} entries`);
    if (rows.size !== issued.length) findings.add('index', `${rows.size} rows for ${issued.length} invoices`);
    for (const { sequence, entry } of issued) {
      const wanted = projectInvoice(sequence, entry, sellers.get(entry.till) ?? '', records[sequence]);
      if (rows.get(sequence) !== JSON.stringify(wanted)) findings.add('index', `the row of entry ${String(sequence)} differs`);
    }
  } finally {
    index.close();
  }
}

const CHECKPOINTS_AT_ONCE = 1000;

/** Every checkpoint there is, and every one that was served, is the root of the ledger's entries at its size. */
function checkLog(folder: string, { checkpoints, vkey }: Witnessed, { entries }: Replay, findings: Findings): number {
  const key = parseVerifierKey(vkey, '/vkey');
  const roots = new Map<number, Set<Digest>>();
  const take = (note: string, whose: string): void => {
    try {
      const { text, verifiedBy } = openNote(note, [key], nodeSignatures);
      const { size, root } = parseCheckpoint(text);
      if (verifiedBy.length !== 1) findings.add('log', `${whose} checkpoint of size ${String(size)} is not signed`);
      if (size > entries.length) findings.add('log', `${whose} checkpoint of size ${String(size)} is beyond the ledger`);
      roots.set(size, (roots.get(size) ?? new Set()).add(root));
    } catch (error) {
      findings.add('log', `${whose} checkpoint: ${String(error)}`);
    }
  };
  for (const note of checkpoints) take(note, 'a served');
  const stored = storedCheckpoints(folder);
  for (const { note } of stored) take(note, 'a stored');
  if (stored[0]?.size !== entries.length)
    findings.add('incomplete', `the log has ${stored[0]?.size ?? 0} of ${entries.length} entries`);
  const range = CompactRange.empty();
  for (const { entry } of entries) {
    range.append(hasher().leafHash(leafText(entry)));
    const wanted = roots.get(range.size);
    if (wanted !== undefined && (wanted.size !== 1 || !wanted.has(range.root())))
      findings.add('log', `the checkpoint of size ${String(range.size)} has another root`);
  }
  return roots.size;
}

function storedCheckpoints(folder: string): { size: number; note: string }[] {
  const log = new LogStore(folder);
  try {
    const all: { size: number; note: string }[] = [];
    for (let before = Number.MAX_SAFE_INTEGER; ; before = all.at(-1)!.size) {
      const page = log.checkpoints(before, CHECKPOINTS_AT_ONCE);
      all.push(...page);
      if (page.length < CHECKPOINTS_AT_ONCE) return all;
    }
  } finally {
    log.close();
  }
}

function referenceOf(sale: Sale): Digest {
  return referenceFingerprint(sellerName(sale.seller), sale.orderReference);
}

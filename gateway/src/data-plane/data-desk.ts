import { canonicalJson, hasher, LedgerError, type Digest, type ErrorCode, type JsonValue } from '@lianpiao/chaincode/domain';
import type { Asked, Decider, Decision, Permit } from '../access/decide';
import { masksOf } from '../access/handling';
import type { Use } from '../access/use';
import type { AuditEntry, AuditFacts, AuditStore } from '../stores/audit-store';
import type { CopyMarks } from './copy-mark';
import type { Cursors } from './cursor';
import type { SourcePage, SourceQuery } from './source';
import type { Spending } from '../stores/spending-table';
import type { Sources } from './sources';

/** A page is asked for from a cursor on. */
export interface PageRequest {
  readonly after: string | undefined;
  readonly limit: number;
}

/** Rows that left, with what the usage receipt of both sides says of them. */
export interface ServedPage extends SourcePage {
  /** The audit entry that is the receipt, and the SHA-256 that it holds: over each row as it was sent and a line feed. */
  readonly receipt: { readonly sequence: number; readonly result: Digest };
}

/** A stream that was allowed: its rows, and how it is closed in the audit log. */
export interface OpenStream {
  readonly rows: AsyncIterable<readonly string[]>;
  /** Whether it still may run, by the ledger as it is now. @throws LedgerError. */
  confirm(): void;
  /** Writes the end of it to the audit log, durable when it resolves. @param result SHA-256 over all that was sent. */
  end(rows: number, code: string | undefined, result: Digest): Promise<AuditEntry>;
}

/** Rows of the resource under these conditions, with these fields. */
export type RowReader = (query: Pick<SourceQuery, 'fields' | 'where'>, signal: AbortSignal) => AsyncIterable<readonly string[]>;

/** A decision, what its audit entry says, and what it uses up when it is allowed. */
interface Decided {
  readonly decision: Decision;
  readonly facts: Omit<AuditFacts, 'outcome'>;
  readonly spending: Spending;
}

interface DataDeskParts {
  readonly decider: Decider;
  readonly audit: AuditStore;
  readonly sources: Sources;
  readonly cursors: Cursors;
  readonly marks: CopyMarks;
}

const INTERNAL_STATUS = 500;

/** What a caller is told in place of what it is not to learn. */
const TOLD: Readonly<Record<string, 'GRANT_UNKNOWN'>> = { GRANT_NOT_YOURS: 'GRANT_UNKNOWN' };

/**
 * Serves data under grants, always in this order: the grant by the ledger as it is now, its terms against the ledger's
 * commitment, the audit entry durable on disk, and only then an answer. What a request reads is decided on twice: before
 * the source is asked, and again when the rows are there.
 */
export class DataDesk {
  readonly #parts: DataDeskParts;

  constructor(parts: DataDeskParts) {
    this.#parts = parts;
  }

  /** The decision alone, for whoever serves the data itself. @throws LedgerError for a refusal. */
  async check(asked: Asked): Promise<Permit> {
    const decided = this.#decide(asked, 'check', {});
    return (await this.#settled(decided, {})).permit;
  }

  /**
   * Writes down a request whose form was refused before it could be decided on, and refuses it.
   * @param text the query as it was sent, of which the entry holds a digest.
   */
  async malformed(asked: Omit<Asked, 'where'>, use: Use, text: string, error: LedgerError): Promise<never> {
    return this.#refuse(error, this.#decide({ ...asked, where: [] }, use, { text }).facts);
  }

  /** @throws LedgerError for a refusal, CURSOR_INVALID, SOURCE_UNAVAILABLE, SOURCE_CHANGED. */
  async page(asked: Asked, { after, limit }: PageRequest): Promise<ServedPage> {
    const cursor = after === undefined ? {} : { after };
    const first = this.#decide(asked, 'read', { ...cursor, limit }, cursor);
    const permit = first.decision.outcome;
    if (permit instanceof LedgerError) return this.#refuse(permit, first.facts);
    const page = await this.#tried(first.facts, async () => {
      const place = after === undefined ? undefined : this.#parts.cursors.open(asked.grant, after);
      return this.#parts.sources.open(permit.source, permit.registrant).page(this.#queryOf(asked.grant, permit), place, limit);
    });
    const rows = this.#marked(asked.grant, permit, page.rows);
    const result = hasher().sha256(rows.map((row) => `${row}\n`).join(''));
    // The source took its time: what counts is the ledger as it is when the rows leave.
    const next = page.next === undefined ? undefined : this.#parts.cursors.seal(asked.grant, page.next);
    const last = this.#decide(asked, 'read', { ...cursor, limit }, { ...cursor, ...(next === undefined ? undefined : { next }) });
    const { entry } = await this.#settled(last, { rows: rows.length, result });
    return { rows, next, receipt: { sequence: entry.sequence, result } };
  }

  /** @throws LedgerError for a refusal. */
  async stream(asked: Asked, signal: AbortSignal): Promise<OpenStream> {
    const { decision, facts, spending } = this.#decide(asked, 'stream', {});
    const permit = decision.outcome;
    if (permit instanceof LedgerError) return this.#refuse(permit, facts);
    const source = await this.#tried(facts, async () =>
      Promise.resolve(this.#parts.sources.open(permit.source, permit.registrant)),
    );
    const began = await this.#spent(facts, spending);
    return {
      rows: this.#streamed(asked.grant, permit, source.stream(this.#queryOf(asked.grant, permit), signal)),
      confirm: () => this.#parts.decider.confirm(asked),
      end: (rows, code, result) => this.#parts.audit.append({ ...endOf(began, rows, code), result }),
    };
  }

  /**
   * Lets work read next to the data, and only what it found leave; its digest is the receipt.
   * @param label what the audit entry says of the question.
   * @param work gets the rows that it asks for: what leaves is of those that the grants give, others only stand beside them to be
   * compared with.
   * @throws LedgerError for a refusal.
   */
  async aggregate<Found extends { readonly result: Digest }>(
    asked: Asked,
    label: Pick<AuditFacts, 'query' | 'template'>,
    work: (permit: Permit, rows: RowReader) => Promise<Found>,
  ): Promise<Found> {
    const first = this.#decide(asked, 'run', {});
    const permit = first.decision.outcome;
    const facts = { ...first.facts, ...label };
    if (permit instanceof LedgerError) return this.#refuse(permit, facts);
    const found = await this.#tried(facts, async () => {
      const source = this.#parts.sources.open(permit.source, permit.registrant);
      return work(permit, ({ fields, where }, signal) => source.stream({ fields, where, types: permit.types }, signal));
    });
    const last = this.#decide(asked, 'run', {});
    await this.#settled(last, { ...label, rows: 0, result: found.result });
    return found;
  }

  #queryOf(grant: string, { fields, where, types, handling }: Permit): SourceQuery {
    return { fields, where, types, masks: masksOf(handling, this.#parts.marks.keyOf(grant, 'mask')) };
  }

  #marked(grant: string, { handling }: Permit, rows: readonly string[]): readonly string[] {
    return handling.marked ? this.#parts.marks.mark(grant, rows) : rows;
  }

  async *#streamed(grant: string, permit: Permit, batches: AsyncIterable<readonly string[]>): AsyncIterable<readonly string[]> {
    for await (const rows of batches) yield this.#marked(grant, permit, rows);
  }

  /** A decision, and what its audit entry says whatever comes of it. */
  #decide(
    asked: Asked,
    event: Use,
    more: Readonly<Record<string, JsonValue>>,
    cursors: Pick<Spending, 'after' | 'next'> = {},
  ): Decided {
    const { decision, spending } = this.#unspent(asked, this.#parts.decider.decide(asked, event), cursors);
    const { state, purpose, provider, height } = decision;
    const { grant, organisation, keyId, fields } = asked;
    const facts = {
      event,
      grant,
      ...(state === undefined ? undefined : { resource: state.resource }),
      organisation,
      key: keyId,
      ...(provider === undefined ? undefined : { provider }),
      ...(purpose === undefined ? undefined : { purpose }),
      ...(fields === undefined ? undefined : { fields }),
      query: digestOf(asked, more),
      height,
    };
    return { decision, facts, spending };
  }

  /** A permit whose reads are used up is none: whoever asks again and again does not even reach the source. */
  #unspent({ ticket }: Asked, decision: Decision, cursors: Pick<Spending, 'after' | 'next'>): Omit<Decided, 'facts'> {
    const { outcome } = decision;
    const allowances = outcome instanceof LedgerError ? [] : outcome.allowances;
    const shown = ticket === undefined || ticket === 'unproven' ? undefined : { ticket };
    const spending = { allowances, ...cursors, ...shown };
    const code = outcome instanceof LedgerError ? undefined : this.#parts.audit.spending.refusal(spending);
    return { decision: code === undefined ? decision : { ...decision, outcome: new LedgerError(code) }, spending };
  }

  /** Writes the outcome down; then, and only then, gives or refuses. */
  async #settled(
    { decision: { outcome }, facts, spending }: Decided,
    found: Partial<Pick<AuditFacts, 'query' | 'result' | 'rows' | 'template'>>,
  ): Promise<{ readonly permit: Permit; readonly entry: AuditEntry }> {
    if (outcome instanceof LedgerError) return this.#refuse(outcome, { ...facts, ...found });
    return { permit: outcome, entry: await this.#spent({ ...facts, ...found }, spending) };
  }

  /** The entry of what is allowed, unless another request has used it up meanwhile. */
  async #spent(facts: Omit<AuditFacts, 'outcome'>, spending: Spending): Promise<AuditEntry> {
    const entry = await this.#parts.audit.append({ ...facts, outcome: 'allowed' }, spending);
    if (entry.outcome === 'refused') throw new LedgerError(entry.code as ErrorCode);
    return entry;
  }

  async #refuse(error: LedgerError, { rows: _rows, result: _result, ...facts }: Omit<AuditFacts, 'outcome'>): Promise<never> {
    await this.#parts.audit.append({ ...facts, outcome: 'refused', code: error.code });
    const told = TOLD[error.code];
    throw told === undefined ? error : new LedgerError(told);
  }

  /** Work that was allowed and may still fail: that, too, is written down. */
  async #tried<Result>(facts: Omit<AuditFacts, 'outcome'>, work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      const code = error instanceof LedgerError ? error.code : 'INTERNAL';
      // What a template refuses to tell was refused; what a source could not give failed.
      const refused = facts.event === 'run' && error instanceof LedgerError && error.status < INTERNAL_STATUS;
      await this.#parts.audit.append({ ...facts, outcome: refused ? 'refused' : 'failed', code });
      throw error;
    }
  }
}

/** A digest tells two questions apart without telling what was asked. */
function digestOf({ fields, where }: Asked, more: Readonly<Record<string, JsonValue>>): Digest {
  return hasher().sha256(canonicalJson({ fields: fields ?? null, where: where as readonly JsonValue[], ...more }));
}

function endOf(began: AuditEntry, rows: number, code: string | undefined): AuditFacts {
  const { sequence, time: _time, previous: _previous, ...facts } = began;
  return {
    ...facts,
    event: 'stream-end',
    outcome: code === undefined ? 'allowed' : 'failed',
    ...(code === undefined ? undefined : { code }),
    rows,
    began: sequence,
  };
}

import { canonicalJson, hasher, LedgerError, type Digest, type JsonValue } from '@lianpiao/chaincode/domain';
import type { Asked, Decider, Decision, Permit } from '../access/decide';
import type { AuditEntry, AuditFacts, AuditStore } from '../stores/audit-store';
import type { Cursors } from './cursor';
import type { SourcePage, SourceQuery } from './source';
import type { Sources } from './sources';

/** A page is asked for from a cursor on. */
export interface PageRequest {
  readonly after: string | undefined;
  readonly limit: number;
}

/** A stream that was allowed: its rows, and how it is closed in the audit log. */
export interface OpenStream {
  readonly rows: AsyncIterable<readonly string[]>;
  /** Whether it still may run, by the ledger as it is now. @throws LedgerError. */
  confirm(): void;
  /** Writes the end of it to the audit log, durable when it resolves. */
  end(rows: number, code: string | undefined): Promise<unknown>;
}

interface DataDeskParts {
  readonly decider: Decider;
  readonly audit: AuditStore;
  readonly sources: Sources;
  readonly cursors: Cursors;
}

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
    const { decision, facts } = this.#decide(asked, 'check', {});
    return this.#settled(decision, facts);
  }

  /** @throws LedgerError for a refusal, CURSOR_INVALID, SOURCE_UNAVAILABLE, SOURCE_CHANGED. */
  async page(asked: Asked, { after, limit }: PageRequest): Promise<SourcePage> {
    const cursor = after === undefined ? {} : { after };
    const first = this.#decide(asked, 'read', { ...cursor, limit });
    const permit = first.decision.outcome;
    if (permit instanceof LedgerError) return this.#refuse(permit, first.facts);
    const page = await this.#tried(first.facts, async () => {
      const place = after === undefined ? undefined : this.#parts.cursors.open(asked.grant, after);
      return this.#parts.sources.open(permit.source, permit.registrant).page(queryOf(permit), place, limit);
    });
    // The source took its time: what counts is the ledger as it is when the rows leave.
    const last = this.#decide(asked, 'read', { ...cursor, limit });
    await this.#settled(last.decision, { ...last.facts, rows: page.rows.length });
    return { rows: page.rows, next: page.next === undefined ? undefined : this.#parts.cursors.seal(asked.grant, page.next) };
  }

  /** @throws LedgerError for a refusal. */
  async stream(asked: Asked, signal: AbortSignal): Promise<OpenStream> {
    const { decision, facts } = this.#decide(asked, 'stream', {});
    const permit = decision.outcome;
    if (permit instanceof LedgerError) return this.#refuse(permit, facts);
    const source = await this.#tried(facts, async () =>
      Promise.resolve(this.#parts.sources.open(permit.source, permit.registrant)),
    );
    const began = await this.#parts.audit.append({ ...facts, outcome: 'allowed' });
    return {
      rows: source.stream(queryOf(permit), signal),
      confirm: () => this.#parts.decider.confirm(asked),
      end: (rows, code) => this.#parts.audit.append(endOf(began, rows, code)),
    };
  }

  /** A decision, and what its audit entry says whatever comes of it. */
  #decide(
    asked: Asked,
    event: AuditFacts['event'],
    more: Readonly<Record<string, JsonValue>>,
  ): { decision: Decision; facts: Omit<AuditFacts, 'outcome'> } {
    const decision = this.#parts.decider.decide(asked);
    const { state, purpose, height } = decision;
    const { grant, organisation, keyId, fields } = asked;
    const facts = {
      event,
      grant,
      ...(state === undefined ? undefined : { resource: state.resource }),
      organisation,
      key: keyId,
      ...(purpose === undefined ? undefined : { purpose }),
      ...(fields === undefined ? undefined : { fields }),
      query: digestOf(asked, more),
      height,
    };
    return { decision, facts };
  }

  /** Writes the outcome down; then, and only then, gives or refuses. */
  async #settled({ outcome }: Decision, facts: Omit<AuditFacts, 'outcome'>): Promise<Permit> {
    if (outcome instanceof LedgerError) return this.#refuse(outcome, facts);
    await this.#parts.audit.append({ ...facts, outcome: 'allowed' });
    return outcome;
  }

  async #refuse(error: LedgerError, { rows: _, ...facts }: Omit<AuditFacts, 'outcome'>): Promise<never> {
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
      await this.#parts.audit.append({ ...facts, outcome: 'failed', code });
      throw error;
    }
  }
}

function queryOf({ fields, where, types }: Permit): SourceQuery {
  return { fields, where, types };
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

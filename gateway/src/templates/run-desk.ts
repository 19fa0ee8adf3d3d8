import { randomBytes } from 'node:crypto';
import {
  canonicalJson,
  hasher,
  LedgerError,
  stateKeys,
  type Digest,
  type ExportState,
  type JsonValue,
  type ResourceState,
} from '@lianpiao/chaincode/domain';
import type { Condition } from '../access/condition';
import type { Asked, Permit } from '../access/decide';
import type { DataDesk, RowReader } from '../data-plane/data-desk';
import type { Actor, ActRecorder } from '../issuing/act-recorder';
import type { LedgerReader, PlacedEntry } from '../ledger/ledger';
import type { RunTable, StoredRun } from '../stores/run-table';
import { Tally, type RunAnswer } from './answer';
import { secretOf, type RunSecret } from './run-secret';
import { stateOf, termOf, type RunState, type RunTerm } from './run-state';
import { besides, cellOf, Overlap, type Selection, type SourceRow } from './selection';
import { checkArguments, fieldsOf, type Template } from './template';
import type { TemplateDesk } from './template-desk';

const DAY_MS = 24 * 3600_000;
/** A run reads all rows that the grant gives. */
const RUN_TIMEOUT_MS = 30_000;
/** Runs of one consumer that come in between make a run start anew, so often at most. */
const ATTEMPTS = 3;
/** Why a result that is kept back does not leave. */
const KEPT_BACK = { refused: 'EXPORT_REFUSED', expired: 'EXPORT_EXPIRED', waiting: 'EXPORT_NOT_PERMITTED' } as const;

/** What a provider says about the export of a result. */
export type Decision = 'permitted' | 'refused';

/** What a caller asks a template: whose grant, and its own conditions. */
export interface RunRequest {
  readonly template: string;
  readonly given: readonly Condition[];
}

/** A run as its parties see it; the answer is there when it may leave. */
export interface RunView extends RunTerm {
  readonly run: string;
  readonly template: string;
  readonly input: Digest;
  readonly result: Digest;
  readonly state: RunState;
  readonly released: boolean;
  /** The text that `result` is the digest of: the answer, with a salt. */
  readonly answer: string | null;
}

interface RunDeskParts {
  readonly ledger: LedgerReader;
  readonly acts: ActRecorder;
  readonly desk: DataDesk;
  readonly templates: TemplateDesk;
  readonly runs: RunTable;
  readonly clock: () => number;
}

/**
 * Runs approved query templates next to the data. A question leaves only when enough rows stand behind its answer, and behind
 * its difference to every answer that the same consumer had of the same resource; the same question gets the same answer all
 * day. docs/decisions/2026-11-22-query-templates.md.
 */
export class RunDesk {
  readonly #parts: RunDeskParts;

  constructor(parts: RunDeskParts) {
    this.#parts = parts;
  }

  /** @throws LedgerError for a refusal, which is in the audit log then. */
  async run(asked: Omit<Asked, 'fields' | 'where'>, { template: name, given }: RunRequest): Promise<RunView> {
    const template = this.#parts.templates.find(name);
    if (template.status === 'withdrawn') throw new LedgerError('TEMPLATE_WITHDRAWN');
    checkArguments(template, given);
    const label = `${name}@${String(template.version)}`;
    const input = hasher().sha256(canonicalJson({ template: label, arguments: sorted(given) }));
    const fields = fieldsOf(template, given);
    const whole: Asked = {
      ...asked,
      // To count rows takes no field; then all that are granted stand for it.
      ...(fields.length === 0 ? undefined : { fields }),
      where: [...template.where, ...given],
    };
    const kept = await this.#parts.desk.aggregate(whole, { template: label, query: input }, async (permit, rows) => {
      if (permit.resource !== template.resource) throw new LedgerError('TEMPLATE_UNKNOWN');
      return this.#answered(whole, permit, { template, label, input }, rows);
    });
    return this.#viewOf(kept, false);
  }

  async #answered(
    { grant, organisation: consumer, where }: Asked,
    { resource, types, fields, granted }: Permit,
    { template, label, input }: { template: Template; label: string; input: Digest },
    rows: RowReader,
  ): Promise<StoredRun> {
    const { runs, clock } = this.#parts;
    const selection: Selection = { where, granted, by: template.by };
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const since = Math.floor(clock() / DAY_MS) * DAY_MS;
      const same = runs.same(grant, input, since);
      if (same !== undefined) return same;
      if (runs.count(grant, label, since) >= template.dailyRuns) throw new LedgerError('QUERY_BUDGET_SPENT');
      const mark = runs.mark(consumer, resource);
      const earlier = template.kind === 'fact' ? [] : this.#selections(consumer, resource, granted);
      const { shared, selections } = besides([selection, ...earlier]);
      const read = { fields: [...new Set([...fields, ...selections.flatMap(fieldsRead)])], where: shared };
      const answer = await answerOf(template, selections, types, (signal) => rows(read, signal));
      const text = canonicalJson({ ...answer, salt: randomBytes(16).toString('hex') });
      const secret: RunSecret = {
        selection: template.kind === 'fact' ? null : selection,
        answer: text,
        release: template.release,
      };
      const run: StoredRun = {
        run: `run-${randomBytes(12).toString('hex')}`,
        grant,
        consumer,
        resource,
        template: label,
        input,
        result: hasher().sha256(text),
        time: clock(),
        secret: JSON.stringify(secret),
      };
      if (runs.keep(run, mark)) return run;
    }
    throw new LedgerError('QUEUE_FULL');
  }

  /** @param granted stands for the rows of questions that were kept before they said under which rows they were asked. */
  #selections(consumer: string, resource: string, granted: readonly Condition[]): Selection[] {
    return this.#parts.runs.earlier(consumer, resource).flatMap((run) => {
      const { selection } = secretOf(run);
      return selection === null ? [] : [{ ...selection, granted: selection.granted ?? granted }];
    });
  }

  /**
   * The provider permits the export of a result or refuses it, once and for good.
   * @throws LedgerError RUN_UNKNOWN, RESOURCE_NOT_YOURS, EXPORT_EXISTS, EXPORT_REFUSED, EXPORT_EXPIRED.
   */
  async decide(
    decision: Decision,
    caller: string,
    of: { readonly grant: string; readonly run: string },
    actor: Actor,
  ): Promise<PlacedEntry> {
    const stored = this.#find(of.grant, of.run);
    if (!this.#isController(caller, stored.resource)) throw new LedgerError('RUN_UNKNOWN');
    const state = this.#stateOf(stored);
    // What leaves at once has left; and nobody waits any more for what was not permitted in time.
    if (state === 'direct') throw new LedgerError('EXPORT_EXISTS', { path: '/run' });
    if (state === 'expired') throw new LedgerError('EXPORT_EXPIRED', { path: '/run' });
    return this.#parts.acts.record(caller, { type: `export.${decision}`, ...of, result: stored.result }, actor);
  }

  /**
   * A run, for its consumer and for the controller of the resource; the consumer gets the answer when it is released.
   * @throws LedgerError RUN_UNKNOWN, EXPORT_NOT_PERMITTED, EXPORT_REFUSED, EXPORT_EXPIRED.
   */
  find(caller: string, grant: string, run: string): RunView {
    const stored = this.#find(grant, run);
    const controls = this.#isController(caller, stored.resource);
    if (stored.consumer !== caller && !controls) throw new LedgerError('RUN_UNKNOWN');
    const view = this.#viewOf(stored, controls);
    if (view.answer === null) throw new LedgerError(KEPT_BACK[view.state as keyof typeof KEPT_BACK]);
    return view;
  }

  #find(grant: string, run: string): StoredRun {
    const stored = this.#parts.runs.find(grant, run);
    if (stored === undefined) throw new LedgerError('RUN_UNKNOWN');
    return stored;
  }

  #isController(caller: string, resource: string): boolean {
    return (this.#parts.ledger.state(stateKeys.resource(resource)) as ResourceState | undefined)?.controller === caller;
  }

  #stateOf(stored: StoredRun): RunState {
    const said = this.#parts.ledger.state(stateKeys.export(stored.run)) as ExportState | undefined;
    return stateOf(stored, secretOf(stored).release, said, this.#parts.clock());
  }

  #viewOf(stored: StoredRun, controls: boolean): RunView {
    const { run, template, input, result } = stored;
    const state = this.#stateOf(stored);
    const released = state === 'direct' || state === 'permitted';
    const answer = released || controls ? secretOf(stored).answer : null;
    return { run, template, input, result, state, ...termOf(stored), released, answer };
  }
}

async function answerOf(
  template: Template,
  [selection, ...earlier]: readonly [Selection, ...Selection[]],
  types: Permit['types'],
  read: (signal: AbortSignal) => AsyncIterable<readonly string[]>,
): Promise<RunAnswer> {
  const tally = new Tally(template);
  const overlaps = earlier.map((before) => ({ before, overlap: new Overlap() }));
  const signal = AbortSignal.timeout(RUN_TIMEOUT_MS);
  for await (const batch of read(signal)) {
    for (const text of batch) {
      const row = JSON.parse(text) as SourceRow;
      const cell = cellOf(selection, row, types);
      if (cell !== undefined) tally.add(row);
      for (const { before, overlap } of overlaps) overlap.add(cell, cellOf(before, row, types));
    }
  }
  if (signal.aborted) throw new LedgerError('DEADLINE_EXCEEDED');
  const answer = tally.answer();
  if (overlaps.some(({ overlap }) => overlap.differsByFewerThan(template.minimumGroup)))
    throw new LedgerError('QUERY_DIFFERENCING');
  return answer;
}

function fieldsRead({ where, granted, by }: Selection): string[] {
  return [...[...where, ...granted].map(({ field }) => field), ...(by === null ? [] : [by])];
}

/** The order of conditions makes no other question. */
function sorted(given: readonly Condition[]): JsonValue[] {
  return [...given]
    .map((condition) => condition as unknown as JsonValue)
    .sort((left, right) => (canonicalJson(left) < canonicalJson(right) ? -1 : 1));
}

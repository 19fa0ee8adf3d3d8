import type { SpanContext } from '@opentelemetry/api';
import { linksTo, MAX_LINKS, type TraceNote, type TraceNotes, type Tracing } from '@lianpiao/gateway/queue';

/** A stretch of the log and when the work on it began and ended, milliseconds since 1970. */
interface Stretch {
  readonly first: number;
  readonly end: number;
  readonly startedAt: number;
  readonly endedAt: number;
}

/** How long a span of sealing waits for the notes of its groups, which come by another way than the entries. */
const NOTES_MS = 1000;
const NOTES_AT_ONCE = 1000;
/** Notes and seals that are remembered: some minutes of a busy ledger. */
const REMEMBERED = 20_000;

/**
 * Goes on with the traces of the gateway: from the groups that brought entries to the checkpoint that sealed them, and from
 * checkpoints to the anchor that holds them. A span of many has links to what it came from, since it cannot have many parents.
 */
export class TraceChain {
  readonly #tracing: Tracing;
  readonly #notes: TraceNotes;
  #known: TraceNote[] = [];
  #waiting: Stretch[] = [];
  #seals: { readonly end: number; readonly span: SpanContext }[] = [];

  constructor(tracing: Tracing, notes: TraceNotes) {
    this.#tracing = tracing;
    this.#notes = notes;
  }

  /** Notes that entries were sealed; their span comes when their groups are known. */
  sealed(stretch: Stretch): void {
    this.#waiting.push(stretch);
  }

  /** Makes the spans whose time has come. */
  async look(now: number): Promise<void> {
    if (this.#waiting.length === 0) return;
    this.#known = this.#known.concat(await this.#notes.take(NOTES_AT_ONCE)).slice(-REMEMBERED);
    const due = this.#waiting.filter(({ endedAt }) => now - endedAt >= NOTES_MS);
    this.#waiting = this.#waiting.filter(({ endedAt }) => now - endedAt < NOTES_MS);
    for (const stretch of due) this.#emitSeal(stretch);
  }

  /** Makes the span of an anchor over everything that was sealed below its size and not anchored before. */
  anchored({ first, end, startedAt, endedAt }: Stretch): void {
    const seals = this.#seals.filter((seal) => seal.end > first && seal.end <= end).map(({ span }) => span);
    this.#seals = this.#seals.filter((seal) => seal.end > end);
    this.#emit('log anchor', seals, { first, end, startedAt, endedAt });
  }

  #emitSeal(stretch: Stretch): void {
    const groups = this.#known.filter(({ first, end }) => first < stretch.end && end > stretch.first).map(({ span }) => span);
    this.#known = this.#known.filter(({ end }) => end > stretch.end);
    const span = this.#emit('log seal', groups, stretch);
    if (span !== undefined) this.#seals = [...this.#seals, { end: stretch.end, span }].slice(-MAX_LINKS * NOTES_AT_ONCE);
  }

  /** Undefined when nothing that it comes from is kept: then it is of no trace. */
  #emit(name: string, from: readonly SpanContext[], { first, end, startedAt, endedAt }: Stretch): SpanContext | undefined {
    const links = linksTo(from);
    if (links.length === 0) return undefined;
    const attributes = { 'lianpiao.entries.first': first, 'lianpiao.entries.end': end };
    const span = this.#tracing.tracer.startSpan(name, { links, startTime: startedAt, attributes, root: true });
    span.end(endedAt);
    return span.spanContext();
  }
}

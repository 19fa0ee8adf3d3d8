import { SpanStatusCode, type Span } from '@opentelemetry/api';
import type { Verdict } from '../ledger/ledger';
import { childOf, linksTo, type Tracing } from './tracing';
import type { TraceNote } from './trace-notes';

/** Follows commands from the requests that brought them into the ledger transaction that they share. */
export class GroupTraces {
  readonly #tracing: Tracing;
  readonly #leaveNote: (note: TraceNote) => void;

  /** @param leaveNote tells whoever works on the entries later which span they come from. */
  constructor(tracing: Tracing, leaveNote: (note: TraceNote) => void) {
    this.#tracing = tracing;
    this.#leaveNote = leaveNote;
  }

  /** The span of whoever submits now. */
  current(): Span | undefined {
    return this.#tracing.active.getStore();
  }

  /** Runs a group's submission in a span that is linked with those of its callers, both ways. */
  async commit(
    callers: readonly (Span | undefined)[],
    commands: number,
    submit: () => Promise<readonly Verdict[]>,
  ): Promise<readonly Verdict[]> {
    const spans = callers.filter((span) => span?.isRecording() === true) as Span[];
    if (spans.length === 0) return submit();
    const { tracer } = this.#tracing;
    const links = linksTo(spans.map((span) => span.spanContext()));
    const parent = spans[0]?.spanContext();
    const group = tracer.startSpan('group commit', { links, attributes: { 'lianpiao.commands': commands } }, childOf(parent));
    for (const span of spans) span.addLink({ context: group.spanContext() });
    const ledger = tracer.startSpan('ledger submit', {}, childOf(group.spanContext()));
    try {
      const verdicts = await submit();
      this.#note(group, verdicts);
      return verdicts;
    } catch (error) {
      for (const span of [ledger, group]) span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      ledger.end();
      group.end();
    }
  }

  #note(group: Span, verdicts: readonly Verdict[]): void {
    const places = verdicts.flatMap((verdict) => (verdict.accepted ? [verdict.placed.sequence] : []));
    if (places.length === 0) return;
    const first = places.reduce((least, place) => Math.min(least, place));
    const end = places.reduce((most, place) => Math.max(most, place)) + 1;
    group.setAttributes({ 'lianpiao.entries.first': first, 'lianpiao.entries.end': end });
    this.#leaveNote({ first, end, span: group.spanContext() });
  }
}

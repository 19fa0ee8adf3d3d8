import { AsyncLocalStorage } from 'node:async_hooks';
import { createRequire } from 'node:module';
import { type Link, ROOT_CONTEXT, type Span, type SpanContext, trace, TraceFlags, type Tracer } from '@opentelemetry/api';
import type * as Exporter from '@opentelemetry/exporter-trace-otlp-http';
import type * as Resources from '@opentelemetry/resources';
import type * as Sdk from '@opentelemetry/sdk-trace-base';

/** Where traces go, and which share of them. */
export interface TraceSettings {
  /** An OTLP/HTTP collector's address for traces, such as http://127.0.0.1:4318/v1/traces. */
  readonly url: string;
  /** From 0 to 1: of the requests that bring no trace of their own. */
  readonly share: number;
}

/** Traces of this process; there is none of these objects where traces are off. */
export interface Tracing {
  readonly tracer: Tracer;
  /** The span of the request that is being worked on. */
  readonly active: AsyncLocalStorage<Span>;
  /** Sends what waits, and ends; at most for {@link EXPORT_DEADLINE_MS}. */
  close(): Promise<void>;
}

const EXPORT_DEADLINE_MS = 2000;
/** Spans that may wait for the collector; more are dropped: watching never costs what is watched. */
const QUEUE_LIMIT = 8192;
/** Links of a span: the batch of a group or of a checkpoint may be larger than what a viewer can show. */
export const MAX_LINKS = 128;

/** @throws Error naming the setting that is wrong. */
export function readTraceSettings(environment: NodeJS.ProcessEnv): TraceSettings | undefined {
  const url = environment['LIANPIAO_TRACE_URL'] ?? '';
  if (url === '') return undefined;
  if (!/^https?:/.test(url) || !URL.canParse(url)) throw new Error('LIANPIAO_TRACE_URL is an http or https address');
  const share = Number(environment['LIANPIAO_TRACE_SHARE'] ?? '1');
  if (!(share >= 0 && share <= 1)) throw new Error('LIANPIAO_TRACE_SHARE is a number from 0 to 1');
  return { url, share };
}

/** Starts traces, or nothing at all without settings: the SDK is not even loaded then. */
export function startTracing(service: string, settings: TraceSettings | undefined): Tracing | undefined {
  if (settings === undefined) return undefined;
  const load = createRequire(__filename);
  const { BasicTracerProvider, BatchSpanProcessor, ParentBasedSampler, TraceIdRatioBasedSampler } = load(
    '@opentelemetry/sdk-trace-base',
  ) as typeof Sdk;
  const { OTLPTraceExporter } = load('@opentelemetry/exporter-trace-otlp-http') as typeof Exporter;
  const { resourceFromAttributes } = load('@opentelemetry/resources') as typeof Resources;
  const exporter = new OTLPTraceExporter({ url: settings.url, timeoutMillis: EXPORT_DEADLINE_MS });
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': service, 'process.pid': process.pid }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(settings.share) }),
    spanLimits: { linkCountLimit: MAX_LINKS },
    spanProcessors: [
      new BatchSpanProcessor(exporter, {
        maxQueueSize: QUEUE_LIMIT,
        scheduledDelayMillis: 1000,
        exportTimeoutMillis: EXPORT_DEADLINE_MS,
      }),
    ],
  });
  return {
    tracer: provider.getTracer('lianpiao'),
    active: new AsyncLocalStorage(),
    close: () => provider.shutdown().catch(() => undefined),
  };
}

/** The context that makes a span the child of another, of which perhaps only the name is known. */
export function childOf(parent: SpanContext | undefined): typeof ROOT_CONTEXT {
  return parent === undefined ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, parent);
}

/** Links to spans, each once, those that nobody keeps left out. */
export function linksTo(spans: readonly SpanContext[]): Link[] {
  const sampled = spans.filter(({ traceFlags }) => (traceFlags & TraceFlags.SAMPLED) !== 0);
  return [...new Map(sampled.map((context) => [context.spanId, { context }])).values()].slice(-MAX_LINKS);
}

const TRACE_PARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;
const ALL_ZEROS = /^0+$/;

/** Reads a `traceparent` (W3C Trace Context, §3.2); undefined for what is none. */
export function parseTraceParent(text: unknown): SpanContext | undefined {
  const [, traceId = '', spanId = '', flags = ''] = (typeof text === 'string' ? TRACE_PARENT.exec(text) : null) ?? [];
  if (ALL_ZEROS.test(traceId) || ALL_ZEROS.test(spanId) || flags === '') return undefined;
  return { traceId, spanId, traceFlags: parseInt(flags, 16) & TraceFlags.SAMPLED, isRemote: true };
}

/** Writes one. */
export function formatTraceParent({ traceId, spanId, traceFlags }: SpanContext): string {
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
}

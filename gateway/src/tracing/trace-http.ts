import type { RequestListener } from 'node:http';
import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { pathOf } from '../middleware/request-log';
import { childOf, parseTraceParent, type Tracing } from './tracing';

/** The first word of a path. What comes behind it names somebody or something, and would make every span's name another. */
function routeOf(path: string): string {
  const [word = '', ...names] = path
    .replace(/^\/v1(?=\/)/, '')
    .slice(1)
    .split('/');
  return `/${word}${names.length > 0 ? '/{}' : ''}`;
}

/** Puts a span around every request; a caller's own trace goes on in it. Neither query nor body is in it. */
export function traceHttp({ tracer, active }: Tracing, serve: RequestListener): RequestListener {
  return (request, response) => {
    const path = routeOf(pathOf(request));
    const parent = parseTraceParent(request.headers['traceparent']);
    const method = request.method ?? '';
    const span = tracer.startSpan(
      `${method} ${path}`,
      { kind: SpanKind.SERVER, attributes: { 'http.request.method': method, 'http.route': path } },
      childOf(parent),
    );
    response.once('close', () => {
      span.setAttribute('http.response.status_code', response.statusCode);
      if (response.statusCode >= 500 || !response.writableFinished) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    });
    active.run(span, () => {
      serve(request, response);
    });
  };
}

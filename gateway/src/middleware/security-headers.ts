import { IncomingMessage, ServerResponse, type OutgoingHttpHeader } from 'node:http';
import { Socket } from 'node:net';
import helmet from 'helmet';

/** What helmet sets on every answer, worked out once: it is the same each time. */
export function securityHeaders(): readonly (readonly [string, OutgoingHttpHeader])[] {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  helmet()(request, response, () => undefined);
  return Object.entries(response.getHeaders()).map(([name, value]) => [name, value ?? ''] as const);
}

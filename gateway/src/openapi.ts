/** Placeholder until the routes are described. */
export function openApiDocument(): Record<string, unknown> {
  return { openapi: '3.1.0', info: { title: 'Lianpiao', version: '1' }, paths: {} };
}

import http from 'node:http';
import net from 'node:net';

export interface RawAnswer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
  readonly problem: Readonly<Record<string, string>>;
}

/** A request as given: the path is not mended, the body may be bytes or pieces. */
export function rawRequest(
  url: string,
  {
    method = 'GET',
    path,
    headers = {},
    body,
  }: { method?: string; path: string; headers?: Record<string, string>; body?: string | Buffer | readonly (string | Buffer)[] },
): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const length = typeof body === 'string' || Buffer.isBuffer(body) ? { 'content-length': String(Buffer.byteLength(body)) } : {};
    const request = http.request(
      { hostname, port, method, path, headers: { ...length, ...headers }, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          // Errors of the Dataspace Protocol are JSON-LD of their own form, with our code in it.
          const isProblem =
            response.headers['content-type']?.startsWith('application/problem+json') === true ||
            (text.startsWith('{') && /"@type":"(?:Catalog|ContractNegotiation|Transfer)Error"/.test(text));
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text,
            problem: isProblem ? (JSON.parse(text) as Record<string, string>) : {},
          });
        });
      },
    );
    request.on('error', reject);
    for (const part of Array.isArray(body) ? body : []) request.write(part);
    request.end(Array.isArray(body) ? undefined : body);
  });
}

/** Sends the head of a request and a part of its body, waits for `after` milliseconds, and hangs up. */
export function brokenUpload(url: string, head: string, part: string, after: number): Promise<void> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = net.connect(Number(port), hostname, () => {
      socket.write(`${head}\r\n\r\n${part}`);
      setTimeout(() => {
        socket.destroy();
        resolve();
      }, after);
    });
    socket.on('error', reject);
    socket.resume();
  });
}

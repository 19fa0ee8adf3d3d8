import { createServer } from 'node:http';

const CONTEXT = ['https://w3id.org/dspace/2025/1/context.jsonld'];
type Message = Readonly<Record<string, unknown>>;

/** A connector of the Dataspace Protocol that keeps what it is sent: enough to be the other side in a test. */
export interface ListeningConnector {
  readonly url: string;
  /** The last message of a type that came. @throws Error when there is none. */
  heard(type: string): Message;
  /** All that came, in its order. */
  readonly messages: readonly Message[];
  stop(): Promise<void>;
}

/** A message of the protocol. */
export function dspMessage(type: string, members: Message): Message {
  return { '@context': CONTEXT, '@type': type, ...members };
}

export async function startListeningConnector(): Promise<ListeningConnector> {
  const messages: Message[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      messages.push(JSON.parse(Buffer.concat(chunks).toString()) as Message);
      response.writeHead(200).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${String(port)}`,
    messages,
    heard(type) {
      const found = messages.findLast((message) => message['@type'] === type);
      if (found === undefined) throw new Error(`no ${type} came`);
      return found;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

import { createServer, request as send } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { services } from './system';

/**
 * A door in front of a gateway whose organisations negotiate with each other over the Dataspace Protocol: its address is known
 * before the gateway starts, and it puts in the API keys that are known only afterwards.
 */
export interface OwnPeer {
  /** What the gateway is started with. */
  readonly env: Readonly<Record<string, string>>;
  /** Where its connector is. */
  readonly connector: string;
  /** @param keys of `the-provider` and `the-consumer`. */
  open(url: string, keys: { readonly provider: string; readonly consumer: string }): void;
  stop(): Promise<void>;
}

export async function startOwnPeer(): Promise<OwnPeer> {
  const folder = mkdtempSync(join(tmpdir(), 'lianpiao-peer-'));
  const port = await services.freePort();
  const publicUrl = `http://127.0.0.1:${String(port)}`;
  let to = '';
  let bearers: Readonly<Record<string, string>> = {};
  const server = createServer((incoming, outgoing) => {
    const authorization = bearers[incoming.headers.authorization ?? ''] ?? '';
    const { method, url: path = '/' } = incoming;
    const headers = { 'content-type': 'application/json', authorization };
    const onward = send(to + path, { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, { 'content-type': answer.headers['content-type'] ?? 'application/json' });
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.writeHead(502).end());
    incoming.pipe(onward);
  });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  const addresses = [publicUrl];
  // Whoever speaks to the provider is the consumer, and the other way round.
  const peers = {
    'the-provider': { addresses, authorization: 'as-consumer' },
    'the-consumer': { addresses, authorization: 'as-provider' },
  };
  const file = join(folder, 'peers.json');
  writeFileSync(file, JSON.stringify({ peers }), { mode: 0o600 });
  return {
    env: { LIANPIAO_PEERS: file, LIANPIAO_PUBLIC_URL: publicUrl },
    connector: `${publicUrl}/dsp/2025-1`,
    open(url, { provider, consumer }) {
      to = url;
      bearers = { 'as-consumer': `Bearer ${consumer}`, 'as-provider': `Bearer ${provider}` };
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

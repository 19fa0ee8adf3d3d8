import http from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RpcCall {
  readonly method: string;
  readonly params: readonly unknown[];
}

/** What a node answers: JSON-RPC's `result` or `error`; `silence` keeps the caller waiting until its deadline. */
export type RpcAnswer = { result: unknown } | { error: { code: number; message: string; data?: string } };
/** A fault: what to answer instead; `forward` asks the node behind. Undefined: no fault for this call. */
export type RpcFault = (call: RpcCall, forward: () => Promise<RpcAnswer>) => Promise<RpcAnswer | 'silence'> | undefined;

/** An RPC in front of a node that fails and lies as a test wants it to. */
export interface RpcProxy {
  readonly url: string;
  /** Every call so far, in order. */
  readonly calls: RpcCall[];
  /** The node behind; another one is another machine under the same name. */
  upstream: string;
  fault: RpcFault | undefined;
  stop(): Promise<void>;
}

export async function startRpcProxy(upstream: string): Promise<RpcProxy> {
  const server = http.createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      answer(JSON.parse(Buffer.concat(chunks).toString()) as RpcCall & { id: unknown }, outgoing).catch(() => {
        outgoing.destroy();
      });
    });
  });

  async function answer({ id, method, params }: RpcCall & { id: unknown }, outgoing: http.ServerResponse): Promise<void> {
    const call = { method, params };
    proxy.calls.push(call);
    const forward = async (): Promise<RpcAnswer> => {
      const body = JSON.stringify({ jsonrpc: '2.0', id, method, params });
      const response = await fetch(proxy.upstream, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      const { result, error } = (await response.json()) as { result?: unknown; error?: never };
      return error === undefined ? { result } : { error };
    };
    const answered = await (proxy.fault?.(call, forward) ?? forward());
    if (answered !== 'silence') outgoing.end(JSON.stringify({ jsonrpc: '2.0', id, ...answered }));
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const proxy: RpcProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls: [],
    upstream,
    fault: undefined,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return proxy;
}

/** Changes the result of one method; the others are as the node answers them. */
export function lieAbout(method: string, lie: (truth: never) => unknown): RpcFault {
  return (call, forward) =>
    call.method === method
      ? forward().then((answer) => ('result' in answer ? { result: lie(answer.result as never) } : answer))
      : undefined;
}

/** Lets a call through to the node and keeps the answer to itself. */
export function silentAfter(method: string, times = 1): RpcFault {
  let left = times;
  return (call, forward) => {
    if (call.method !== method || left === 0) return undefined;
    left -= 1;
    return forward().then(() => 'silence' as const);
  };
}

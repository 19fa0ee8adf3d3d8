import { workerData, type MessagePort } from 'node:worker_threads';
import { TokenSession } from './token-session';
import type { TokenAccess, TokenCall, TokenReply } from './token-calls';

/** The thread that calls the token's library: one call after the other, each answered, whatever comes of it. */
const { access, port, signal } = workerData as { access: TokenAccess; port: MessagePort; signal: Int32Array };
let session: TokenSession | undefined;

port.on('message', (call: TokenCall) => {
  port.postMessage(answer(call));
  Atomics.store(signal, 0, 1);
  Atomics.notify(signal, 0);
});

function answer(call: TokenCall): TokenReply {
  try {
    session ??= new TokenSession(access);
    return { bytes: session.answer(call) };
  } catch (error) {
    // A session may have ended with its token: the next call opens another.
    session?.end();
    session = undefined;
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

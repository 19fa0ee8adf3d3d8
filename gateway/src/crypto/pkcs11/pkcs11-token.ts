import { join } from 'node:path';
import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads';
import { KeyTokenError, type KeyToken, type TokenAlgorithm, type TokenKey } from '../key-token';
import type { TokenAccess, TokenCall, TokenReply } from './token-calls';

/** Signing takes a token of the network some milliseconds; making a key may take seconds. */
const DEADLINE_MS = 5000;
const GENERATE_DEADLINE_MS = 30_000;
const THREAD = join(__dirname, 'token-thread.js');

/**
 * A token behind PKCS #11. Its library is called on a thread of its own, and the caller waits for the answer up to a deadline:
 * a library that hangs would otherwise stop the process for as long as it likes. After a missed deadline the thread is given
 * up, and the next call starts another.
 */
export class Pkcs11Token implements KeyToken {
  readonly #access: TokenAccess;
  readonly #keys = new Map<string, TokenKey>();
  #thread: { worker: Worker; port: MessagePort; signal: Int32Array } | undefined;

  /** @throws KeyTokenError when the library, the token or the PIN is wrong. */
  constructor(access: TokenAccess) {
    this.#access = access;
    this.#call({ do: 'open' });
  }

  find(name: string, algorithm: TokenAlgorithm): TokenKey | undefined {
    const known = this.#keys.get(`${algorithm} ${name}`);
    if (known !== undefined) return known;
    const publicKey = this.#call({ do: 'find', name, algorithm });
    return publicKey === undefined ? undefined : this.#remember(name, algorithm, publicKey);
  }

  generate(name: string, algorithm: TokenAlgorithm): TokenKey {
    return this.#remember(name, algorithm, this.#bytes({ do: 'generate', name, algorithm }, GENERATE_DEADLINE_MS));
  }

  wrap(data: Uint8Array, place: string): Buffer {
    return this.#bytes({ do: 'wrap', data, place });
  }

  unwrap(data: Uint8Array, place: string): Buffer {
    return this.#bytes({ do: 'unwrap', data, place });
  }

  close(): void {
    const thread = this.#thread;
    this.#thread = undefined;
    thread?.port.close();
    void thread?.worker.terminate();
  }

  /** Nothing ends a thread that is inside a foreign library; to wait for its end would keep the process. */
  #giveUp(): void {
    this.#thread?.port.close();
    this.#thread = undefined;
    endForReal();
  }

  #remember(name: string, algorithm: TokenAlgorithm, publicKey: Buffer): TokenKey {
    const sign = (message: Uint8Array): Buffer => this.#bytes({ do: 'sign', name, algorithm, message });
    const key: TokenKey = { name, algorithm, publicKey, sign };
    this.#keys.set(`${algorithm} ${name}`, key);
    return key;
  }

  #bytes(call: TokenCall, deadlineMs = DEADLINE_MS): Buffer {
    const bytes = this.#call(call, deadlineMs);
    if (bytes === undefined) throw new KeyTokenError(`has no answer to ${call.do}`);
    return bytes;
  }

  #call(call: TokenCall, deadlineMs = DEADLINE_MS): Buffer | undefined {
    this.#thread ??= startThread(this.#access);
    const { port, signal } = this.#thread;
    Atomics.store(signal, 0, 0);
    port.postMessage(call);
    if (Atomics.wait(signal, 0, 0, deadlineMs) === 'timed-out') {
      this.#giveUp();
      throw new KeyTokenError(`did not answer ${call.do} within ${String(deadlineMs)} ms`);
    }
    const reply = receiveMessageOnPort(port)?.message as TokenReply | undefined;
    if (reply === undefined) throw new KeyTokenError('gave no answer');
    if (reply.error !== undefined) throw new KeyTokenError(`refuses ${call.do}: ${reply.error}`);
    return reply.bytes === undefined ? undefined : Buffer.from(reply.bytes);
  }
}

let endsForReal = false;

/** A thread that is inside a foreign library ends with its process only, and the process would wait for it when it exits. */
function endForReal(): void {
  if (endsForReal) return;
  endsForReal = true;
  process.once('exit', () => process.kill(process.pid, 'SIGKILL'));
}

function startThread(access: TokenAccess): { worker: Worker; port: MessagePort; signal: Int32Array } {
  const { port1, port2 } = new MessageChannel();
  const signal = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const worker = new Worker(THREAD, { workerData: { access, port: port2, signal }, transferList: [port2] });
  // Neither keeps a process alive that has nothing else to do.
  worker.unref();
  port1.unref();
  return { worker, port: port1, signal };
}

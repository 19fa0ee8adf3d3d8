import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseVerifierKey, SIGNATURE_TYPE, type TrustedLog } from '@lianpiao/chaincode/domain';
import { loadNoteKey, type LogKey } from '../../gateway/src/crypto/log-keys';
import { Witness } from '../../gateway/src/witness/witness';
import { witnessServer } from '../../gateway/src/witness/witness-server';
import { WitnessStore } from '../../gateway/src/witness/witness-store';

/** A witness with a folder of its own, which can be stopped and started again at the same port. */
export class TestWitness {
  readonly folder = mkdtempSync(join(tmpdir(), 'lianpiao-witness-'));
  readonly key: LogKey;
  #store: WitnessStore | undefined;
  #server: Server | undefined;
  #port = 0;
  witness!: Witness;
  /** Instead of the keys above, with their windows. */
  trusted: readonly TrustedLog[] | undefined;

  /** @param logs verifier keys of the logs it follows from its next start on. */
  constructor(
    name: string,
    public logs: readonly string[],
  ) {
    this.key = loadNoteKey(join(this.folder, 'keys', 'witness.pem'), name, SIGNATURE_TYPE.cosignature);
  }

  /** Opens what it remembers, without a server. */
  open(now: () => number = Date.now): Witness {
    this.#store = new WitnessStore(this.folder);
    const logs = this.logs.map((vkey) => ({ origin: vkey.split('+')[0]!, key: parseVerifierKey(vkey) }));
    this.witness = new Witness({ key: this.key, logs: () => this.trusted ?? logs, store: this.#store, clock: now });
    return this.witness;
  }

  async start(): Promise<string> {
    this.#server = witnessServer(this.open(), (error) => {
      throw error;
    });
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
    return this.url;
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.#port)}`;
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    if (this.#server !== undefined) await new Promise((resolve) => this.#server?.close(resolve));
    this.#store?.close();
    this.#server = undefined;
    this.#store = undefined;
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

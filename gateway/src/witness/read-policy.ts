import { readFileSync, statSync } from 'node:fs';
import { LedgerError, parseWitnessPolicy, type WitnessPolicy } from '@lianpiao/chaincode/domain';

/**
 * The policy in a file; undefined when no file is set or it asks for nobody's cosignature.
 * @param setting what names the file.
 * @throws Error that names file and line: a process with a wrong policy does not start.
 */
export function readWitnessPolicy(file: string | undefined, setting = 'LIANPIAO_WITNESS_POLICY'): WitnessPolicy | undefined {
  if (file === undefined) return undefined;
  try {
    const policy = parseWitnessPolicy(readFileSync(file, 'utf8'));
    return policy.quorum === undefined ? undefined : policy;
  } catch (error) {
    const { path = '', wanted = '' } = error instanceof LedgerError ? error.detail : {};
    throw new Error(`${setting} ${file}: ${path} ${wanted}`.trim(), { cause: error });
  }
}

/** A policy that is read again when its file is replaced or changed, so that witnesses come and go while a process runs. */
export class PolicyFile {
  readonly #file: string;
  readonly #onFault: (error: unknown) => void;
  #stamp: string;
  #policy: WitnessPolicy;

  /**
   * @param policy as it was read at the start.
   * @param onFault told when a changed file cannot be used: the policy before stays in force.
   */
  constructor(file: string, policy: WitnessPolicy, onFault: (error: unknown) => void) {
    this.#file = file;
    this.#policy = policy;
    this.#onFault = onFault;
    this.#stamp = this.#stampNow();
  }

  /** The same object for as long as the file says the same. */
  current(): WitnessPolicy {
    const stamp = this.#stampNow();
    if (stamp !== this.#stamp) {
      this.#stamp = stamp;
      try {
        const policy = readWitnessPolicy(this.#file);
        if (policy === undefined) throw new Error(`LIANPIAO_WITNESS_POLICY ${this.#file}: restart to go without witnesses`);
        this.#policy = policy;
      } catch (error) {
        this.#onFault(error);
      }
    }
    return this.#policy;
  }

  #stampNow(): string {
    const found = statSync(this.#file, { throwIfNoEntry: false });
    return found === undefined ? 'none' : `${String(found.ino)} ${String(found.mtimeMs)} ${String(found.size)}`;
  }
}

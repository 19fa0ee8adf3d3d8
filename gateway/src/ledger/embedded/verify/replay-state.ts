import { REFERENCE_KEY_PREFIX, type Digest, type JsonValue, type LedgerState } from '@lianpiao/chaincode/domain';
import { fingerprintOf, ReferenceTable } from '../reference-table';

const REFERENCE_BYTES = 8;

/**
 * The ledger's state made anew from the entries alone. What grows with every invoice is kept as 64 bits a reference
 * (some 200 MB for 10⁷); two that share them are compared in full through `referenceAt`.
 */
export class ReplayState implements LedgerState {
  caller = '';
  now = 0;
  txId = '';
  /** Sequence of the entry that is applied. */
  sequence = 0;
  readonly values = new Map<string, JsonValue>();
  readonly #references = new ReferenceTable();
  readonly #referenceAt: (sequence: number) => string | undefined;

  constructor(referenceAt: (sequence: number) => string | undefined) {
    this.#referenceAt = referenceAt;
  }

  get<Value extends JsonValue>(key: string): Value | undefined {
    if (!key.startsWith(REFERENCE_KEY_PREFIX)) return this.values.get(key) as Value | undefined;
    const reference = key.slice(REFERENCE_KEY_PREFIX.length);
    const { high, low } = fingerprintOf(reference as Digest);
    const found = this.#references.find(high, low).some((sequence) => this.#referenceAt(sequence) === reference);
    return (found ? reference : undefined) as Value | undefined;
  }

  put(key: string, value: JsonValue): void {
    if (!key.startsWith(REFERENCE_KEY_PREFIX)) {
      this.values.set(key, value);
      return;
    }
    const { high, low } = fingerprintOf(key.slice(REFERENCE_KEY_PREFIX.length) as Digest);
    this.#references.add(high, low, this.sequence);
  }

  /** Takes up the references of a block that was replayed before: the first 64 bits of each, zeros where there is none. */
  addReferences(first: number, bits: Buffer): void {
    for (let offset = 0; offset < bits.length; offset += REFERENCE_BYTES) {
      const [high, low] = [bits.readUInt32BE(offset), bits.readUInt32BE(offset + REFERENCE_BYTES / 2)];
      if (high !== 0 || low !== 0) this.#references.add(high, low, first + offset / REFERENCE_BYTES);
    }
  }
}

import { REFERENCE_KEY_PREFIX, type Digest, type JsonValue, type LedgerState } from '@lianpiao/chaincode/domain';
import { fingerprintOf, ReferenceTable } from '../reference-table';

/**
 * The ledger's state made anew from the entries alone. What grows with every invoice is kept as 40 bits a reference
 * (some 130 MB for 10⁷); two that share them are compared in full through `referenceAt`.
 */
export class ReplayState implements LedgerState {
  caller = '';
  now = 0;
  txId = '';
  /** Sequence of the entry that is applied. */
  sequence = 0;
  /** True for the mirror of a Fabric channel: who vouches for an entry stands in the channel's blocks, and so does its time. */
  mirrored = false;
  readonly values = new Map<string, JsonValue>();
  readonly #references = new ReferenceTable();
  readonly #referenceAt: (sequence: number) => string | undefined;

  constructor(referenceAt: (sequence: number) => string | undefined) {
    this.#referenceAt = referenceAt;
  }

  get<Value extends JsonValue>(key: string): Value | undefined {
    if (!key.startsWith(REFERENCE_KEY_PREFIX)) return this.values.get(key) as Value | undefined;
    const reference = key.slice(REFERENCE_KEY_PREFIX.length);
    const candidates = this.#references.find(fingerprintOf(reference as Digest));
    const found = candidates.some((sequence) => this.#referenceAt(sequence) === reference);
    return (found ? reference : undefined) as Value | undefined;
  }

  put(key: string, value: JsonValue): void {
    if (!key.startsWith(REFERENCE_KEY_PREFIX)) {
      this.values.set(key, value);
      return;
    }
    this.#references.add(fingerprintOf(key.slice(REFERENCE_KEY_PREFIX.length) as Digest), this.sequence);
  }

  /** Takes up the references of a block that was replayed before: as {@link ReferenceTable.addBlock}. */
  addReferences(first: number, bits: Buffer): void {
    this.#references.addBlock(first, bits);
  }
}

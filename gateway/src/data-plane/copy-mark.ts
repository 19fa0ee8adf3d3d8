import { createHmac, hash } from 'node:crypto';
import { deriveKey } from '../crypto/derived-key';

/** How well the order of rows fits the mark of a grant. */
export interface MarkFit {
  /** Neighbours that were looked at, and of these in the order that the mark gives them. */
  readonly pairs: number;
  readonly fitting: number;
  /** How many standard deviations that is above chance; the copy of another grant stays below 4. */
  readonly deviations: number;
}

/**
 * Marks each consumer's copy by the order of its rows: of two neighbours, a keyed bit over both decides which goes first.
 * No value is changed and no false row is added; a copy that was sorted anew has lost the mark.
 * docs/decisions/2026-11-22-copy-marks.md.
 */
export class CopyMarks {
  readonly #key: Buffer;

  constructor(folder: string) {
    this.#key = deriveKey(folder, 'copy-mark');
  }

  /** A key of one grant alone; masks are made with another one of the same grant. */
  keyOf(grant: string, use: 'mask' | 'order'): Buffer {
    return createHmac('sha256', this.#key).update(`${use}\n${grant}`).digest();
  }

  /** The same rows, neighbours of which may have changed places. */
  mark(grant: string, rows: readonly string[]): string[] {
    const key = this.keyOf(grant, 'order').toString('hex');
    const marked = [...rows];
    for (let place = 0; place + 1 < marked.length; place += 2) {
      const [left, right] = [marked[place] as string, marked[place + 1] as string];
      if (isInOrder(key, left, right)) continue;
      marked[place] = right;
      marked[place + 1] = left;
    }
    return marked;
  }

  /**
   * How well rows that were found somewhere fit a grant. Every two neighbours are looked at, since nobody knows where the
   * pairs began: about three in four fit under the right grant, one in two under any other.
   */
  fit(grant: string, rows: readonly string[]): MarkFit {
    const key = this.keyOf(grant, 'order').toString('hex');
    let [pairs, fitting] = [0, 0];
    for (let place = 0; place + 1 < rows.length; place += 1) {
      const [left, right] = [rows[place] as string, rows[place + 1] as string];
      if (left === right) continue;
      pairs += 1;
      if (isInOrder(key, left, right)) fitting += 1;
    }
    return { pairs, fitting, deviations: pairs === 0 ? 0 : (2 * fitting - pairs) / Math.sqrt(pairs) };
  }
}

/**
 * Equal rows have no order; of different ones exactly one order is right. One call of SHA-256 over key and rows, since this is
 * done for every two rows of a stream: of the digest one bit is used, so that nothing can be appended to it.
 */
function isInOrder(key: string, left: string, right: string): boolean {
  if (left === right) return true;
  const ascending = left < right;
  const digest = hash('sha256', ascending ? `${key}${left}\n${right}` : `${key}${right}\n${left}`);
  return ascending === (digest.charCodeAt(0) & 1) > 0;
}

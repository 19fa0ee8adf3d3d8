import type { NewFinding } from '@lianpiao/gateway/stores';
import type { Heights } from './heights';
import { remembered } from './name-finding';

/** How long index or log may stand still behind the ledger. */
const STALL_MS = 30_000;

/** Finds an index or a log that does not go on although there is something to take in. */
export class StallWatch {
  readonly #moved = { index: { height: -1, at: 0 }, log: { height: -1, at: 0 } };

  check(heights: Heights, compared: number, now: number): NewFinding[] {
    return (['index', 'log'] as const).flatMap((part) => {
      const height = heights[part];
      const moved = this.#moved[part];
      if (height !== moved.height || height >= heights.ledger) this.#moved[part] = { height, at: now };
      if (now - this.#moved[part].at < STALL_MS) return [];
      const detail = `${String(heights.ledger - height)} entries wait; ${String(compared)} are compared`;
      return [remembered(`${part}-stalled`, { sequence: height }, detail)];
    });
  }
}

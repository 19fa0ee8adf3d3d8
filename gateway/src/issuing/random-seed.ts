import { randomFillSync } from 'node:crypto';

const SEED_BYTES = 32;
const pool = Buffer.alloc(SEED_BYTES * 256);
let used = pool.length;

/** 32 random bytes as hexadecimal text. Drawn from the system in blocks: one call each would cost more than the hashing. */
export function randomSeed(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const seed = pool.toString('hex', used, used + SEED_BYTES);
  // A seed is a secret: it does not stay behind in the pool.
  pool.fill(0, used, used + SEED_BYTES);
  used += SEED_BYTES;
  return seed;
}

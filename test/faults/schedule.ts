/** Numbers from 0 to below 1, the same ones for the same seed. */
export type Random = () => number;

/** A small generator (a counter stepped by an odd constant, mixed); good enough to spread load, not for secrets. */
export function seededRandom(seed: number): Random {
  let counter = seed >>> 0;
  return () => {
    counter = (counter + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(counter ^ (counter >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

/** `serving` is one of the gateway's serving processes, which the gateway itself starts again. */
export const TARGETS = ['gateway', 'serving', 'workers', 'redis'] as const;
export type Target = (typeof TARGETS)[number];

/** One kill -9: of what, and how long after the kill before. */
export interface Kill {
  readonly afterMs: number;
  readonly target: Target;
  /**
   * Waits until the gateway answers again, and this much longer: on a slow machine most kills would otherwise come while
   * it still starts, when nothing can be lost. Absent for one kill in five, which comes whatever is going on.
   */
  readonly servingMs?: number;
}

const LEAST_PAUSE_MS = 300;
const MOST_PAUSE_MS = 1500;
const MOST_SERVING_MS = 200;
const WHATEVER_GOES_ON = 0.2;

/** The kills of a seed: every target among the first four, then the gateway or a part of it more than half of the time. */
export function killSchedule(seed: number, kills: number): Kill[] {
  const random = seededRandom(seed);
  return Array.from({ length: kills }, (_, index) => {
    const afterMs = Math.round(LEAST_PAUSE_MS + random() * (MOST_PAUSE_MS - LEAST_PAUSE_MS));
    const draw = random();
    const drawn: Target = draw < 0.35 ? 'gateway' : draw < 0.55 ? 'serving' : draw < 0.8 ? 'workers' : 'redis';
    const [when, servingMs] = [random(), Math.round(random() * MOST_SERVING_MS)];
    return { afterMs, target: TARGETS[index] ?? drawn, ...(when < WHATEVER_GOES_ON ? {} : { servingMs }) };
  });
}

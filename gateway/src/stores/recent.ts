/**
 * Remembers what was used lately: two generations of entries, of which the older is dropped when the younger is full or
 * old. So it is bounded in size and, for whoever may not keep something for long, in time.
 */
export class Recent<Value> {
  readonly #most: number;
  readonly #maxAgeMs: number;
  #young = new Map<string, Value>();
  #old = new Map<string, Value>();
  #since = performance.now();

  /** @param most entries of a generation. @param maxAgeMs after twice this time an entry nobody used is gone. */
  constructor(most: number, maxAgeMs: number) {
    this.#most = most;
    this.#maxAgeMs = maxAgeMs;
  }

  get(key: string): Value | undefined {
    this.#turn();
    return this.#young.get(key) ?? this.#old.get(key);
  }

  set(key: string, value: Value): void {
    this.#turn();
    this.#young.set(key, value);
  }

  #turn(): void {
    if (this.#young.size < this.#most && performance.now() - this.#since < this.#maxAgeMs) return;
    this.#old = this.#young;
    this.#young = new Map();
    this.#since = performance.now();
  }
}

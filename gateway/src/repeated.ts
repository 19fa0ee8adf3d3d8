import type { Logger } from 'pino';

/** Something that a serving process does again and again, a pause after each time; it says that it fails once, until it succeeds. */
export abstract class Repeated {
  readonly #logger: Logger;
  readonly #pauseMs: number;
  readonly #failure: string;
  #timer: NodeJS.Timeout | undefined;
  #failing = false;

  /** @param failure what the log says when it fails. */
  protected constructor(logger: Logger, pauseMs: number, failure: string) {
    this.#logger = logger;
    this.#pauseMs = pauseMs;
    this.#failure = failure;
  }

  /** What is done each time. */
  protected abstract turn(): Promise<unknown>;

  start(): void {
    this.#timer = setTimeout(() => void this.#tick(), this.#pauseMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  async #tick(): Promise<void> {
    try {
      await this.turn();
      this.#failing = false;
    } catch (error) {
      if (!this.#failing) this.#logger.error({ err: error }, this.#failure);
      this.#failing = true;
    }
    if (this.#timer !== undefined) this.start();
  }
}

import { Presets, SingleBar } from 'cli-progress';
import type { Terminal } from './terminal';

const LINE_EVERY_MS = 5000;
/** Redrawing more often than this costs more than it tells. */
const DRAW_EVERY_MS = 100;

/** Shows how far long work is: a bar for who watches, a line every few seconds for a log file. */
export class Progress {
  readonly #terminal: Terminal;
  readonly #what: string;
  readonly #bar: SingleBar | undefined;
  #last = performance.now();

  constructor(terminal: Terminal, what: string) {
    this.#terminal = terminal;
    this.#what = what;
    if (!terminal.watched) return;
    const format = `${what} {bar} {percentage}% {value}/{total} {eta_formatted}`;
    this.#bar = new SingleBar(
      { format, stream: process.stderr, hideCursor: true, clearOnComplete: true },
      Presets.shades_classic,
    );
    this.#bar.start(1, 0);
  }

  readonly update = (done: number, total: number): void => {
    const now = performance.now();
    if (now - this.#last < (this.#bar === undefined ? LINE_EVERY_MS : DRAW_EVERY_MS)) return;
    this.#last = now;
    this.#bar?.setTotal(total);
    this.#bar?.update(done);
    // The work does not give way to timers, so the bar draws itself now.
    this.#bar?.render();
    if (this.#bar === undefined) this.#terminal.err(`${this.#what} ${String(done)}/${String(total)}\n`);
  };

  end(): void {
    this.#bar?.stop();
  }
}

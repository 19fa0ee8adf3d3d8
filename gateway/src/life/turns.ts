import { LedgerError } from '@lianpiao/chaincode/domain';

/** How many may wait; more are refused. */
const WAITING_LIMIT = 20_000;

/**
 * Lets those who want the same things go one after the other, in the order in which they came; whoever wants other things
 * goes at once. Nobody waits for one who came later, so they never wait for each other.
 */
export class Turns {
  /** The end of the last one's turn, by what is wanted. */
  readonly #last = new Map<string, Promise<void>>();
  #waiting = 0;

  /**
   * @param work told whether it had to wait for somebody.
   * @throws LedgerError QUEUE_FULL.
   */
  async take<Result>(wanted: readonly string[], work: (waited: boolean) => Promise<Result>): Promise<Result> {
    if (this.#waiting >= WAITING_LIMIT) throw new LedgerError('QUEUE_FULL');
    const before = wanted.flatMap((each) => this.#last.get(each) ?? []);
    let end = (): void => undefined;
    const mine = new Promise<void>((resolve) => (end = resolve));
    for (const each of wanted) this.#last.set(each, mine);
    this.#waiting += 1;
    await Promise.all(before);
    this.#waiting -= 1;
    try {
      return await work(before.length > 0);
    } finally {
      end();
      for (const each of wanted) if (this.#last.get(each) === mine) this.#last.delete(each);
    }
  }
}

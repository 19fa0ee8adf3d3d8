/**
 * A database's second look at everything that was compared before: it begins when the file has changed, and goes round until
 * every stretch was looked at after the last change.
 */
export class Rotation {
  /** The block at which to go on; undefined while nothing has changed. */
  next: number | undefined;
  /** True when something changed that no growth explains: then the look is not put off. */
  urgent = false;
  /** Since when it is not known that all is right: the look before the change. */
  unknownSince: number | undefined;
  #startedAt = 0;
  #again: 'no' | 'yes' | 'urgent' = 'no';

  /** @param soundAt when the file was last seen unchanged. */
  changed(now: number, soundAt: number, explained: boolean): void {
    if (this.next === undefined) this.#start(now, !explained);
    else if (!explained) this.#again = 'urgent';
    else if (this.#again === 'no') this.#again = 'yes';
    // What is going round anyway need not wait for its next round to hurry.
    this.urgent ||= !explained;
    this.unknownSince ??= soundAt;
  }

  /** Called behind the last stretch. */
  finished(now: number): void {
    const again = this.#again;
    this.unknownSince = again === 'no' ? undefined : this.#startedAt;
    if (again === 'no') {
      this.next = undefined;
      this.urgent = false;
    } else this.#start(now, again === 'urgent');
  }

  #start(now: number, urgent: boolean): void {
    this.next = 1;
    this.urgent = urgent;
    this.#startedAt = now;
    this.#again = 'no';
  }
}

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerOf, embeddedShop, saleRequest, type EmbeddedShop } from '../support/embedded';
import { recordFault, type FaultRecord } from '../support/fault-records';

/** Folders of one suite: a small ledger that is right, and copies of it. */
export class Folders {
  readonly #made: string[] = [];
  #original = '';
  #sold = 0;

  /** Makes the ledger that copies are taken of: 300 invoices, indexed and sealed. */
  async fill(): Promise<void> {
    const shop = await embeddedShop(this.temporary());
    await this.sell(shop, 300);
    shop.close();
    this.#original = shop.folder;
  }

  get original(): string {
    return this.#original;
  }

  temporary(): string {
    const folder = mkdtempSync(join(tmpdir(), 'lianpiao-elsewhere-'));
    this.#made.push(folder);
    return folder;
  }

  copy(folder = this.temporary()): string {
    cpSync(this.#original, folder, { recursive: true });
    return folder;
  }

  /** A request that no other was. */
  sale(): Record<string, unknown> {
    return saleRequest((this.#sold += 1));
  }

  async sell(shop: EmbeddedShop, count: number): Promise<void> {
    const outcomes = await shop.issue(Array.from({ length: count }, () => this.sale()));
    outcomes.forEach(answerOf);
    shop.follow();
  }

  remove(): void {
    for (const folder of this.#made) rmSync(folder, { recursive: true, force: true });
  }
}

/** Times a look, has its answer judged, and keeps what it told. */
export async function found<Told>(
  record: Omit<FaultRecord, 'code' | 'ms' | 'place'>,
  look: () => Told | Promise<Told>,
  told: (answer: Told) => { code: string; place: string },
): Promise<void> {
  const started = performance.now();
  const answer = await look();
  const ms = performance.now() - started;
  recordFault({ ...record, ms, ...told(answer) });
}

/** What a piece of work is refused with. */
export async function refusalOf(work: () => unknown): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was refused');
}

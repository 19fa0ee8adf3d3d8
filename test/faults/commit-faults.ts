import { PayloadStore } from '@lianpiao/gateway/stores';
import { SqliteDatabase, type Sqlite } from '../../gateway/src/stores/sqlite-driver';

export const FAULT = 'a fault of the disk, made by the test';

/** A commit point, and on which side of it the fault comes. */
export interface CommitPoint {
  readonly database: 'ledger.db' | 'payloads.db';
  readonly applied: boolean;
}

export const POINTS: readonly CommitPoint[] = [
  { database: 'payloads.db', applied: false },
  { database: 'payloads.db', applied: true },
  { database: 'ledger.db', applied: false },
  { database: 'ledger.db', applied: true },
];

let armed: CommitPoint | undefined;
const { exec } = SqliteDatabase.prototype;
const { append } = PayloadStore.prototype;

/** The next time that this point is reached, the fault comes; none when nothing is said. */
export function arm(point?: CommitPoint): void {
  armed = point;
}

export function isArmed(): boolean {
  return armed !== undefined;
}

/** Does what is armed: nothing and then the fault, or everything and then the fault. */
function withFault<Result>(database: CommitPoint['database'], work: () => Result): Result {
  if (armed?.database !== database) return work();
  const { applied } = armed;
  armed = undefined;
  if (applied) work();
  throw new Error(FAULT);
}

/** The payload store's commit is the end of its `append`; the ledger's is a statement of its own. */
export function injectFaults(): void {
  jest.spyOn(PayloadStore.prototype, 'append').mockImplementation(function (this: PayloadStore, ...values) {
    withFault('payloads.db', () => append.apply(this, values));
  });
  jest.spyOn(SqliteDatabase.prototype, 'exec').mockImplementation(function (this: Sqlite, text) {
    const commits = text === 'COMMIT' && this.name.endsWith('ledger.db');
    return commits ? withFault('ledger.db', () => exec.call(this, text)) : exec.call(this, text);
  });
}

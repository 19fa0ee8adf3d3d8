import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LedgerError } from '@lianpiao/chaincode/domain';

const FILE = 'hold.json';

/** Why a restored ledger may not issue yet. */
export interface Hold {
  /** `unproven`: nobody outside was asked, or not everybody answered; `behind`: somebody has seen more than is here. */
  readonly reason: 'unproven' | 'behind';
  /** Entries that are here. */
  readonly entries: number;
  /** The largest size of the log that is known elsewhere, and who knows it. */
  readonly seen?: { readonly size: number; readonly by: string };
}

/** The hold that lies on a data folder; undefined when there is none. */
export function readHold(folder: string): Hold | undefined {
  const path = join(folder, FILE);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Hold) : undefined;
}

export function putHold(folder: string, hold: Hold): void {
  writeFileSync(join(folder, FILE), `${JSON.stringify(hold)}\n`, { mode: 0o600, flush: true });
}

export function liftHold(folder: string): void {
  rmSync(join(folder, FILE), { force: true });
}

/**
 * What commands are refused with while a ledger is held: it could give out numbers that were given out before. A hold that is
 * lifted ends without a restart; a folder that had none when it was opened is not looked at again.
 */
export function refusalWhileHeld(folder: string): () => LedgerError | undefined {
  let hold = readHold(folder);
  return () => {
    if (hold !== undefined) hold = readHold(folder);
    return hold && heldError(hold);
  };
}

function heldError({ reason, entries, seen }: Hold): LedgerError {
  const known = seen === undefined ? 'nobody outside was asked' : `${seen.by} has seen ${String(seen.size)} entries`;
  return new LedgerError('LEDGER_HELD', { rule: reason, found: `${String(entries)} entries here, ${known}` });
}

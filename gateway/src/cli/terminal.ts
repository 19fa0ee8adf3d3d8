import { ERROR_CODES, LedgerError } from '@lianpiao/chaincode/domain';
import { KeyFileError } from '../crypto/key-file-error';

/** What a command needs of its surroundings; a test brings its own. */
export interface Terminal {
  /** Writes to the standard output: results. */
  out(text: string): void;
  /** Writes to the standard error: warnings, errors, progress. */
  err(text: string): void;
  /** True when a person watches the standard error. */
  readonly watched: boolean;
}

export const processTerminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  watched: process.stderr.isTTY,
};

/** Exit codes of all commands: fine; proven wrong, or refused; cannot tell, or could not run. */
export const EXIT = { ok: 0, wrong: 1, unknown: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Text from a file or a server, made harmless for a terminal: control and invisible characters become visible. */
export function printable(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (found) => `\\u{${(found.codePointAt(0) ?? 0).toString(16)}}`);
}

/** An error in both languages, with its stable code first and what is known of it behind. */
export function errorText(error: unknown): string {
  if (error instanceof KeyFileError) return `${printable(error.message)}\n`;
  if (!(error instanceof LedgerError)) return `INTERNAL: ${printable(error instanceof Error ? error.message : String(error))}\n`;
  const { en, zh } = ERROR_CODES[error.code];
  const { path, rule, found, wanted } = error.detail;
  const details = Object.entries({ path, rule, found, wanted }).flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name}: ${printable(value)}\n`],
  );
  return `${error.code}: ${en} ${zh}\n${details.join('')}`;
}

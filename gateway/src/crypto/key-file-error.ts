/** What is wrong with a key file: others may read it, it is not there, or it takes a token that is not set. */
export type KeyFileProblem = 'KEY_EXPOSED' | 'KEY_MISSING' | 'KEY_WRAPPED';

/** A process that meets it does not start: its last line says the code, the file and what to do. */
export class KeyFileError extends Error {
  readonly code: KeyFileProblem;

  constructor(code: KeyFileProblem, what: string) {
    super(`${code}: ${what}`);
    this.name = 'KeyFileError';
    this.code = code;
  }
}

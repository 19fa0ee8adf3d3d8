import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const SOURCE = resolve(__dirname, '../second-verifier');
export const BUILD_TIMEOUT_MS = 120_000;
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

/** What the second verifier says of one file. */
export interface SecondVerdict {
  readonly file: string;
  readonly result: 'valid' | 'invalid' | 'unknown';
  readonly reason?: string;
  /** How many fields are withheld, when it is valid. */
  readonly withheld?: number;
  /** Names of withheld fields that leave no doubt, when it is valid. */
  readonly hidden?: readonly string[];
  /** Who attests the commit, when it is valid. */
  readonly attestedBy?: readonly string[];
  /** Who attests an erasure, when it is valid. */
  readonly erasedBy?: readonly string[];
  /** Where the invoice stood, when it is valid and the bundle proves it. */
  readonly status?: { readonly asOf: string; readonly changed: boolean; readonly axes: Readonly<Record<string, string>> };
}

/** What a reader asks of a status, as the corpus and the second verifier write it. */
export interface Asked {
  readonly now: string;
  /** Seconds. */
  readonly maxAge?: number;
  /** Such as `document=issued,claim!=settled`. */
  readonly status?: string;
}

/** The verifier in Go, which shares no code with ours. */
export interface SecondVerifier {
  /** Runs a command of it over files with these contents; exit 0 and `ok` for what it accepts. */
  says(vkey: string, command: string, ...contents: string[]): { status: number | null; output: string };
  /** The verdicts on files, each with its own trust file, from one process, and the exit code over all of them. */
  judge(files: readonly { trust: string; file: string; ask?: Asked }[]): { status: number | null; verdicts: SecondVerdict[] };
  /** Whether the second trust file may take the place of the first: exit 0 and `ok`, or 1 and the reason. */
  follows(oldFile: string, newFile: string): { status: number | null; output: string };
  remove(): void;
}

export function buildSecondVerifier(): SecondVerifier {
  const folder = mkdtempSync(join(tmpdir(), 'lianpiao-second-verifier-'));
  execFileSync('go', ['build', '-buildvcs=false', '-o', join(folder, 'verifier'), '.'], { cwd: SOURCE, stdio: 'pipe' });
  return {
    says(vkey, command, ...contents) {
      const files = contents.map((content, place) => {
        const file = join(folder, `${String(place)}.txt`);
        writeFileSync(file, content);
        return file;
      });
      const { status, stdout, stderr } = spawnSync(join(folder, 'verifier'), ['-vkey', vkey, command, ...files], {
        encoding: 'utf8',
      });
      return { status, output: stdout + stderr };
    },
    judge(files) {
      const input = files
        .map(({ trust, file, ask }) => `${trust}\t${file}${ask === undefined ? '' : `\t${JSON.stringify(ask)}`}\n`)
        .join('');
      const { status, stdout, stderr } = spawnSync(join(folder, 'verifier'), ['verify'], {
        input,
        encoding: 'utf8',
        maxBuffer: MAX_OUTPUT_BYTES,
      });
      const lines = stdout.split('\n').filter((line) => line !== '');
      if (lines.length !== files.length) throw new Error(`${String(lines.length)} verdicts: ${stderr}`);
      return { status, verdicts: lines.map((line) => JSON.parse(line) as SecondVerdict) };
    },
    follows(oldFile, newFile) {
      const { status, stdout, stderr } = spawnSync(join(folder, 'verifier'), ['follows', oldFile, newFile], { encoding: 'utf8' });
      return { status, output: stdout + stderr };
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

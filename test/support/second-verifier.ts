import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const SOURCE = resolve(__dirname, '../second-verifier');
export const BUILD_TIMEOUT_MS = 120_000;

/** The verifier in Go, which shares no code with ours. */
export interface SecondVerifier {
  /** Runs a command of it over files with these contents; exit 0 and `ok` for what it accepts. */
  says(vkey: string, command: string, ...contents: string[]): { status: number | null; output: string };
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
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

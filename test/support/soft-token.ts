import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where Debian and others put SoftHSM's library. */
const MODULES = [
  '/usr/lib/softhsm/libsofthsm2.so',
  '/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so',
  '/usr/local/lib/softhsm/libsofthsm2.so',
];
const LABEL = 'lianpiao-test';
const PIN = '73910426';

/** A token in software (SoftHSM 2) with a folder of its own. */
export class SoftToken {
  readonly folder = mkdtempSync(join(tmpdir(), 'lianpiao-token-'));
  readonly module: string;
  readonly pinFile = join(this.folder, 'pin');
  readonly label = LABEL;
  readonly pin = PIN;

  /** @throws Error when SoftHSM is not installed: `apt-get install softhsm2`. */
  constructor() {
    const module = MODULES.find((path) => existsSync(path));
    if (module === undefined) throw new Error('SoftHSM is not here: apt-get install softhsm2');
    this.module = module;
    mkdirSync(join(this.folder, 'tokens'));
    const settings = `directories.tokendir = ${join(this.folder, 'tokens')}\nobjectstore.backend = file\nlog.level = ERROR\n`;
    writeFileSync(join(this.folder, 'softhsm2.conf'), settings);
    writeFileSync(this.pinFile, `${PIN}\n`, { mode: 0o600 });
    execFileSync('softhsm2-util', ['--init-token', '--free', '--label', LABEL, '--pin', PIN, '--so-pin', '83610425'], {
      env: { ...process.env, ...this.library },
      stdio: 'pipe',
    });
  }

  /** What the library itself reads from the environment. */
  get library(): Record<string, string> {
    return { SOFTHSM2_CONF: join(this.folder, 'softhsm2.conf') };
  }

  /** The settings of an instance whose keys are in this token. */
  get settings(): Record<string, string> {
    return {
      ...this.library,
      LIANPIAO_KEYS: 'pkcs11',
      LIANPIAO_PKCS11_MODULE: this.module,
      LIANPIAO_PKCS11_TOKEN: LABEL,
      LIANPIAO_PKCS11_PIN_FILE: this.pinFile,
    };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

// Fabric's programs, built once from the pinned sources in tools/ and kept in .cache/fabric-bin/<what they were built from>.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { run } from './run.mjs';

const TOOLS = path.join(import.meta.dirname, 'tools');
const CACHE = path.resolve(import.meta.dirname, '../../../.cache/fabric-bin');
const OLDEST_GO = [1, 24];
const BUILD_DEADLINE_MS = 900_000;

/**
 * Folder with peer, orderer, configtxgen, osnadmin and discover; builds them when they are not there (1 to 5 minutes).
 * `LIANPIAO_FABRIC_BINARIES` names a folder that has them from elsewhere, such as Fabric's own image.
 */
export async function binaries(say) {
  if (process.env.LIANPIAO_FABRIC_BINARIES) return process.env.LIANPIAO_FABRIC_BINARIES;
  const folder = path.join(CACHE, fingerprint());
  if (existsSync(folder)) return folder;
  const go = findGo();
  say('building Hyperledger Fabric (once; some minutes, downloads included)');
  mkdirSync(CACHE, { recursive: true });
  const draft = mkdtempSync(path.join(CACHE, '.draft-'));
  try {
    // CGO off: nothing here needs a C compiler, and the programs run wherever the kernel does.
    const env = { GOBIN: draft, CGO_ENABLED: '0', GOFLAGS: '-mod=readonly', GOTOOLCHAIN: 'local' };
    const options = { cwd: TOOLS, env, deadlineMs: BUILD_DEADLINE_MS };
    await run(go, ['install', '-trimpath', '-ldflags', '-s -w', 'tool'], options);
    keep(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
}

/** Another start may have built the same meanwhile; theirs is as good. */
function keep(draft, folder) {
  try {
    renameSync(draft, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
}

function fingerprint() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}\n`);
  for (const name of ['go.mod', 'go.sum']) hash.update(readFileSync(path.join(TOOLS, name)));
  return hash.digest('hex').slice(0, 16);
}

function findGo() {
  const found = ['go', '/usr/local/go/bin/go', '/opt/homebrew/bin/go'].find((candidate) => isNewEnough(version(candidate)));
  if (found !== undefined) return found;
  throw new Error(
    'Go 1.24 or newer is missing: Fabric is built from its sources once. Install it (Debian backports and Homebrew have it, ' +
      'or unpack the archive from go.dev/dl to /usr/local/go) and put it on PATH.\n' +
      '缺少 Go 1.24 或更高版本：Fabric 需要从源码构建一次。请安装后加入 PATH。',
  );
}

function version(go) {
  try {
    return execFileSync(go, ['env', 'GOVERSION'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return '';
  }
}

function isNewEnough(text) {
  const [major, minor] = (/^go(\d+)\.(\d+)/.exec(text) ?? []).slice(1).map(Number);
  return major > OLDEST_GO[0] || (major === OLDEST_GO[0] && minor >= OLDEST_GO[1]);
}

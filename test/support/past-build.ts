import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync, cpSync, statSync } from 'node:fs';
import { join } from 'node:path';
import typescript from 'typescript';

const ROOT = join(__dirname, '../..');
const ROOMS = ['chaincode', 'contracts', 'gateway', 'workers'];

/** True when the repository's history holds a commit: a copy without its history has none. */
export function hasCommit(commit: string): boolean {
  try {
    execFileSync('git', ['cat-file', '-e', `${commit}^{commit}`], { cwd: ROOT, stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/**
 * Builds gateway and command line of an earlier commit into a folder, on the packages that are installed now. Types are taken off
 * without a check: that commit was checked in its time.
 */
export function buildPast(commit: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const rooms = execFileSync('git', ['ls-tree', '--name-only', commit], { cwd: ROOT, encoding: 'utf8' }).split('\n');
  const held = ROOMS.filter((room) => rooms.includes(room));
  const archive = execFileSync('git', ['archive', '--format=tar', commit, ...held], { cwd: ROOT, maxBuffer: 256 * 1024 * 1024 });
  execFileSync('tar', ['-x', '-C', folder], { input: archive });
  const packages = join(folder, 'node_modules');
  mkdirSync(join(packages, '@lianpiao'), { recursive: true });
  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    if (name !== '@lianpiao' && name !== '.bin') symlinkSync(join(ROOT, 'node_modules', name), join(packages, name));
  }
  for (const room of held) {
    symlinkSync(join(folder, room), join(packages, '@lianpiao', room));
    const own = join(ROOT, room, 'node_modules');
    if (existsSync(own)) symlinkSync(own, join(folder, room, 'node_modules'));
    transpile(join(folder, room, 'src'), join(folder, room, 'dist'));
  }
}

function transpile(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    const [source, target] = [join(from, name), join(to, name)];
    if (statSync(source).isDirectory()) transpile(source, target);
    else if (name.endsWith('.ts')) writeFileSync(target.replace(/\.ts$/, '.js'), withoutTypes(source));
    else cpSync(source, target);
  }
}

function withoutTypes(file: string): string {
  return typescript.transpileModule(readFileSync(file, 'utf8'), {
    fileName: file,
    compilerOptions: {
      module: typescript.ModuleKind.Node16,
      moduleResolution: typescript.ModuleResolutionKind.Node16,
      target: typescript.ScriptTarget.ES2023,
      experimentalDecorators: true,
      emitDecoratorMetadata: true,
      esModuleInterop: true,
    },
  }).outputText;
}

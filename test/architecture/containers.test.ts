import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

const ROOT = resolve(__dirname, '../..');
const PROFILES = ['default', 'fabric', 'witness'];
const IMAGES = ['Dockerfile', 'chaincode/Dockerfile', 'contracts/Dockerfile', 'scripts/lib/fabric/Dockerfile'];

interface Service {
  readonly image: string;
  readonly profiles: readonly string[];
  readonly build?: { readonly context: string; readonly dockerfile: string; readonly target?: string };
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, unknown>>;
  readonly healthcheck?: unknown;
  readonly restart: string;
  readonly read_only?: boolean;
  readonly user?: string;
}

/** The services of a profile, as docker-compose reads the file. */
function services(profile: string): Map<string, Service> {
  const text = execFileSync('docker-compose', ['--profile', profile, 'config'], { cwd: ROOT, encoding: 'utf8' });
  const all = Object.entries((parse(text) as { services: Record<string, Service> }).services);
  return new Map(all.filter(([, service]) => service.profiles.includes(profile)));
}

/** Instructions of a Dockerfile, continuation lines joined, comments left out. */
function instructions(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8').replaceAll('\\\n', ' ');
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

/** Those that an image has after its build: of its stage, and of the stages that this one begins with. */
function inImage({ dockerfile, target }: NonNullable<Service['build']>): string[] {
  const stages: { base: string; name: string | undefined; lines: string[] }[] = [];
  for (const line of instructions(dockerfile)) {
    const [, base, name] = /^FROM (\S+)(?: AS (\S+))?$/.exec(line) ?? [];
    if (base === undefined) stages.at(-1)!.lines.push(line);
    else stages.push({ base, name, lines: [] });
  }
  const linesOf = (stage: (typeof stages)[number] | undefined): string[] =>
    stage === undefined ? [] : [...linesOf(stages.find(({ name }) => name === stage.base)), ...stage.lines];
  const wanted = target === undefined ? stages.at(-1) : stages.find(({ name }) => name === target);
  if (wanted === undefined) throw new Error(`${dockerfile} has no stage ${String(target)}`);
  return linesOf(wanted);
}

describe.each(PROFILES)('docker-compose.yml, profile %s', (profile) => {
  const found = services(profile);

  it('depends on nothing outside the profile', () => {
    const wanted = [...found.values()].flatMap(({ depends_on: names = {} }) => Object.keys(names));
    expect(wanted.filter((name) => !found.has(name))).toEqual([]);
  });

  it('names every image by an exact version', () => {
    for (const [name, { image }] of found) expect(`${name} ${image}`).toMatch(/:\d+\.\d+\.\d+(-[a-z]+)?$/);
  });

  it('watches the health of what others wait for', () => {
    const unwatched = [...found].filter(([, service]) => {
      const isInImage = service.build !== undefined && inImage(service.build).some((line) => line.startsWith('HEALTHCHECK'));
      return service.restart !== 'no' && service.healthcheck === undefined && !isInImage;
    });
    // Nobody waits for workers.
    expect(unwatched.map(([name]) => name).filter((name) => !name.startsWith('workers'))).toEqual([]);
  });

  it('holds no secret', () => {
    const settings = [...found.values()].flatMap(({ environment = {} }) => Object.entries(environment));
    expect(settings.length).toBeGreaterThan(0);
    expect(settings.filter(([name, value]) => /KEY|TOKEN|SECRET|PASS/i.test(name) || /:\/\/[^/]*@/.test(value))).toEqual([]);
  });

  it('lets containers write to their volumes only, and gives none to root', () => {
    for (const [name, service] of found) {
      expect(`${name} ${String(service.read_only)}`).toBe(`${name} true`);
      const user =
        service.build === undefined ? service.user : inImage(service.build).findLast((line) => line.startsWith('USER'));
      expect(`${name} ${String(user)}`).toMatch(/ (USER node|\d{3,4}:\d{3,4})$/);
    }
  });
});

describe('what the profiles hold', () => {
  it('a witness alone: no gateway, no Redis, and a trust folder that it cannot write to', () => {
    const found = services('witness');
    expect([...found.keys()]).toEqual(['witness']);
    expect(JSON.stringify(found.get('witness'))).toMatch(/:\/trust:ro"|"target":"\/trust"[^}]*"read_only":true/);
  });

  it('the embedded ledger: Redis, an EVM node, gateway and workers', () => {
    expect([...services('default').keys()].sort()).toEqual(['evm', 'gateway', 'redis', 'setup', 'workers']);
  });

  it('Fabric: the members that ./scripts/fabric has, on the same configuration', () => {
    const names = [...services('fabric').keys()];
    const members = execFileSync(process.execPath, ['--input-type=module', '-e', LIST_MEMBERS], { cwd: ROOT, encoding: 'utf8' });
    expect(names).toEqual(expect.arrayContaining(JSON.parse(members) as string[]));
    for (const [name, service] of services('fabric')) {
      if (/^(orderer|peer)/.test(name)) expect(service.environment?.['FABRIC_CFG_PATH']).toBe(`/fabric/nodes/${name}`);
    }
  });
});

/** The names that plan.mjs gives to a network of containers. */
const LIST_MEMBERS = `
  import { openPlan } from './scripts/lib/fabric/plan.mjs';
  import { mkdtempSync, rmSync } from 'node:fs';
  import { tmpdir } from 'node:os';
  const folder = mkdtempSync(tmpdir() + '/lianpiao-plan-');
  const plan = await openPlan(folder, 'containers');
  rmSync(folder, { recursive: true });
  console.log(JSON.stringify([...plan.orderers, ...plan.peers, ...plan.peers.map((peer) => peer.chaincode)].map(({ name }) => name)));
`;

describe.each(IMAGES)('%s', (file) => {
  it('copies what is there', () => {
    const sources = instructions(file)
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
      .flatMap((line) => line.split(/\s+/).slice(1, -1));
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.filter((source) => !existsSync(join(ROOT, source)))).toEqual([]);
  });

  it('starts from images of one exact version', () => {
    const versions = instructions(file).filter((line) => line.startsWith('FROM '));
    for (const line of versions)
      expect(line).toMatch(/^FROM (base|node:20\.20\.2-bookworm-slim|hyperledger\/fabric-tools:2\.5\.12)( AS [a-z]+)?$/);
  });
});

describe('the images together', () => {
  it('are all built by docker-compose.yml', () => {
    const built = PROFILES.flatMap((profile) => [...services(profile).values()].flatMap(({ build }) => build ?? []));
    expect([...new Set(built.map(({ dockerfile }) => dockerfile))].sort()).toEqual(IMAGES);
    const targets = instructions('Dockerfile').flatMap((line) => /^FROM base AS (\S+)$/.exec(line)?.[1] ?? []);
    expect([...new Set(built.flatMap(({ target }) => target ?? []))].sort()).toEqual([...targets].sort());
  });

  it('leave out of their context what they make themselves', () => {
    const ignored = readFileSync(join(ROOT, '.dockerignore'), 'utf8').split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['.git', 'data', '**/node_modules', '**/dist', '.cache']));
  });
});

import { execFileSync, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const KIT = resolve(ROOT, '.cache/dsp-tck');
/** The kit takes a minute or two; one that hangs is ended before the test is, and leaves no process behind. */
const KIT_DEADLINE_MS = 480_000;

export interface KitResult {
  readonly found: number;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly aborted: number;
  readonly failures: readonly string[];
}

/** Runs the official kit in a process of its own. */
export async function runKit(file: string, settings: Readonly<Record<string, string>>): Promise<KitResult> {
  execFileSync(resolve(ROOT, 'scripts/lib/dsp-tck.sh'), { stdio: 'ignore' });
  const lines = Object.entries(settings).map(([key, value]) => `${key}=${value}`);
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 });
  const args = ['-cp', `${KIT}/classes:${KIT}/jars/*`, 'RunKit', file, 'org.eclipse.dataspacetck.dsp.verification'];
  const output = await new Promise<string>((done, fail) => {
    const kit = spawn('java', args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: KIT_DEADLINE_MS });
    let text = '';
    kit.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
    kit.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
    kit.on('error', fail);
    kit.on('close', () => done(text));
  });
  const rows = output.trim().split('\n');
  const failures = rows.filter((row) => row.startsWith('FAILED\t'));
  const last = rows.at(-1) ?? '';
  if (!last.startsWith('{')) throw new Error(`the kit did not end as it should:\n${output.slice(-4000)}`);
  return { ...(JSON.parse(last) as Omit<KitResult, 'failures'>), failures };
}

/** A door through which the kit tells a consumer to begin: it passes the wish to our own API. */
export async function startSignals(begin: (path: string, wish: Record<string, string>) => Promise<number>): Promise<{
  readonly url: string;
  stop(): Promise<void>;
}> {
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const wish = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, string>;
      // The kit has its handler ready before it signals, and does not wait for what comes of it.
      void begin(request.url ?? '', wish).catch(() => undefined);
      response.writeHead(200).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${String(port)}`,
    stop: () =>
      new Promise((done) => {
        server.close(() => {
          done();
        });
        server.closeAllConnections();
      }),
  };
}

/** A decision that people would take: in which state, and the word of our API for it. */
export type Decision = readonly [state: string, word: string];

interface Listed {
  readonly state: string;
  readonly [name: string]: unknown;
}

/**
 * Takes the decisions of one organisation's people: looks at its processes again and again, and does what is written down for
 * each, in order. What the other side refuses is tried again, as people would.
 */
export function decide(
  decisions: Readonly<Record<string, readonly Decision[]>>,
  subject: 'agreement' | 'dataset',
  list: () => Promise<readonly Listed[]>,
  act: (id: string, word: string) => Promise<number>,
): { stop(): Promise<void> } {
  const id = subject === 'dataset' ? 'negotiation' : 'transfer';
  const taken = new Map<string, number>();
  let going = true;
  const loop = (async () => {
    while (going) {
      for (const process of await list()) {
        const key = process[id] as string;
        const next = decisions[process[subject] as string]?.[taken.get(key) ?? 0];
        if (next?.[0] !== process.state) continue;
        if ((await act(key, next[1])) < 300) taken.set(key, (taken.get(key) ?? 0) + 1);
      }
      await new Promise((done) => setTimeout(done, 100));
    }
  })();
  return {
    async stop() {
      going = false;
      await loop;
    },
  };
}

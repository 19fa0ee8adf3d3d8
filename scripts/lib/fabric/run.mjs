// Runs a program to its end; its output is the answer, and the error when it fails.
import { execFile } from 'node:child_process';

const DEADLINE_MS = 30_000;
const MAX_OUTPUT_BYTES = 16 * 1024 * 1024;

/** Resolves with what it printed to both outputs. @throws Error with the last lines of what it said. */
export function run(command, args, { cwd, env = {}, deadlineMs = DEADLINE_MS } = {}) {
  const options = { cwd, env: { ...process.env, ...env }, timeout: deadlineMs, maxBuffer: MAX_OUTPUT_BYTES };
  return new Promise((resolve, reject) => {
    execFile(command, args, options, (error, stdout, stderr) => {
      if (error === null) return resolve({ stdout, stderr });
      const said = `${stdout}\n${stderr}`.trim().split('\n').slice(-6).join('\n');
      reject(new Error(`${command} ${args.slice(0, 4).join(' ')} failed${error.killed ? ' (deadline)' : ''}: ${said}`));
    });
  });
}

/** Repeats until it succeeds; the last error when the deadline passes. */
export async function retry(attempt, { deadlineMs = DEADLINE_MS, pauseMs = 200 } = {}) {
  const end = Date.now() + deadlineMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

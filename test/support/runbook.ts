import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const RUNBOOK = join(__dirname, '../../docs/runbook.md');

/**
 * The commands of a step of docs/runbook.md, as they stand there: the shell block behind `<!-- rehearsed: NAME -->`.
 * @throws Error when the runbook has no such step, or has it twice.
 */
export function stepOfRunbook(name: string): string {
  const text = readFileSync(RUNBOOK, 'utf8');
  const steps = [...text.matchAll(/<!-- rehearsed: (\S+) -->\s+```bash\n([^]*?)```/g)].filter((step) => step[1] === name);
  if (steps.length !== 1) throw new Error(`the runbook has ${String(steps.length)} steps ${name}`);
  return steps[0]![2]!;
}

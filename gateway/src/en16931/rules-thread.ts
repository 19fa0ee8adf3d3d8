import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { JobAnswer } from '../job-thread';
import type { BrokenRule } from './official-rules';
import { readReport } from './read-report';

/** The part of SaxonJS that is used; the package has no types. */
interface Saxon {
  transform(
    options: { stylesheetInternal: unknown; sourceText: string; destination: 'serialized' },
    when: 'sync',
  ): { readonly principalResult: string };
}

const saxon = createRequire(__filename)('saxon-js') as Saxon;
const stylesheet = JSON.parse(readFileSync(workerData as string, 'utf8')) as unknown;

parentPort?.on('message', (sourceText: string) => {
  parentPort?.postMessage(judge(sourceText));
});

function judge(sourceText: string): JobAnswer<readonly BrokenRule[]> {
  try {
    const options = { stylesheetInternal: stylesheet, sourceText, destination: 'serialized' } as const;
    return { result: readReport(saxon.transform(options, 'sync').principalResult) };
  } catch (error) {
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

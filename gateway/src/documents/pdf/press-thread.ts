import { parentPort, workerData } from 'node:worker_threads';
import { loadDocumentKey } from '../../crypto/document-key';
import type { JobAnswer } from '../../job-thread';
import type { PressJob, PressSettings } from './pdf-press';
import { renderPdf } from './render-pdf';
import { signPdf } from './sign-pdf';

const { keys, operator } = workerData as PressSettings;
const key = loadDocumentKey(keys, operator, new Date());
// Told with each job that it fails.
key.catch(() => undefined);

parentPort?.on('message', ({ paper }: PressJob) => {
  void print(paper).then(
    (result) => {
      answer({ result });
    },
    (error: unknown) => {
      answer({ fault: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    },
  );
});

async function print(paper: PressJob['paper']): Promise<Uint8Array> {
  return signPdf(await renderPdf(paper), await key, new Date(paper.proof.sealedAt));
}

function answer(done: JobAnswer<Uint8Array>): void {
  parentPort?.postMessage(done);
}

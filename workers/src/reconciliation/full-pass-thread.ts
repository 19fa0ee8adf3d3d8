import { parentPort, workerData } from 'node:worker_threads';
import { installNativeHasher } from '@lianpiao/gateway/stores';
import { verifyLedger } from '@lianpiao/gateway/verify';

/** The body of a full pass: see full-pass.ts. */
installNativeHasher();
parentPort?.postMessage(verifyLedger({ folder: (workerData as { folder: string }).folder }));

import { statfsSync } from 'node:fs';
import type { Gateway } from './gateway';
import { readHold } from './keeping/hold';

/** Sealing later than this after a commit is a fault. */
const MAX_SEAL_LAG_MS = 10_000;
/** Entries that the index may lack: a burst is normal. */
const MAX_INDEX_LAG = 100_000;
/** The workers note a look every second or so, also when nothing happens. */
const MAX_LOOK_AGE_MS = 30_000;
/** With less room than this the databases soon cannot grow: SQLite's write-ahead logs alone take some of it. */
const MIN_FREE_BYTES = 64 * 1024 * 1024;

/** Whether each part does its work at the moment, with the figure that says so. */
export interface Readiness {
  readonly ready: boolean;
  readonly parts: {
    readonly ledger: { readonly ready: boolean; readonly length: number };
    /** The peer whose blocks are followed; always ready on the embedded ledger, which needs none. */
    readonly network: { readonly ready: boolean };
    readonly redis: { readonly ready: boolean };
    readonly index: { readonly ready: boolean; readonly height: number };
    readonly log: { readonly ready: boolean; readonly size: number };
    readonly workers: { readonly ready: boolean };
    readonly disk: { readonly ready: boolean; readonly freeBytes: number };
  };
}

/** Looks at every part now; nothing here is remembered from an earlier look. */
export function readinessOf(gateway: ReadinessParts): Readiness {
  const length = gateway.ledger.length();
  const height = gateway.index.height();
  const freeBytes = freeBytesOf(gateway.config.dataFolder);
  const parts = {
    ledger: { ready: readHold(gateway.config.dataFolder) === undefined, length },
    network: { ready: gateway.following() },
    redis: { ready: gateway.redis.status === 'ready' },
    index: { ready: length - height < MAX_INDEX_LAG, height },
    log: logReadiness(gateway),
    workers: { ready: lookAge(gateway) < MAX_LOOK_AGE_MS },
    disk: { ready: freeBytes >= MIN_FREE_BYTES, freeBytes },
  };
  return { ready: Object.values(parts).every((part) => part.ready), parts };
}

export type ReadinessParts = Pick<
  Gateway,
  'clock' | 'config' | 'following' | 'index' | 'ledger' | 'log' | 'reconciliation' | 'redis' | 'startedAt'
>;

/** Judged by the oldest entry that no checkpoint covers: how long ago the last checkpoint was made says nothing of an idle log. */
function logReadiness({ log, ledger, clock, startedAt }: ReadinessParts): { ready: boolean; size: number } {
  const size = log.latest()?.size ?? 0;
  const [waiting] = ledger.read(size, 1);
  if (waiting === undefined) return { ready: true, size };
  return { ready: clock() - Math.max(startedAt, Date.parse(waiting.entry.time)) < MAX_SEAL_LAG_MS, size };
}

/** An empty ledger is not looked at, and workers may start after the gateway. */
function lookAge({ reconciliation, ledger, clock, startedAt }: ReadinessParts): number {
  if (ledger.length() === 0) return 0;
  return clock() - Math.max(startedAt, Number(reconciliation.fact('looked-at') ?? 0));
}

/** Bytes that this process may still write to the disk of a folder. */
function freeBytesOf(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

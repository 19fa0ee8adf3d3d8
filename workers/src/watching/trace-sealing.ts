import type { AnchorStore, LogStore } from '@lianpiao/gateway/stores';
import type { TraceChain } from './trace-chain';

type Work = () => number | Promise<number>;

/** Sealing that tells the traces what it sealed; sealing itself where nobody traces. */
export function traceSealing(seal: Work, log: LogStore, traces: TraceChain | undefined): Work {
  if (traces === undefined) return seal;
  return async () => {
    const [first, startedAt] = [log.latest()?.size ?? 0, Date.now()];
    const end = await seal();
    if (end > first) traces.sealed({ first, end, startedAt, endedAt: Date.now() });
    await traces.look(Date.now());
    return end;
  };
}

/** Anchoring that tells the traces what the chain confirmed. */
export function traceAnchoring(look: Work, anchors: AnchorStore, traces: TraceChain | undefined): Work {
  if (traces === undefined) return look;
  let startedAt = Date.now();
  let known = anchors.newest()?.size ?? 0;
  return async () => {
    const done = await look();
    const end = anchors.newest()?.size ?? 0;
    if (end > known) {
      traces.anchored({ first: known, end, startedAt, endedAt: Date.now() });
      [known, startedAt] = [end, Date.now()];
    }
    return done;
  };
}

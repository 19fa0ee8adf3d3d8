import type { CheckpointAnchored } from '@lianpiao/contracts';
import type { NewFinding } from '@lianpiao/gateway/stores';
import type { CauseClass } from './name-finding';

/** An anchor that was sent and confirmed, as its own store remembers it. */
export interface ConfirmedAnchor {
  readonly size: number;
  /** Root at that size, 64 hexadecimal characters. */
  readonly root: string;
  readonly chainId: number;
  readonly contract: string;
  readonly transaction: string;
  readonly block: number;
  /** Milliseconds since 1970. */
  readonly confirmedAt: number;
}

/** Where confirmed anchors are read, in the order of their sizes. */
export interface ConfirmedAnchors {
  confirmed(fromSize: number, limit: number): readonly ConfirmedAnchor[];
}

/** What is compared, for a span of blocks: events of the chain, what we remember to have sent, and the ledger's roots. */
export interface AnchorEvidence {
  /** Events that stand in the span. */
  readonly events: readonly CheckpointAnchored[];
  /** Pointers into the span. */
  readonly confirmed: readonly ConfirmedAnchor[];
  /** The pointer of a size, wherever it points. */
  readonly pointerOf: (size: number) => ConfirmedAnchor | undefined;
  /** The root that the ledger's entries give at a size; undefined for a size that was not compared yet. */
  readonly rootAt: (size: number) => string | undefined;
}

const LOOK = {
  en: 'find out who published it: somebody else holds the publisher’s key, or ours signed another log',
  zh: '请查明发布者：发布密钥可能泄露，或日志被替换',
};
const AGAIN = {
  en: 'the chain has reorganised or the pointer was changed: anchor this size again, and correct the pointer',
  zh: '链发生重组或指针被更改：请重新锚定该大小并更正指针',
};

/**
 * Compares the anchors of a log with its entries, both ways: every event has the ledger's root at its size; every confirmed
 * pointer has its event; every event is one that we sent.
 */
export function checkAnchors(evidence: AnchorEvidence): NewFinding[] {
  const { events, confirmed } = evidence;
  const anchored = new Set(events.map(({ size }) => Number(size)));
  return [
    ...events.flatMap((event) => checkEvent(event, evidence)),
    ...confirmed.flatMap((pointer) => checkPointer(pointer, anchored.has(pointer.size), evidence)),
  ];
}

function checkEvent(event: CheckpointAnchored, { pointerOf, rootAt }: AnchorEvidence): NewFinding[] {
  const place = { size: Number(event.size), transaction: event.transaction, block: Number(event.block.number) };
  const root = rootAt(place.size);
  if (root !== undefined && root !== event.root) {
    return [found('anchor-root-wrong', 'forged root', place, 'the chain has another root than the ledger', LOOK)];
  }
  // With the empty tree the contract opens a log: nobody sends that as an anchor.
  if (place.size === 0) return [];
  const pointer = pointerOf(place.size);
  if (pointer === undefined) return [found('anchor-foreign', 'foreign', place, 'nobody here remembers to have sent it', LOOK)];
  if (pointer.transaction === place.transaction && pointer.block === place.block) return [];
  return [found('anchor-pointer-wrong', 'edited value', place, 'the pointer names another transaction or block', AGAIN)];
}

function checkPointer(pointer: ConfirmedAnchor, isAnchored: boolean, { rootAt }: AnchorEvidence): NewFinding[] {
  const { size, root, transaction, block } = pointer;
  const place = { size, transaction, block };
  const wanted = rootAt(size);
  if (wanted !== undefined && wanted !== root) {
    return [found('anchor-pointer-root-wrong', 'edited value', place, 'the pointer has another root than the ledger', AGAIN)];
  }
  return isAnchored ? [] : [found('anchor-event-missing', 'missing row', place, 'the chain has no such event', AGAIN)];
}

function found(
  code: string,
  cause: CauseClass,
  place: NewFinding['place'],
  detail: string,
  repair: NewFinding['repair'],
): NewFinding {
  return { code, part: 'anchors', cause, place, detail, repair };
}

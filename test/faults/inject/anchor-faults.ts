import type { ConfirmedAnchor } from '@lianpiao/workers';

/** Something wrong with what is remembered of the anchors, or with the chain. */
export interface AnchorFault {
  readonly name: string;
  /** Changes the remembered pointers. */
  readonly pointers?: (pointers: readonly ConfirmedAnchor[]) => ConfirmedAnchor[];
  /** Publishes what nobody here sent: of our size with another root, or a size of its own. */
  readonly publishes?: { readonly root: 'ours' | 'other' };
  /** Takes the anchors off the chain again. */
  readonly reorganises?: true;
  readonly code: string;
  readonly cause: string;
}

const last =
  (edit: Partial<ConfirmedAnchor>) =>
  (pointers: readonly ConfirmedAnchor[]): ConfirmedAnchor[] =>
    pointers.map((pointer, at) => (at === pointers.length - 1 ? { ...pointer, ...edit } : pointer));

export const ANCHOR_FAULTS: readonly AnchorFault[] = [
  { name: 'the root of a pointer', pointers: last({ root: 'ab'.repeat(32) }), code: 'anchor-pointer-root-wrong', cause: 'edited value' },
  { name: 'the block of a pointer', pointers: last({ block: 1 }), code: 'anchor-pointer-wrong', cause: 'edited value' },
  { name: 'the transaction of a pointer', pointers: last({ transaction: `0x${'ab'.repeat(32)}` }), code: 'anchor-pointer-wrong', cause: 'edited value' },
  { name: 'a pointer forgotten', pointers: (pointers) => pointers.slice(0, -1), code: 'anchor-foreign', cause: 'foreign' },
  { name: 'a root published that is not the ledger’s', publishes: { root: 'other' }, code: 'anchor-root-wrong', cause: 'forged root' },
  { name: 'a right root that nobody here sent', publishes: { root: 'ours' }, code: 'anchor-foreign', cause: 'foreign' },
  { name: 'an anchor reorganised away', reorganises: true, code: 'anchor-event-missing', cause: 'missing row' },
]; // prettier-ignore

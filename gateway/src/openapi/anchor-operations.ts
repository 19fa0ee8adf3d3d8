import { z } from 'zod';
import { alarmQuery } from '../routes/anchor-schemas';
import { page } from '../routes/schemas';
import { instant } from './entries';
import type { Operation } from './operation';

const hash = z.string().regex(/^0x[0-9a-f]{64}$/);
const count = z.int().min(0);

const anchor = z
  .strictObject({
    size: count.meta({ description: 'Leaves of the log under the checkpoint' }),
    root: z.string().regex(/^sha256:[0-9a-f]{64}$/),
    chainId: count,
    contract: z.string().regex(/^0x[0-9a-fA-F]{40}$/),
    transaction: hash,
    block: count,
    confirmedAt: instant,
  })
  .meta({ id: 'Anchor', description: 'Where a checkpoint of the log was published on an EVM chain' });

const alarm = z
  .strictObject({
    code: z.string().regex(/^[A-Z]+(?:_[A-Z]+)+$/),
    title: z.string(),
    titleZh: z.string(),
    detail: z.string(),
    since: instant,
    closedAt: instant.nullable(),
  })
  .meta({ id: 'AnchorAlarm' });

const anchorList = z.strictObject({
  items: z.array(anchor),
  next: z.string().nullable().meta({ description: 'Pass it as `after` for the next page; null at the end' }),
});
const anchorStatus = z.strictObject({ logSize: count, newest: z.union([anchor, z.null()]), alarms: z.array(alarm) });

/** Anchors of the log on public chains. */
export const anchorOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/v1/anchors',
    id: 'listAnchors',
    tag: 'anchors',
    summary: 'Confirmed anchors in the order of their sizes',
    access: 'open',
    query: page,
    answers: { 200: { description: 'A page', schema: anchorList } },
    codes: ['CURSOR_INVALID'],
  },
  {
    method: 'get',
    path: '/v1/anchors/status',
    id: 'readAnchorStatus',
    tag: 'anchors',
    summary: 'How far the log is anchored, and the alarms',
    access: 'anchor.watch',
    query: alarmQuery,
    answers: { 200: { description: 'The state of anchoring', schema: anchorStatus } },
  },
];

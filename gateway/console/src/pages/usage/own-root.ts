import { canonicalJson, hasher, merkleRoot, type Digest } from '@lianpiao/chaincode/domain';
import { answerOf, api } from '../../api/client';
import type { UsageReceipt } from './types';

const PAGE = 500;

/** The oldest batch of a grant that its consumer has not answered. */
export interface OpenBatch {
  readonly first: number;
  readonly count: number;
  readonly items: readonly UsageReceipt[];
}

/** Reads as many pages as the batch needs; undefined when none waits. */
export async function openBatch(grant: string, signal: AbortSignal): Promise<OpenBatch | null> {
  const items: UsageReceipt[] = [];
  let found: { first: number; count: number } | undefined;
  for (let after: string | undefined; ;) {
    const query = { grant, limit: PAGE, ...(after === undefined ? {} : { after }) };
    const page = await answerOf(api.GET('/v1/usage-receipts', { params: { query }, signal }));
    const open = page.batches.filter(({ answer }) => answer === null).sort((left, right) => left.first - right.first);
    found ??= open[0];
    const batch = found;
    if (batch !== undefined)
      items.push(...page.items.filter(({ ordinal }) => ordinal >= batch.first && ordinal < batch.first + batch.count));
    if (batch !== undefined && items.length >= batch.count) return { ...batch, items };
    if (page.next === null) return null;
    after = page.next;
  }
}

/** The root over the receipts that agree with our own records: docs/formats.md, Usage receipts. */
export function rootOver(items: readonly UsageReceipt[]): Digest {
  return merkleRoot(items.map(({ receipt }) => hasher().leafHash(canonicalJson(receipt))));
}

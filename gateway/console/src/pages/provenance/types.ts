import type { Answer } from '../../api/answers';
import type { components } from '@lianpiao/gateway/client';

export type Content = Answer<'readProvenance'>;
export type Registration = components['schemas']['Registration'];
export type Link = components['schemas']['LineageLink'];

const DIGEST = /^(?:sha256:)?([0-9a-f]{64})$/i;

/** A digest that was typed or stands in an address, as the ledger writes it. */
export function parseDigest(text: string): string | undefined {
  const hex = DIGEST.exec(text.trim())?.[1];
  return hex === undefined ? undefined : `sha256:${hex.toLowerCase()}`;
}

/** Enough of a digest to know it again. */
export function shortDigest(digest: string): string {
  const hex = digest.slice('sha256:'.length);
  return `${hex.slice(0, 8)}…${hex.slice(-4)}`;
}

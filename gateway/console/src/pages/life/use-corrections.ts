import { api } from '../../api/client';
import { pageQuery, usePages, type Pages } from '../../app/use-pages';
import { noteServiceTime } from './service-clock';
import type { Correction } from './types';

/** Red-letter confirmations that concern the reader, newest first. */
export function useCorrections(): Pages<Correction> {
  return usePages<Correction>(['corrections'], async (after, signal) => {
    const { data, response } = await api.GET('/v1/corrections', { params: { query: pageQuery(after) }, signal });
    noteServiceTime(response);
    // Refusals have been thrown before.
    return data as NonNullable<typeof data>;
  });
}

/** Whether a confirmation waits for the answer of one side. */
export function waitsFor({ status }: Correction, side: 'buyer' | 'seller'): boolean {
  return status === (side === 'buyer' ? '02' : '03');
}

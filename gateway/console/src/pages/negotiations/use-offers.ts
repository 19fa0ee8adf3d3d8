import { useQuery } from '@tanstack/react-query';
import type { Answer } from '../../api/answers';
import { answerOf, api } from '../../api/client';
import { IDENTIFIER } from '../../shared/identifier';

export type Offer = Answer<'listOffers'>['items'][number];

/** The offers of a resource that stand; none for a dataset of another connector. */
export function useOffers(resource: string): readonly Offer[] {
  const { data = [] } = useQuery({
    queryKey: ['offers', resource],
    queryFn: async ({ signal }) => (await answerOf(api.GET('/v1/offers', { params: { query: { resource } }, signal }))).items,
    enabled: IDENTIFIER.test(resource),
  });
  return data;
}

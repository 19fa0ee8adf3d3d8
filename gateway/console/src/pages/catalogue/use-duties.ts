import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Answer } from '../../api/answers';
import { answerOf, api } from '../../api/client';
import { useSession } from '../../app/session';

export type Duty = Answer<'listDuties'>['items'][number];

/** An organisation has some dozens of duties. */
const PAGE = 500;

/** Duties of the reader's own organisation: under them it may publish entries. */
export function useOwnDuties(): UseQueryResult<readonly Duty[]> {
  const { organisation } = useSession();
  return useQuery({
    queryKey: ['duties', organisation],
    queryFn: async ({ signal }) =>
      (await answerOf(api.GET('/v1/catalogue/duties', { params: { query: { organisation, limit: PAGE } }, signal }))).items,
  });
}

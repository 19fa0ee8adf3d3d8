import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client';
import { useVisitor } from '../../app/session';
import type { Department } from './types';
import { againFor } from './written';

/** Departments of a city are some dozens; more than a page of them are found by searching. */
const PAGE = 500;

/** The departments; none for whoever has not signed in, who reads ids. */
export function useDepartments(): UseQueryResult<readonly Department[]> {
  const visitor = useVisitor();
  return useQuery({
    enabled: visitor !== undefined,
    queryKey: ['departments'],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/catalogue/departments', { params: { query: { limit: PAGE } }, signal })),
    select: ({ items }) => items,
    refetchInterval: ({ state }) => againFor(state.data === undefined ? [] : [state.data.indexed]),
  });
}

/** What a department is called; its id until that is known, or where it has registered no name. */
export function useDepartmentName(): (organisation: string) => string {
  const { data = [] } = useDepartments();
  const names = new Map(data.map(({ organisation, name }) => [organisation, name]));
  return (organisation) => names.get(organisation) ?? organisation;
}

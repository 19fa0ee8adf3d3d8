import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Session } from '../api/answers';
import { answerOf, api } from '../api/client';
import { currentIssuer, currentStanding, onStanding, type Standing } from '../api/credentials';

export function useStanding(): Standing {
  return useSyncExternalStore(onStanding, currentStanding);
}

/** The identity provider at which people may sign in; null for none. */
export function useIssuer(): string | null {
  return useSyncExternalStore(onStanding, currentIssuer);
}

/** Whom the key of this tab, or the cookie of this browser, stands for. */
export function useSessionQuery(enabled: boolean): UseQueryResult<Session> {
  return useQuery({
    queryKey: ['session'],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/session', { signal })),
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export const SessionContext = createContext<Session | undefined>(undefined);

/** Who is signed in for an organisation; undefined for anybody else, who sees what is open. */
export function useVisitor(): Session | undefined {
  return useContext(SessionContext);
}

/** Who is signed in; only for what stands inside the shell. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('this page is drawn for somebody who is signed in');
  return session;
}

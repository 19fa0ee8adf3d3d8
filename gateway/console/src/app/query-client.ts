import { QueryClient } from '@tanstack/react-query';
import { isPassing } from '../api/problem';

const MAX_RETRIES = 2;
const FRESH_MS = 5_000;

/** What was read is shown again at once and refreshed behind it; only what may pass is tried again. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        retry: (failures, error) => failures < MAX_RETRIES && isPassing(error),
        retryDelay: (attempt) => 400 * 2 ** attempt,
        // A machine without a way out still reaches a gateway on itself.
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

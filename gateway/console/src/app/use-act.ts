import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';

export interface Act<Values> {
  /** Runs it; a second call while the first is under way does nothing, so that a double click acts once. */
  readonly run: (values: Values) => void;
  readonly busy: boolean;
  readonly error: unknown;
  readonly reset: () => void;
}

/** Something that changes the ledger: once at a time, and what is shown is read again after it. */
export function useAct<Values, Done>(act: (values: Values) => Promise<Done>, onDone: (done: Done) => void): Act<Values> {
  const queries = useQueryClient();
  const running = useRef(false);
  const mutation = useMutation({
    mutationFn: act,
    onSuccess: (done) => {
      onDone(done);
      void queries.invalidateQueries();
    },
    onSettled: () => {
      running.current = false;
    },
  });
  return {
    run: (values) => {
      if (running.current) return;
      running.current = true;
      mutation.mutate(values);
    },
    busy: mutation.isPending,
    error: mutation.error,
    reset: mutation.reset,
  };
}

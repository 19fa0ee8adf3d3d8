import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ApiProblem, Unreachable } from '../api/problem';

export interface Act<Values> {
  /** Runs it; a second call while the first is under way does nothing, so that a double click acts once. */
  readonly run: (values: Values) => void;
  readonly busy: boolean;
  readonly error: unknown;
  /** It was refused after an attempt that got no answer: that one may have done it already. */
  readonly doubtful: boolean;
  readonly reset: () => void;
}

/** Something that changes the ledger: once at a time, and what is shown is read again after it. */
export function useAct<Values, Done>(act: (values: Values) => Promise<Done>, onDone: (done: Done) => void): Act<Values> {
  const queries = useQueryClient();
  const running = useRef(false);
  const [unsure, setUnsure] = useState(false);
  const mutation = useMutation({
    mutationFn: act,
    onSuccess: (done) => {
      setUnsure(false);
      onDone(done);
    },
    onError: (error) => {
      if (error instanceof Unreachable) setUnsure(true);
    },
    onSettled: () => {
      running.current = false;
      // After a failure, too: what it was to change may have changed all the same.
      void queries.invalidateQueries();
    },
  });
  return {
    run: (values) => {
      // Done, but not yet drawn so: what the act was for may be about to go away.
      if (running.current || mutation.isPending) return;
      running.current = true;
      mutation.mutate(values);
    },
    busy: mutation.isPending,
    error: mutation.error,
    doubtful: unsure && mutation.error instanceof ApiProblem,
    reset: mutation.reset,
  };
}

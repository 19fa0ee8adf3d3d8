import { useEffect, useEffectEvent, useState } from 'react';
import { followChanges, type Change, type StreamState } from '../api/change-stream';
import { useStanding } from '../app/session';

/** Follows the feed of changes from a cursor for as long as the component stands; begins again after a new sign-in. */
export function useChanges(from: string, onChanges: (changes: readonly Change[]) => void): StreamState {
  const [state, setState] = useState<StreamState>('connecting');
  const [cursor, setCursor] = useState(from);
  const signedIn = useStanding() === 'in';
  const take = useEffectEvent((changes: readonly Change[]) => {
    setCursor(changes.at(-1)?.cursor ?? cursor);
    onChanges(changes);
  });
  const begin = useEffectEvent(() => followChanges({ from: cursor, onChanges: take, onState: setState }));
  useEffect(() => (signedIn ? begin() : undefined), [signedIn]);
  return signedIn ? state : 'waiting';
}

import type { Department } from '../directory/types';

export type Gap = 'answers' | 'duty' | 'source' | 'supervisor';

/**
 * What of a department nobody looks after: no organisation above it, no entry (so no duty is lived up to), entries without a
 * source that works, feedback that was not answered in time.
 */
export function gapsOf({ superior, registered, connected, working, overdue }: Department): Gap[] {
  const gaps: [Gap, boolean][] = [
    ['supervisor', superior === null],
    ['duty', registered === 0],
    ['source', connected < registered || working < connected],
    ['answers', overdue > 0],
  ];
  return gaps.flatMap(([gap, there]) => (there ? [gap] : []));
}

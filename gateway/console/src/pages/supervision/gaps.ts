import type { Department } from '../directory/types';

export type Gap = 'answers' | 'duty' | 'source' | 'superior' | 'supervisor';

/**
 * What of a department nobody looks after: nobody is to look at it, no organisation above it, no entry (so no duty is lived up to), entries without a
 * source that works, feedback that was not answered in time.
 */
export function gapsOf({ superior, supervised, registered, connected, working, overdue }: Department): Gap[] {
  const gaps: [Gap, boolean][] = [
    ['supervisor', supervised === 0],
    ['superior', superior === null],
    ['duty', registered === 0],
    ['source', connected < registered || working < connected],
    ['answers', overdue > 0],
  ];
  return gaps.flatMap(([gap, there]) => (there ? [gap] : []));
}

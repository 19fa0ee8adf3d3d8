import type { Answer } from '../../api/answers';

/** A run whose result needs a permit, as the list gives it. */
export type ListedRun = Answer<'listRuns'>['items'][number];
export const STATES = ['waiting', 'permitted', 'refused', 'expired'] as const satisfies readonly ListedRun['state'][];

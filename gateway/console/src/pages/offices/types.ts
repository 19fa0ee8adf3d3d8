import type { Answer } from '../../api/answers';

export type Division = Answer<'listDivisions'>['items'][number];
export type Duty = Answer<'listDuties'>['items'][number];

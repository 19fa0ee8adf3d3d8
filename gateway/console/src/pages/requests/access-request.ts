import type { Answer } from '../../api/answers';

/** A request for access as the list gives it. */
export type AccessRequest = Answer<'listAccessRequests'>['items'][number];

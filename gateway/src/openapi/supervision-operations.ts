import { z } from 'zod';
import { supervisionLook, supervisionQuery, supervisionStatement } from '../routes/directory-schemas';
import { identifier } from '../routes/schemas';
import { supervisionList } from './directory-answers';
import { supervisionLooked, supervisionStated } from './directory-entries';
import { DIRECTORY_EXAMPLES } from './directory-examples';
import { act, list } from './directory-operations';
import type { Operation } from './operation';

const oneObject = z.object({ object: identifier });

/** The supervision matrix: who looks at whom, how and how often. */
export const supervisionOperations: readonly Operation[] = [
  act(
    {
      path: '/v1/supervision',
      id: 'stateSupervision',
      summary: 'State who looks at whom, how and how often; an interval of 0 ends it',
      access: 'directory.keep',
    },
    { schema: supervisionStatement, examples: DIRECTORY_EXAMPLES.supervision },
    supervisionStated,
    ['ORGANISATION_UNKNOWN', 'SUPERVISION_AUTHORITY_WRONG', 'SUPERVISION_STANDS', 'SUPERVISION_UNKNOWN'],
  ),
  list(
    '/v1/supervision',
    'listSupervision',
    'Who looks at whom, how and how often, and what is overdue; all of it for supervisors, for others who looks at them',
    supervisionQuery,
    supervisionList,
  ),
  act(
    {
      path: '/v1/supervision/{object}/looks',
      id: 'recordLook',
      summary: 'Record that the caller has looked at an organisation, as it is stated that it does',
      access: 'supervision.look',
      params: oneObject,
    },
    { schema: supervisionLook, examples: DIRECTORY_EXAMPLES.look },
    supervisionLooked,
    ['ORGANISATION_UNKNOWN', 'SUPERVISION_UNKNOWN', 'VERSION_NOT_NEXT'],
  ),
];

import type { ErrorCode } from '@lianpiao/chaincode/domain';
import { z } from 'zod';
import {
  divisionRegistration,
  dutyAssignment,
  dutyQuery,
  entryQuery,
  entryTransfer,
  feedbackAnswer,
  feedbackGiven,
  feedbackQuery,
  idPage,
  organisationPlacement,
  publication,
  regrading,
  resourcePlacement,
  sharingApproval,
} from '../routes/directory-schemas';
import { identifier, reasonOnly } from '../routes/schemas';
import { placed } from './answers';
import { departmentList, divisionList, dutyList, entryDetail, entryList, feedbackList } from './directory-answers';
import {
  catalogueApproved,
  cataloguePlaced,
  cataloguePublished,
  catalogueRegraded,
  catalogueReleased,
  catalogueTransferred,
  divisionRegistered,
  dutyAssigned,
  feedbackAnswered,
  feedbackClosed,
  feedbackGivenEntry,
  organisationPlaced,
} from './directory-entries';
import { DIRECTORY_EXAMPLES } from './directory-examples';
import { EXAMPLES } from './examples';
import type { Operation } from './operation';

const tag = 'sharing';
const done = 'Done, and on the ledger';
const oneEntry = z.object({ entry: identifier });
const oneFeedback = z.object({ feedback: identifier });
const oneResource = z.object({ resource: identifier });
type EntrySchema = Parameters<typeof placed>[0];

/** A list of the directory, a page at a time. */
export const list = (path: string, id: string, summary: string, query: z.ZodObject, schema: z.ZodType): Operation => ({
  method: 'get',
  path,
  id,
  tag,
  summary,
  access: 'catalogue.read',
  query,
  answers: { 200: { description: 'A page', schema } },
  codes: ['CURSOR_INVALID'],
});

/** An act on the directory. */
export const act = (
  where: Pick<Operation, 'access' | 'id' | 'path' | 'summary'> & { readonly params?: z.ZodObject; readonly status?: 200 | 201 },
  body: NonNullable<Operation['body']>,
  entry: EntrySchema,
  codes: readonly ErrorCode[],
): Operation => {
  const { status = 201, ...rest } = where;
  const answers = { [status]: { description: done, schema: placed(entry) } };
  return { method: 'post', tag, ...rest, body, answers, codes: [...codes, 'QUEUE_FULL'] };
};

const OF_ENTRY: readonly ErrorCode[] = ['CATALOGUE_ENTRY_UNKNOWN', 'CATALOGUE_ENTRY_RETIRED'];

/** The directory chain: organisation, duty, catalogue entry, resource. */
export const directoryOperations: readonly Operation[] = [
  act(
    { path: '/v1/catalogue/divisions', id: 'registerDivision', summary: 'Register a division', access: 'directory.keep' },
    { schema: divisionRegistration, examples: DIRECTORY_EXAMPLES.division },
    divisionRegistered,
    ['DIVISION_EXISTS', 'DIVISION_UNKNOWN'],
  ),
  list('/v1/catalogue/divisions', 'listDivisions', 'Divisions, by their codes', idPage, divisionList),
  act(
    {
      path: '/v1/catalogue/organisations',
      id: 'placeOrganisation',
      summary: 'Say to which division an organisation belongs',
      access: 'directory.keep',
    },
    { schema: organisationPlacement, examples: DIRECTORY_EXAMPLES.placement },
    organisationPlaced,
    ['ORGANISATION_UNKNOWN', 'DIVISION_UNKNOWN', 'PLACEMENT_EXISTS'],
  ),
  list(
    '/v1/catalogue/departments',
    'listDepartments',
    'Departments, with how many entries are registered, connected and working',
    idPage,
    departmentList,
  ),
  act(
    {
      path: '/v1/catalogue/duties',
      id: 'assignDuty',
      summary: 'Give a duty to an organisation, or from one to another',
      access: 'directory.keep',
    },
    { schema: dutyAssignment, examples: DIRECTORY_EXAMPLES.duty },
    dutyAssigned,
    ['ORGANISATION_UNKNOWN', 'ORGANISATION_NOT_PLACED', 'VERSION_NOT_NEXT'],
  ),
  list('/v1/catalogue/duties', 'listDuties', 'Duties and who has them', dutyQuery, dutyList),
  act(
    {
      path: '/v1/catalogue/entries',
      id: 'publishEntry',
      summary: 'Publish a catalogue entry under a duty, or its next version',
      access: 'catalogue.publish',
    },
    { schema: publication, examples: DIRECTORY_EXAMPLES.publication },
    cataloguePublished,
    [
      'CATALOGUE_ENTRY_NOT_YOURS', 'CATALOGUE_ENTRY_RETIRED', 'DUTY_UNKNOWN', 'DUTY_NOT_YOURS', 'ORGANISATION_UNKNOWN', 'ORGANISATION_NOT_PLACED',
      'VERSION_NOT_NEXT', 'DATUM_EXISTS', 'DATUM_SOURCE_WRONG', 'GRADE_CHANGE_WRONG', 'OPENNESS_REFUSED', 'SCHEMA_UNKNOWN',
    ], // prettier-ignore
  ),
  {
    ...list(
      '/v1/catalogue/entries',
      'searchEntries',
      'Find catalogue entries, newest first; open ones for anyone',
      entryQuery,
      entryList,
    ),
    openData: true,
  },
  {
    method: 'get',
    path: '/v1/catalogue/entries/{entry}',
    id: 'readEntry',
    tag,
    summary: 'A catalogue entry with its duty, resources and history; an open one for anyone, without who did what',
    access: 'catalogue.read',
    openData: true,
    params: oneEntry,
    answers: { 200: { description: 'The entry', schema: entryDetail } },
    codes: ['CATALOGUE_ENTRY_UNKNOWN', 'GRANT_RECORD_BROKEN'],
  },
  act(
    {
      path: '/v1/catalogue/entries/{entry}/grade',
      id: 'regradeEntry',
      summary: 'Endorse a grade and class; a looser one takes owner and bureau',
      access: 'catalogue.regrade',
      params: oneEntry,
      status: 200,
    },
    { schema: regrading, examples: DIRECTORY_EXAMPLES.regrading },
    catalogueRegraded,
    [...OF_ENTRY, 'CATALOGUE_ENTRY_NOT_YOURS', 'VERSION_NOT_NEXT', 'GRADE_CHANGE_WRONG'],
  ),
  act(
    {
      path: '/v1/catalogue/entries/{entry}/transfer',
      id: 'transferEntry',
      summary: 'The owner hands an entry to the organisation of another duty',
      access: 'catalogue.publish',
      params: oneEntry,
      status: 200,
    },
    { schema: entryTransfer, examples: DIRECTORY_EXAMPLES.transfer },
    catalogueTransferred,
    [
      ...OF_ENTRY, 'CATALOGUE_ENTRY_NOT_YOURS', 'DUTY_UNKNOWN', 'DUTY_NOT_YOURS', 'ORGANISATION_UNKNOWN', 'ORGANISATION_NOT_PLACED', 'VERSION_NOT_NEXT',
    ], // prettier-ignore
  ),
  act(
    {
      path: '/v1/catalogue/entries/{entry}/approvals',
      id: 'approveSharing',
      summary: 'Approve what the decision table leaves to approval',
      access: 'directory.keep',
      params: oneEntry,
    },
    { schema: sharingApproval, examples: DIRECTORY_EXAMPLES.approval },
    catalogueApproved,
    [...OF_ENTRY, 'ORGANISATION_UNKNOWN', 'TIME_MALFORMED'],
  ),
  act(
    {
      path: '/v1/catalogue/entries/{entry}/feedback',
      id: 'giveFeedback',
      summary: 'Say what is wrong with the data; the owner has ten days to answer',
      access: 'feedback.give',
      params: oneEntry,
    },
    { schema: feedbackGiven, examples: DIRECTORY_EXAMPLES.feedback },
    feedbackGivenEntry,
    [...OF_ENTRY, 'FEEDBACK_EXISTS'],
  ),
  list(
    '/v1/catalogue/feedback',
    'listFeedback',
    'Feedback by its state; `overdue` lists loops that are not closed',
    feedbackQuery,
    feedbackList,
  ),
  act(
    {
      path: '/v1/catalogue/feedback/{feedback}/answer',
      id: 'answerFeedback',
      summary: 'Answer feedback: corrected by a new version, or declined',
      access: 'feedback.answer',
      params: oneFeedback,
      status: 200,
    },
    { schema: feedbackAnswer, examples: DIRECTORY_EXAMPLES.answer },
    feedbackAnswered,
    ['FEEDBACK_UNKNOWN', 'FEEDBACK_NOT_YOURS', 'FEEDBACK_STATE_WRONG'],
  ),
  act(
    {
      path: '/v1/catalogue/feedback/{feedback}/close',
      id: 'closeFeedback',
      summary: 'Close feedback of your own',
      access: 'feedback.give',
      params: oneFeedback,
      status: 200,
    },
    { schema: reasonOnly, examples: EXAMPLES.reason },
    feedbackClosed,
    ['FEEDBACK_UNKNOWN', 'FEEDBACK_NOT_YOURS', 'FEEDBACK_STATE_WRONG'],
  ),
  act(
    {
      path: '/v1/catalogue/{resource}/entry',
      id: 'placeResource',
      summary: 'Put a resource under a catalogue entry; without one no access to it is granted',
      access: 'resource.register',
      params: oneResource,
      status: 200,
    },
    { schema: resourcePlacement, examples: DIRECTORY_EXAMPLES.placeResource },
    cataloguePlaced,
    [...OF_ENTRY, 'CATALOGUE_ENTRY_NOT_YOURS', 'RESOURCE_UNKNOWN', 'RESOURCE_NOT_YOURS'],
  ),
  act(
    {
      path: '/v1/catalogue/{resource}/release',
      id: 'releaseResource',
      summary: 'Let a resource out of quarantine',
      access: 'catalogue.regrade',
      params: oneResource,
      status: 200,
    },
    { schema: reasonOnly, examples: EXAMPLES.reason },
    catalogueReleased,
    ['RESOURCE_UNKNOWN', 'RESOURCE_NOT_YOURS'],
  ),
];

import type { Answer } from '../../api/answers';
import { answerOf, api } from '../../api/client';
import { pageQuery, usePages, type Pages } from '../../app/use-pages';
import { againFor } from '../directory/written';

/** Who looks at whom, how and how often. */
export type Supervision = Answer<'listSupervision'>['items'][number];

/** Most cities have one page of them. */
const PAGE = 500;

/** The lines of the matrix, in the order in which they were stated; the same for every card of the page. */
export function useSupervision(): Pages<Supervision> {
  return usePages<Supervision, Answer<'listSupervision'>>(
    ['supervision'],
    (after, signal) => answerOf(api.GET('/v1/supervision', { params: { query: pageQuery(after, PAGE) }, signal })),
    (pages) => againFor(pages.map(({ indexed }) => indexed)),
  );
}

import { answerOf, api } from '../../api/client';
import { useSession } from '../../app/session';
import { pageQuery, usePages, type Pages } from '../../app/use-pages';
import type { Resource } from '../sharing/types';

const PAGE = 500;

/** Resources of the catalogue that are the reader's own, as owner or as controller. */
export function useOwnResources(): Pages<Resource> {
  const { organisation } = useSession();
  const all = usePages<Resource>(['catalogue'], (after, signal) =>
    answerOf(api.GET('/v1/catalogue', { params: { query: pageQuery(after, PAGE) }, signal })),
  );
  return { ...all, data: all.data?.filter(({ owner, controller }) => [owner, controller].includes(organisation)) };
}

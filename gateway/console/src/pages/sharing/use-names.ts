import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client';
import { useSession } from '../../app/session';
import { useLanguage } from '../../shared/dictionary';
import { grantSentence } from './grant-sentence';
import type { Grant } from './types';

/** A name changes so seldom that one reading serves a session. */
const KEPT = Number.POSITIVE_INFINITY;

/** What people call an organisation. Only supervisors may ask for another one's name: everybody else reads its id. */
export function useOrganisationName(organisation: string): string {
  const { organisation: own, name, role } = useSession();
  const { data } = useQuery({
    queryKey: ['organisation-name', organisation],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/v1/organisations/{organisation}', { params: { path: { organisation } }, signal })),
    enabled: organisation !== own && (role === 'bureau' || role === 'auditor'),
    staleTime: KEPT,
  });
  if (organisation === own) return name;
  return data?.party?.name ?? organisation;
}

/** The title of a resource; its id until that is known. */
export function useResourceTitle(resource: string): string {
  const { data } = useQuery({
    queryKey: ['resource-title', resource],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/catalogue/{resource}', { params: { path: { resource } }, signal })),
    staleTime: KEPT,
  });
  return data?.title ?? resource;
}

export function useGrantSentence(grant: Grant): string {
  const language = useLanguage();
  const names = {
    provider: useOrganisationName(grant.provider),
    consumer: useOrganisationName(grant.consumer),
    resource: useResourceTitle(grant.resource),
  };
  const { purpose, fields, rows } = grant.terms;
  return grantSentence({ ...grant, purpose: purpose.text, fields, rows }, names, language);
}

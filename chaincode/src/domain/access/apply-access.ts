import type { LedgerState } from '../ports/ledger-state';
import type { Entry } from '../record/entry';
import { changeGrant } from './change-grant';
import { giveConsent, withdrawConsent } from './consent';
import { approveCrossing, withdrawCrossing } from './crossing';
import { attestDeletion, countersignRevocation, proposeRevocation, reviewGrant } from './end-grant';
import { grantAccess } from './grant-access';
import { registerResource, transferResource } from './register-resource';
import { answerRequest, escalateRequest, makeRequest } from './request-access';
import { sealAudit } from './seal-audit';
import type { SharingEntry } from './sharing-entries';
import { closeStanding, openStanding } from './standing';

/** Entries about resources, grants and the audit of access. */
export type AccessEntry =
  SharingEntry | Extract<Entry, { readonly type: `audit.${string}` | `grant.${string}` | `resource.${string}` }>;

type AccessEntryOf<Type extends AccessEntry['type']> = Extract<AccessEntry, { readonly type: Type }>;

/** What the entries of each family name themselves by; the audit log has no id. */
const SUBJECTS: Readonly<Record<string, string>> = {
  resource: 'resource',
  grant: 'grant',
  consent: 'consent',
  crossing: 'approval',
  request: 'request',
  standing: 'standing',
  audit: '',
};

const familyOf = (type: string): string => type.slice(0, type.indexOf('.'));

export function isAccessEntry(entry: Entry): entry is AccessEntry {
  return familyOf(entry.type) in SUBJECTS;
}

/** What an entry is about: the grant, the resource, the consent and so on, or the audit log. */
export function accessSubject(entry: AccessEntry): string {
  if (entry.type === 'audit.sealed') return 'audit';
  const members: Readonly<Record<string, unknown>> = { ...entry };
  return String(members[SUBJECTS[familyOf(entry.type)] ?? '']);
}

/** The rule of each type. */
const RULES: { readonly [Type in AccessEntry['type']]: (state: LedgerState, entry: AccessEntryOf<Type>) => void } = {
  'resource.registered': registerResource,
  'resource.transferred': transferResource,
  'grant.granted': grantAccess,
  'grant.paused': (state, { type, grant }) => changeGrant(state, type, grant),
  'grant.resumed': (state, { type, grant }) => changeGrant(state, type, grant),
  'grant.revoked': (state, { type, grant }) => changeGrant(state, type, grant),
  'grant.revocation-proposed': (state, { grant }) => proposeRevocation(state, grant),
  'grant.revocation-countersigned': (state, { grant }) => countersignRevocation(state, grant),
  'grant.deletion-attested': (state, { grant }) => attestDeletion(state, grant),
  'grant.reviewed': (state, { grant, upheld }) => reviewGrant(state, grant, upheld),
  'consent.given': giveConsent,
  'consent.withdrawn': withdrawConsent,
  'crossing.approved': approveCrossing,
  'crossing.withdrawn': withdrawCrossing,
  'request.made': makeRequest,
  'request.answered': answerRequest,
  'request.escalated': (state, { request }) => escalateRequest(state, request),
  'standing.opened': openStanding,
  'standing.closed': closeStanding,
  'audit.sealed': sealAudit,
};

/** Takes an entry into the state by the rule of its type. @throws LedgerError when the rule refuses. */
export function applyAccess(state: LedgerState, entry: AccessEntry): void {
  (RULES[entry.type] as (state: LedgerState, entry: AccessEntry) => void)(state, entry);
}

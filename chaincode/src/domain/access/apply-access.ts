import type { LedgerState } from '../ports/ledger-state';
import type { Entry } from '../record/entry';
import { changeGrant } from './change-grant';
import { grantAccess } from './grant-access';
import { registerResource, transferResource } from './register-resource';
import { sealAudit } from './seal-audit';

/** Entries about resources, grants and the audit of access. */
export type AccessEntry = Extract<Entry, { readonly type: `audit.${string}` | `grant.${string}` | `resource.${string}` }>;

const ACCESS_TYPE = /^(?:resource|grant|audit)\./;

export function isAccessEntry(entry: Entry): entry is AccessEntry {
  return ACCESS_TYPE.test(entry.type);
}

/** What an entry is about: the grant, the resource, or the audit log. */
export function accessSubject(entry: AccessEntry): string {
  if ('grant' in entry) return entry.grant;
  return 'resource' in entry ? entry.resource : 'audit';
}

/** Takes an entry into the state by the rule of its type. @throws LedgerError when the rule refuses. */
export function applyAccess(state: LedgerState, entry: AccessEntry): void {
  switch (entry.type) {
    case 'resource.registered':
      registerResource(state, entry);
      break;
    case 'resource.transferred':
      transferResource(state, entry);
      break;
    case 'grant.granted':
      grantAccess(state, entry);
      break;
    case 'audit.sealed':
      sealAudit(state, entry);
      break;
    default:
      changeGrant(state, entry.type, entry.grant);
  }
}

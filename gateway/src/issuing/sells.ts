import type { Role } from '@lianpiao/chaincode/domain';

/** True for the roles that have numbers of their own to issue. */
export function sells(role: Role): boolean {
  return role === 'merchant' || role === 'platform';
}

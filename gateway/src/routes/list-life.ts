import type { Request } from 'express';
import { isSupervisor } from '../access-policy';
import type { Gateway } from '../gateway';
import { parseWith } from '../middleware/parse';
import type { Principal } from '../stores/access-store';
import type { LifeKind } from '../stores/life-store';
import { page } from './schemas';

/** A page of what concerns a caller, newest first; supervisors see all. */
export function listLife(
  { life }: Gateway,
  principal: Principal,
  request: Request,
  kind: LifeKind,
): { readonly items: readonly Record<string, unknown>[]; readonly next: string | null } {
  const { after, limit } = parseWith(page, request.query);
  const organisation = isSupervisor(principal) ? undefined : principal.organisation;
  const { ids, next } = life.lists.list(kind, organisation, Number(after ?? Number.MAX_SAFE_INTEGER), limit);
  return { items: ids.map((id) => life.reader[kind](id)), next };
}

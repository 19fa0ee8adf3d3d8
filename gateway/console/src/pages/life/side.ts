import { GUARDS, TRANSITIONS, type Axis, type LifeRole, type LifeView } from '@lianpiao/chaincode/domain';
import type { Session } from '../../api/answers';
import type { Side } from './types';

/**
 * On whose side of an invoice a reader stands; undefined for who only supervises. A platform answers for the sellers who let
 * it; what a merchant has not sold, it bought.
 */
export function sideOf({ role, organisation }: Pick<Session, 'organisation' | 'role'>, seller: string): Side | undefined {
  if (role === 'bureau' || role === 'auditor') return undefined;
  return role === 'platform' || seller === organisation ? 'seller' : 'buyer';
}

/** What somebody may do on an axis now, by the tables of the ledger (docs/life.md), guards included. */
export function eventsNow(view: LifeView, axis: Axis, by: LifeRole): readonly string[] {
  return TRANSITIONS.filter(
    (row) =>
      row.axis === axis &&
      row.by.includes(by) &&
      row.from.includes(view[axis]) &&
      row.guards.every((guard) => GUARDS[guard].holds(view)),
  ).map(({ event }) => event);
}

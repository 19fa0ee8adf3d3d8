import {
  chinaDate,
  numbersLeft,
  numberYear,
  stateKeys,
  type OrganisationRegistered,
  type PoolState,
  type TillHead,
  type TillRegistered,
} from '@lianpiao/chaincode/domain';
import { Router } from 'express';
import { isSupervisor } from '../access-policy';
import type { Gateway } from '../gateway';
import type { PlacedAct } from '../ledger/ledger';
import { requirePrincipal } from '../middleware/authenticate';
import { parseWith } from '../middleware/parse';
import type { Principal } from '../stores/access-store';
import { page, tillPage } from './schemas';

/** Registrations that one page looks at, at most, for the few that it shows. */
const LOOKED_AT = 5_000;

/** What is registered, newest first. */
export function registryListRoutes(gateway: Gateway): Router {
  const router = Router();

  router.get('/v1/organisations', (request, response) => {
    requirePrincipal(request, 'organisation.list');
    const { after, limit } = parseWith(page, request.query);
    const acts = gateway.ledger.acts({ type: 'organisation.registered', limit, ...beforeOf(after) });
    const items = acts.map((act) => organisationItem(gateway, act));
    response.json({ items, next: items.length < limit ? null : String(acts.at(-1)?.sequence ?? 0) });
  });

  router.get('/v1/tills', (request, response) => {
    const principal = requirePrincipal(request, 'till.read');
    const { after, limit, seller } = parseWith(tillPage, request.query);
    const sellers = visibleSellers(gateway, principal, seller);
    const { acts, next } = tillActs(gateway, sellers, limit, after);
    response.json({ items: acts.map((act) => tillItem(gateway, act)), next: next === undefined ? null : String(next) });
  });

  return router;
}

function beforeOf(after: string | undefined): { readonly before?: number } {
  return after === undefined ? {} : { before: Number(after) };
}

/** Undefined: everybody's. */
function visibleSellers(gateway: Gateway, principal: Principal, seller: string | undefined): ReadonlySet<string> | undefined {
  if (isSupervisor(principal)) return seller === undefined ? undefined : new Set([seller]);
  const own = [principal.organisation, ...gateway.registry.delegatorsOf(principal.organisation)];
  return new Set(own.filter((id) => seller === undefined || id === seller));
}

function tillActs(
  gateway: Gateway,
  sellers: ReadonlySet<string> | undefined,
  limit: number,
  after: string | undefined,
): { readonly acts: readonly PlacedAct[]; readonly next: number | undefined } {
  const most = sellers === undefined ? limit : LOOKED_AT;
  const looked = gateway.ledger.acts({ type: 'till.registered', limit: most, ...beforeOf(after) });
  const acts = looked.filter(({ entry }) => sellers?.has((entry as TillRegistered).seller) !== false).slice(0, limit);
  const last = acts.length === limit ? acts.at(-1) : looked.length === most ? looked.at(-1) : undefined;
  return { acts, next: last?.sequence };
}

function organisationItem(gateway: Gateway, { sequence, entry }: PlacedAct): object {
  const { organisation, role, sandbox, time } = entry as OrganisationRegistered;
  const party = gateway.registry.party(organisation);
  const state = gateway.registry.organisation(organisation);
  return {
    sequence,
    organisation,
    role,
    sandbox,
    name: party?.name ?? null,
    taxId: party?.taxId ?? null,
    quota: state?.quota ?? null,
    allotted: state?.allotted ?? {},
    left: numbersLeft(poolOf(gateway, organisation), yearOf(gateway)),
    registeredAt: time,
  };
}

/** A seller's numbers that no till has yet. */
function poolOf(gateway: Gateway, seller: string): PoolState['ranges'] {
  return (gateway.ledger.state(stateKeys.pool(seller)) as PoolState | undefined)?.ranges ?? [];
}

function tillItem(gateway: Gateway, { sequence, entry }: PlacedAct): object {
  const { till, seller, time } = entry as TillRegistered;
  const head = gateway.ledger.state(stateKeys.head(till)) as TillHead | undefined;
  return {
    sequence,
    till,
    seller,
    sellerName: gateway.registry.party(seller)?.name ?? null,
    issued: head?.counter ?? 0,
    left: numbersLeft(head?.ranges ?? [], yearOf(gateway)),
    ranges: (head?.ranges ?? []).map(({ prefix, next, to }) => ({ prefix, next, to })),
    registeredAt: time,
  };
}

function yearOf(gateway: Gateway): string {
  return numberYear(chinaDate(gateway.clock()));
}

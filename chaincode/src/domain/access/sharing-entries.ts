import { parseDigest, type Digest } from '../encoding/digest';
import { isIdentifier } from '../encoding/identifier';
import { parseTime } from '../encoding/time';
import { BASIS_NAMES, MAX_KEEP_DAYS, type Basis } from './conditions';

interface Base {
  readonly time: string;
  readonly commitment: Digest;
}

/** A data subject, known by a pseudonym alone, agreed to a text. Purpose and collector's notes stand in the record. */
export interface ConsentGiven extends Base {
  readonly type: 'consent.given';
  readonly consent: string;
  readonly resource: string;
  /** The data subject's pseudonym: a keyed digest that only the collector can make. */
  readonly subject: Digest;
  /** SHA-256 of the text that the data subject was shown, and which version of it that was. */
  readonly text: Digest;
  readonly textVersion: string;
  /** Whom it lets have the data; a sub-grant rests on one that names its consumer. */
  readonly consumer?: string;
  readonly until?: string;
}

export interface ConsentWithdrawn extends Base {
  readonly type: 'consent.withdrawn';
  readonly consent: string;
}

/** The bureau lets a consumer use a resource in another region, until a day. */
export interface CrossingApproved extends Base {
  readonly type: 'crossing.approved';
  readonly approval: string;
  readonly resource: string;
  readonly consumer: string;
  readonly region: string;
  readonly until: string;
}

export interface CrossingWithdrawn extends Base {
  readonly type: 'crossing.withdrawn';
  readonly approval: string;
}

/** One side wants the grant to end by both signatures. */
export interface RevocationProposed extends Base {
  readonly type: 'grant.revocation-proposed';
  readonly grant: string;
}

/** The other side signs: what was proposed is done; what was revoked alone is acknowledged. */
export interface RevocationCountersigned extends Base {
  readonly type: 'grant.revocation-countersigned';
  readonly grant: string;
}

/** The consumer states that it holds nothing of the data any more. */
export interface DeletionAttested extends Base {
  readonly type: 'grant.deletion-attested';
  readonly grant: string;
}

/** The bureau has looked at an emergency grant after the fact. */
export interface GrantReviewed extends Base {
  readonly type: 'grant.reviewed';
  readonly grant: string;
  readonly upheld: boolean;
}

/** An organisation asks for access; the ledger's time sets the deadline. */
export interface RequestMade extends Base {
  readonly type: 'request.made';
  readonly request: string;
  readonly resource: string;
  readonly consumer: string;
  readonly basis: Basis;
}

/** The controller answers: with a grant, or with a refusal. */
export interface RequestAnswered extends Base {
  readonly type: 'request.answered';
  readonly request: string;
  readonly grant?: string;
}

/** The deadline is over, and whoever asked calls the bureau. */
export interface RequestEscalated extends Base {
  readonly type: 'request.escalated';
  readonly request: string;
}

/** A controller signs in advance: the consumer may draw grants of at most some days under these terms. */
export interface StandingOpened extends Base {
  readonly type: 'standing.opened';
  readonly standing: string;
  readonly resource: string;
  readonly provider: string;
  readonly consumer: string;
  readonly days: number;
  readonly until: string;
  readonly basis: Basis;
  readonly keepDays: number;
}

export interface StandingClosed extends Base {
  readonly type: 'standing.closed';
  readonly standing: string;
}

export type SharingEntry =
  | ConsentGiven
  | ConsentWithdrawn
  | CrossingApproved
  | CrossingWithdrawn
  | RevocationProposed
  | RevocationCountersigned
  | DeletionAttested
  | GrantReviewed
  | RequestMade
  | RequestAnswered
  | RequestEscalated
  | StandingOpened
  | StandingClosed;

type Check = (value: unknown) => boolean;
const isTime: Check = (value) => parseTime(value) !== undefined;
const isDigest: Check = (value) => parseDigest(value) !== undefined;
/** ISO 3166-1 alpha-2. */
const isRegion: Check = (value) => typeof value === 'string' && /^[A-Z]{2}$/.test(value);
const isDays: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 1 && (value as number) <= MAX_KEEP_DAYS;
const isKeepDays: Check = (value) => value === 0 || isDays(value);
const isVersion: Check = (value) => typeof value === 'string' && /^[A-Za-z0-9._-]{1,40}$/.test(value);
const isBasis: Check = (value) => BASIS_NAMES.includes(value as Basis);
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

/** The form of these entries, as `record/parse-entry.ts` reads them. */
export const SHARING_FORMS: Readonly<Record<SharingEntry['type'], Readonly<Record<string, Check>>>> = {
  'consent.given': {
    consent: isIdentifier,
    resource: isIdentifier,
    subject: isDigest,
    text: isDigest,
    textVersion: isVersion,
    consumer: optional(isIdentifier),
    until: optional(isTime),
  },
  'consent.withdrawn': { consent: isIdentifier },
  'crossing.approved': {
    approval: isIdentifier,
    resource: isIdentifier,
    consumer: isIdentifier,
    region: isRegion,
    until: isTime,
  },
  'crossing.withdrawn': { approval: isIdentifier },
  'grant.revocation-proposed': { grant: isIdentifier },
  'grant.revocation-countersigned': { grant: isIdentifier },
  'grant.deletion-attested': { grant: isIdentifier },
  'grant.reviewed': { grant: isIdentifier, upheld: (value) => typeof value === 'boolean' },
  'request.made': { request: isIdentifier, resource: isIdentifier, consumer: isIdentifier, basis: isBasis },
  'request.answered': { request: isIdentifier, grant: optional(isIdentifier) },
  'request.escalated': { request: isIdentifier },
  'standing.opened': {
    standing: isIdentifier,
    resource: isIdentifier,
    provider: isIdentifier,
    consumer: isIdentifier,
    days: isDays,
    until: isTime,
    basis: isBasis,
    keepDays: isKeepDays,
  },
  'standing.closed': { standing: isIdentifier },
};

/** What a grant of version 2 says in public beside the facts of version 1. */
export type GrantFacts = {
  /** Absent: as grants were before they had conditions. */
  readonly version?: 2;
  readonly basis?: Basis;
  /** Days that the consumer may keep what it has after the end; 0 is none. */
  readonly keepDays?: number;
  /** Where the data is used: ISO 3166-1 alpha-2. */
  readonly region?: string;
  /** Emergencies: until then the bureau has looked at it. */
  readonly reviewBy?: string;
  /** The data subject's consent, where the resource is personal. */
  readonly consent?: string;
  /** The bureau's approval, where the region is another one. */
  readonly approval?: string;
  /** Drawn by the consumer from what the controller signed in advance. */
  readonly standing?: string;
};

export const GRANT_FACT_FORMS: Readonly<Record<keyof GrantFacts, Check>> = {
  version: optional((value) => value === 2),
  basis: optional(isBasis),
  keepDays: optional(isKeepDays),
  region: optional(isRegion),
  reviewBy: optional(isTime),
  consent: optional(isIdentifier),
  approval: optional(isIdentifier),
  standing: optional(isIdentifier),
};

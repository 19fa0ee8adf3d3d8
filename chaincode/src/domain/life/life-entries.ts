import { parseDigest, type Digest } from '../encoding/digest';
import { isIdentifier } from '../encoding/identifier';
import { parseTime } from '../encoding/time';
import { CORRECTION_REASONS, TRANSITIONS, type Axis, type CorrectionReason } from './axes';

/** Rule sets that the bureau publishes: for what becomes of invoices, and for the amounts of profile cn. */
export const RULE_SETS = ['life', 'cn'] as const;
export type RuleSetName = (typeof RULE_SETS)[number];

interface LifeEntryBase {
  readonly time: string;
  readonly commitment: Digest;
}

/** The buyer selects an invoice to deduct its tax, deducts it, or rolls that back (用途). */
export interface UseChanged extends LifeEntryBase {
  readonly type: 'use.changed';
  readonly invoice: string;
  readonly seller: string;
  readonly event: string;
}

/** The buyer books an invoice (入账), or undoes that. */
export interface BookingChanged extends LifeEntryBase {
  readonly type: 'booking.changed';
  readonly invoice: string;
  readonly seller: string;
  readonly event: string;
}

/** A red-letter confirmation (红字信息确认单) begins; lines and amounts stand in the record. */
export interface CorrectionRequested extends LifeEntryBase {
  readonly type: 'correction.requested';
  readonly correction: string;
  readonly invoice: string;
  readonly seller: string;
  readonly event: string;
  readonly reason: CorrectionReason;
  /** Until then the other side may answer. */
  readonly until?: string;
  /** The rule set by which it was decided. */
  readonly rules: string;
}

/** It is confirmed, refused, withdrawn or made void. */
export interface CorrectionChanged extends LifeEntryBase {
  readonly type: 'correction.changed';
  readonly correction: string;
  readonly event: string;
  /** On whose side the caller stands. */
  readonly as: 'bureau' | 'buyer' | 'seller';
}

/** The red invoice exists: an invoice of its own, with a number and a proof of its own. */
export interface CorrectionCompleted extends LifeEntryBase {
  readonly type: 'correction.completed';
  readonly correction: string;
  readonly red: string;
  /** Whether anything is left of the blue invoice. */
  readonly event: string;
  /** True when more of it was settled than is left: somebody has to pay back. */
  readonly clawback: boolean;
}

/** Amounts of invoices are reserved for reimbursement, all or none; who holds them, and how much, stands in the record. */
export interface ClaimReserved extends LifeEntryBase {
  readonly type: 'claim.reserved';
  readonly claim: string;
  readonly invoices: readonly { readonly invoice: string; readonly seller: string }[];
  /** Salted commitment of the holder. */
  readonly holder: Digest;
  readonly until: string;
  /** Fencing token: whoever renews, releases or settles shows the newest. */
  readonly fence: number;
  readonly rules: string;
}

export interface ClaimChanged extends LifeEntryBase {
  readonly type: 'claim.changed';
  readonly claim: string;
  readonly event: string;
  /** The token as it was. */
  readonly fence: number;
  /** A renewal's new end; its new token stands in the state. */
  readonly until?: string;
}

/** A receivable is pledged; to whom, and for how much, stands in the record. */
export interface PledgeMade extends LifeEntryBase {
  readonly type: 'pledge.made';
  readonly pledge: string;
  readonly invoice: string;
  readonly seller: string;
  readonly financier: Digest;
}

export interface PledgeReleased extends LifeEntryBase {
  readonly type: 'pledge.released';
  readonly pledge: string;
  /** `settled`: the debt was paid. */
  readonly reason: 'released' | 'settled';
}

/** The bureau puts a rule set in force; its text is public, and the digest is that of the text. */
export interface RulesPublished extends LifeEntryBase {
  readonly type: 'rules.published';
  readonly set: RuleSetName;
  readonly version: string;
  readonly digest: Digest;
  /** RFC 8785 text. */
  readonly text: string;
}

export type LifeEntry =
  | UseChanged
  | BookingChanged
  | CorrectionRequested
  | CorrectionChanged
  | CorrectionCompleted
  | ClaimReserved
  | ClaimChanged
  | PledgeMade
  | PledgeReleased
  | RulesPublished;

type Check = (value: unknown) => boolean;

/** Invoices of one claim at most. */
export const MAX_CLAIM_INVOICES = 50;
const MAX_RULES_TEXT = 16_384;

const isNumber: Check = (value) => typeof value === 'string' && /^\d{20}$/.test(value);
const isDigest: Check = (value) => parseDigest(value) !== undefined;
const isTime: Check = (value) => parseTime(value) !== undefined;
const isFence: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 1;
const isCited: Check = (value) => typeof value === 'string' && /^[0-9A-Za-z.-]{1,40}#[0-9a-f]{16}$/.test(value);
const isVersion: Check = (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}(?:\.\d{1,3})?$/.test(value);
const absentOrTime: Check = (value) => value === undefined || isTime(value);
const oneOf =
  (words: readonly string[]): Check =>
  (value) =>
    words.includes(value as string);
const eventOf = (axis: Axis, start = ''): Check =>
  oneOf(TRANSITIONS.filter((each) => each.axis === axis && each.event.startsWith(start)).map(({ event }) => event));
const changeOf = (axis: Axis, not: string): Check => {
  const events = TRANSITIONS.filter((each) => each.axis === axis).map(({ event }) => event);
  return oneOf(events.filter((event) => !event.startsWith(not) && event !== 'complete'));
};

function isClaimed(value: unknown): boolean {
  if (!Array.isArray(value) || value.length === 0 || value.length > MAX_CLAIM_INVOICES) return false;
  const numbers = value.map((each: unknown) => {
    const { invoice, seller, ...rest } = (each ?? {}) as Readonly<Record<string, unknown>>;
    return isNumber(invoice) && isIdentifier(seller) && Object.keys(rest).length === 0 ? invoice : undefined;
  });
  return numbers.every((number) => number !== undefined) && new Set(numbers).size === numbers.length;
}

/** The form of these entries, as `record/parse-entry.ts` reads them. */
export const LIFE_FORMS: Readonly<Record<LifeEntry['type'], Readonly<Record<string, Check>>>> = {
  'use.changed': { invoice: isNumber, seller: isIdentifier, event: eventOf('use') },
  'booking.changed': { invoice: isNumber, seller: isIdentifier, event: eventOf('booking') },
  'correction.requested': {
    correction: isIdentifier,
    invoice: isNumber,
    seller: isIdentifier,
    event: eventOf('correction', 'request-'),
    reason: oneOf(Object.keys(CORRECTION_REASONS)),
    until: absentOrTime,
    rules: isCited,
  },
  'correction.changed': {
    correction: isIdentifier,
    event: changeOf('correction', 'request-'),
    as: oneOf(['bureau', 'buyer', 'seller']),
  },
  'correction.completed': {
    correction: isIdentifier,
    red: isNumber,
    event: eventOf('document'),
    clawback: (value) => typeof value === 'boolean',
  },
  'claim.reserved': {
    claim: isIdentifier,
    invoices: isClaimed,
    holder: isDigest,
    until: isTime,
    fence: isFence,
    rules: isCited,
  },
  'claim.changed': { claim: isIdentifier, event: changeOf('claim', 'reserve'), fence: isFence, until: absentOrTime },
  'pledge.made': { pledge: isIdentifier, invoice: isNumber, seller: isIdentifier, financier: isDigest },
  'pledge.released': { pledge: isIdentifier, reason: oneOf(['released', 'settled']) },
  'rules.published': {
    set: oneOf(RULE_SETS),
    version: isVersion,
    digest: isDigest,
    text: (value) => typeof value === 'string' && value.length <= MAX_RULES_TEXT,
  },
};

const LIFE_TYPE = /^(?:use|booking|correction|claim|pledge|rules)\./;

/** True for an entry about what becomes of an invoice after its issue, and for the rules of that. */
export function isLifeEntry(entry: { readonly type: string }): entry is LifeEntry {
  return LIFE_TYPE.test(entry.type);
}

/** What an entry is about: the invoice where it names just one, else the correction, the claim, the pledge or the rule set. */
export function lifeSubject(entry: LifeEntry): string {
  switch (entry.type) {
    case 'correction.requested':
    case 'correction.changed':
    case 'correction.completed':
      return entry.correction;
    case 'claim.reserved':
    case 'claim.changed':
      return entry.claim;
    case 'pledge.made':
    case 'pledge.released':
      return entry.pledge;
    case 'rules.published':
      return `rules-${entry.set}`;
    default:
      return entry.invoice;
  }
}

import type { ErrorCode } from '../errors';

/**
 * The life of an invoice as independent axes, each with its own states and transitions, as data: the rules, the tests and
 * docs/life.md are all made from these tables. Sources: 红字信息确认单 states and reasons (乐企 `hzqrxxztDm`, `chyyDm`), 入账
 * codes 02 to 06, and the shared design's rules of the field, sections 2.1 to 2.3.
 */
export const AXES = ['document', 'correction', 'use', 'booking', 'claim', 'pledge'] as const;
export type Axis = (typeof AXES)[number];

/** Who makes a transition. A holder is whoever reserved the claim; a financier whoever took the pledge. */
export const LIFE_ROLES = ['seller', 'buyer', 'holder', 'financier', 'bureau'] as const;
export type LifeRole = (typeof LIFE_ROLES)[number];

/** The states of each axis; the first is that of an invoice of which nothing but its issue is known. */
export const AXIS_STATES = {
  document: ['issued', 'partly-red', 'wholly-red'],
  correction: ['none', '01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12', '13', 'completed'],
  use: ['unused', 'selected', 'deducted'],
  booking: ['not-booked', 'booking', '02', '03', '04', '05', 'failed', 'undoing', '06', 'undo-failed'],
  claim: ['free', 'reserved', 'expired', 'released', 'settled'],
  pledge: ['free', 'pledged'],
} as const satisfies Record<Axis, readonly string[]>;

export type AxisState<A extends Axis> = (typeof AXIS_STATES)[A][number];
/** Where an invoice stands on every axis. */
export type LifeView = { readonly [A in Axis]: AxisState<A> };

/** What the 13 states of a red-letter confirmation mean. */
export const CORRECTION_MEANINGS: Readonly<Record<string, { readonly en: string; readonly zh: string }>> = {
  '01': { en: 'no confirmation needed', zh: '无需确认' },
  '02': { en: 'entered by the seller, waits for the buyer', zh: '销方录入待购方确认' },
  '03': { en: 'entered by the buyer, waits for the seller', zh: '购方录入待销方确认' },
  '04': { en: 'confirmed by both', zh: '购销双方已确认' },
  '05': { en: 'void: refused by the buyer', zh: '作废（销方录入购方否认）' },
  '06': { en: 'void: refused by the seller', zh: '作废（购方录入销方否认）' },
  '07': { en: 'void: 72 hours without an answer', zh: '作废（超72小时未确认）' },
  '08': { en: 'void: withdrawn by whoever began it', zh: '作废（发起方撤销）' },
  '09': { en: 'void: withdrawn after the confirmation', zh: '作废（确认后撤销）' },
  '10': { en: 'void: abnormal voucher', zh: '作废（异常凭证）' },
  '11': { en: 'void: taxpayer blocked', zh: '作废（纳税人被冻结）' },
  '12': { en: 'void: refused by a natural person', zh: '作废（自然人拒绝）' },
  '13': { en: 'void: a refund application was issued', zh: '作废（已开具退税申请）' },
};

/** 冲红原因 `chyyDm`. */
export const CORRECTION_REASONS = {
  '01': { en: 'invoice error', zh: '开票有误' },
  '02': { en: 'sales return', zh: '销货退回' },
  '03': { en: 'service stopped', zh: '服务中止' },
  '04': { en: 'sales allowance', zh: '销售折让' },
} as const;
export type CorrectionReason = keyof typeof CORRECTION_REASONS;

/** States of a confirmation that is not decided, or decided and waits for its red invoice; all others are over. */
export const PENDING_CORRECTION: readonly string[] = ['01', '02', '03', '04'];

/** What of the other axes must hold for a transition, by name; `refuses` is the code of the refusal. */
export const GUARDS = {
  'not-wholly-red': { refuses: 'INVOICE_RED', holds: (view) => view.document !== 'wholly-red' },
  'no-correction-pending': { refuses: 'CORRECTION_PENDING', holds: (view) => !PENDING_CORRECTION.includes(view.correction) },
  'not-pledged': { refuses: 'INVOICE_PLEDGED', holds: (view) => view.pledge === 'free' },
  /** An invoice that nobody has used, booked, reserved or settled: its seller needs nobody's word to correct it. */
  untouched: { refuses: 'CORRECTION_NEEDS_CONFIRMATION', holds: (view) => isUntouched(view) },
  touched: { refuses: 'CORRECTION_NEEDS_NONE', holds: (view) => !isUntouched(view) },
} as const satisfies Record<string, { readonly refuses: ErrorCode; readonly holds: (view: LifeView) => boolean }>;
export type GuardName = keyof typeof GUARDS;

/** True when the buyer's side has done nothing with the invoice that stands now. */
export function isUntouched({ use, booking, claim }: LifeView): boolean {
  const unbooked = booking === 'not-booked' || booking === '06' || booking === 'failed';
  return use === 'unused' && unbooked && claim !== 'reserved' && claim !== 'settled';
}

export interface Transition {
  readonly axis: Axis;
  readonly event: string;
  readonly from: readonly string[];
  readonly to: string;
  readonly by: readonly LifeRole[];
  readonly guards: readonly GuardName[];
}

const OVER = ['none', '05', '06', '07', '08', '09', '10', '11', '12', '13', 'completed'] as const;
const OF_USE: readonly GuardName[] = ['not-wholly-red', 'no-correction-pending'];
const NEW_CORRECTION: readonly GuardName[] = ['not-wholly-red', 'not-pledged'];

function row<A extends Axis>(
  axis: A,
  event: string,
  from: readonly AxisState<A>[],
  to: AxisState<A>,
  by: readonly LifeRole[],
  guards: readonly GuardName[] = [],
): Transition {
  return { axis, event, from, to, by, guards };
}

/** Every transition there is; what is not here is refused. `expires` is not an event of anybody: time does it. */
export const TRANSITIONS: readonly Transition[] = [
  row('document', 'correct-part', ['issued', 'partly-red'], 'partly-red', ['seller']),
  row('document', 'correct-rest', ['issued', 'partly-red'], 'wholly-red', ['seller']),

  row('correction', 'request-alone', OVER, '01', ['seller'], [...NEW_CORRECTION, 'untouched']),
  row('correction', 'request-of-buyer', OVER, '02', ['seller'], [...NEW_CORRECTION, 'touched']),
  row('correction', 'request-of-seller', OVER, '03', ['buyer'], NEW_CORRECTION),
  row('correction', 'confirm', ['02'], '04', ['buyer']),
  row('correction', 'confirm', ['03'], '04', ['seller']),
  row('correction', 'refuse', ['02'], '05', ['buyer']),
  row('correction', 'refuse', ['03'], '06', ['seller']),
  row('correction', 'refuse-as-person', ['02'], '12', ['bureau']),
  row('correction', 'withdraw', ['02'], '08', ['seller']),
  row('correction', 'withdraw', ['03'], '08', ['buyer']),
  row('correction', 'withdraw', ['01'], '08', ['seller']),
  row('correction', 'withdraw-confirmed', ['04'], '09', ['seller', 'buyer']),
  row('correction', 'void-abnormal', ['01', '02', '03', '04'], '10', ['bureau']),
  row('correction', 'void-blocked', ['01', '02', '03', '04'], '11', ['bureau']),
  row('correction', 'void-refund', ['01', '02', '03', '04'], '13', ['bureau']),
  row('correction', 'complete', ['01', '04'], 'completed', ['seller']),

  row('use', 'select', ['unused'], 'selected', ['buyer'], OF_USE),
  row('use', 'unselect', ['selected'], 'unused', ['buyer']),
  row('use', 'deduct', ['selected'], 'deducted', ['buyer'], OF_USE),
  row('use', 'roll-back', ['deducted'], 'unused', ['buyer']),

  row('booking', 'book', ['not-booked', 'failed', '06'], 'booking', ['buyer'], OF_USE),
  row('booking', 'booked-deductible', ['booking'], '02', ['buyer'], OF_USE),
  row('booking', 'booked-not-deductible', ['booking'], '03', ['buyer'], OF_USE),
  row('booking', 'booked-person', ['booking'], '04', ['buyer'], OF_USE),
  row('booking', 'booked-person-not-deductible', ['booking'], '05', ['buyer'], OF_USE),
  row('booking', 'booking-failed', ['booking'], 'failed', ['buyer']),
  row('booking', 'undo', ['02', '03', '04', '05', 'undo-failed'], 'undoing', ['buyer']),
  row('booking', 'undone', ['undoing'], '06', ['buyer']),
  row('booking', 'undo-failed', ['undoing'], 'undo-failed', ['buyer']),

  row('claim', 'reserve', ['free', 'reserved', 'expired', 'released', 'settled'], 'reserved', ['holder'], OF_USE),
  row('claim', 'renew', ['reserved'], 'reserved', ['holder'], ['not-wholly-red']),
  row('claim', 'release', ['reserved'], 'released', ['holder']),
  row('claim', 'settle', ['reserved'], 'settled', ['holder'], OF_USE),

  row('pledge', 'pledge', ['free'], 'pledged', ['seller'], OF_USE),
  row('pledge', 'release-pledge', ['pledged'], 'free', ['financier']),
];

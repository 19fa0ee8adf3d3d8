import type { GrantRight } from '../access/grant';
import type { Role } from '../record/entry';
import type { DataClass, DataGrade } from './vocabulary';

/** What the table says of a right for a kind of organisation. */
export type SharingDecision = 'allow' | 'approve' | 'deny';

/** Kinds of organisations that ask for data. */
export type RequesterKind = 'business' | 'department' | 'supervisor';

const KINDS: Readonly<Record<Role, RequesterKind>> = {
  provider: 'department',
  bureau: 'supervisor',
  auditor: 'supervisor',
  merchant: 'business',
  platform: 'business',
  company: 'business',
  consumer: 'business',
};

type Row = Readonly<Record<RequesterKind, Readonly<Record<GrantRight, SharingDecision>>>>;

/** By grade. Supervisors look at data; they do not operate it. */
export const GRADE_DECISIONS: Readonly<Record<DataGrade, Row>> = {
  1: {
    department: { use: 'allow', operate: 'allow' },
    business: { use: 'allow', operate: 'allow' },
    supervisor: { use: 'allow', operate: 'deny' },
  },
  2: {
    department: { use: 'allow', operate: 'allow' },
    business: { use: 'allow', operate: 'approve' },
    supervisor: { use: 'allow', operate: 'deny' },
  },
  3: {
    department: { use: 'allow', operate: 'approve' },
    business: { use: 'approve', operate: 'deny' },
    supervisor: { use: 'allow', operate: 'deny' },
  },
  4: {
    department: { use: 'approve', operate: 'deny' },
    business: { use: 'deny', operate: 'deny' },
    supervisor: { use: 'approve', operate: 'deny' },
  },
};

const ANYTHING: Row = {
  department: { use: 'allow', operate: 'allow' },
  business: { use: 'allow', operate: 'allow' },
  supervisor: { use: 'allow', operate: 'allow' },
};

/** By class, beside the grade. */
export const CLASS_DECISIONS: Readonly<Record<DataClass, Row>> = {
  'public-service': ANYTHING,
  government: ANYTHING,
  scientific: ANYTHING,
  enterprise: { ...ANYTHING, business: { use: 'allow', operate: 'approve' } },
  personal: {
    department: { use: 'allow', operate: 'deny' },
    business: { use: 'approve', operate: 'deny' },
    supervisor: { use: 'allow', operate: 'deny' },
  },
};

const STRICTEST_FIRST: readonly SharingDecision[] = ['deny', 'approve', 'allow'];

/** The decision on a right to data of a grade and class: the stricter of the two tables. */
export function decideSharing(
  data: { readonly grade: DataGrade; readonly class: DataClass },
  role: Role,
  right: GrantRight,
): SharingDecision {
  const kind = KINDS[role];
  const said = [GRADE_DECISIONS[data.grade][kind][right], CLASS_DECISIONS[data.class][kind][right]];
  return STRICTEST_FIRST.find((decision) => said.includes(decision)) ?? 'deny';
}

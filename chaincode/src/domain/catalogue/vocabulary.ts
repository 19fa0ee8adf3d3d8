/** The twelve fields of the "Data Element ×" plan 2024–2026 (国数政策〔2023〕11号), in its order. */
export const SECTORS = [
  'industry',
  'agriculture',
  'commerce',
  'transport',
  'finance',
  'science',
  'culture-tourism',
  'health',
  'emergency',
  'weather',
  'city',
  'green',
] as const;
export type Sector = (typeof SECTORS)[number];

/** What the data is about, the mildest first: a later class is never shared more easily than one before it. */
export const DATA_CLASSES = ['public-service', 'government', 'scientific', 'enterprise', 'personal'] as const;
export type DataClass = (typeof DATA_CLASSES)[number];

/** How much harm a leak does: 1 none, 4 grave. The number of grades is our own choice. */
export const DATA_GRADES = [1, 2, 3, 4] as const;
export type DataGrade = (typeof DATA_GRADES)[number];

/** `open`: read without a grant, and every read is logged. `conditional`: under a grant. `closed`: not shared. */
export const OPENNESS = ['open', 'conditional', 'closed'] as const;
export type Openness = (typeof OPENNESS)[number];

/** Where the data stands in its life. `retired` is the end: nothing is granted any more. */
export const STAGES = ['collected', 'integrated', 'stored', 'shared', 'retired'] as const;
export type Stage = (typeof STAGES)[number];

/** Families of tags; every catalogue entry has tags of each. */
export const TAG_FAMILIES = ['technology', 'industry', 'management'] as const;
export type TagFamily = (typeof TAG_FAMILIES)[number];

/** How an authority supervises: on the spot, by samples of the data, by reports that it is given, by the audit log. */
export const SUPERVISION_METHODS = ['inspection', 'sampling', 'report', 'audit-log'] as const;
export type SupervisionMethod = (typeof SUPERVISION_METHODS)[number];

/** What a look left behind: nothing, or something that is still open. */
export const SUPERVISION_FINDINGS = ['none', 'open'] as const;
export type SupervisionFinding = (typeof SUPERVISION_FINDINGS)[number];

/** The longest interval between two looks: ten years. */
export const MAX_SUPERVISION_DAYS = 3660;

export const FEEDBACK_KINDS = ['wrong', 'missing', 'late', 'unreadable'] as const;
export type FeedbackKind = (typeof FEEDBACK_KINDS)[number];

/** How an owner answers: with a new version of the entry, or with a reason why there is none. */
export const FEEDBACK_OUTCOMES = ['corrected', 'declined'] as const;
export type FeedbackOutcome = (typeof FEEDBACK_OUTCOMES)[number];

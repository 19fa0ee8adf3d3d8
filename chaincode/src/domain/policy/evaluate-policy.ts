import {
  includesAction,
  isLogical,
  type AtomicConstraint,
  type Constraint,
  type Policy,
  type Rule,
  type RuleKind,
} from './policy';

/** Who wants to do what with what. */
export interface PolicyRequest {
  readonly action: string;
  readonly assignee: string;
  readonly target: string;
}

/** What is known of the world when a policy is evaluated. */
export interface World {
  /** The value of a left operand, such as `dateTime`; undefined when it is not known. */
  valueOf(leftOperand: string): string | undefined;
  /** Collections that a party or an asset belongs to. */
  collectionsOf(id: string): readonly string[];
  /** Whether a duty can no longer be fulfilled; one that still can does not hold a permission back. */
  isViolated(duty: Rule): boolean;
}

/** What evaluating one rule gave: an inactive permission permits nothing, an active prohibition forbids. */
export interface RuleReport {
  readonly kind: RuleKind;
  readonly rule: Rule;
  readonly active: boolean;
}

export interface PolicyReport {
  readonly rules: readonly RuleReport[];
  /** Some permission is active, and no prohibition is. */
  readonly allowed: boolean;
}

/**
 * Evaluates a policy for a request, rule by rule (ODRL Information Model §2.6, with `prohibit` as the strategy for conflicts).
 * What is not known counts against the request: a permission whose constraint cannot be judged is inactive, a prohibition is
 * active.
 */
export function evaluatePolicy(policy: Policy, request: PolicyRequest, world: World): PolicyReport {
  const report = (kind: RuleKind): RuleReport[] =>
    policy[kind].map((rule) => ({ kind, rule, active: isActive(kind, rule, request, world) }));
  const [permissions, prohibitions] = [report('permission'), report('prohibition')];
  const allowed = permissions.some(({ active }) => active) && !prohibitions.some(({ active }) => active);
  return { rules: [...permissions, ...prohibitions], allowed };
}

function isActive(kind: RuleKind, rule: Rule, { action, assignee, target }: PolicyRequest, world: World): boolean {
  return (
    includesAction(rule.action, action) &&
    covers(rule.assignee, assignee, world) &&
    covers(rule.target, target, world) &&
    rule.constraints.every((constraint) => holds(constraint, world, kind === 'prohibition')) &&
    !rule.duties.some((duty) => world.isViolated(duty))
  );
}

function covers(named: string | undefined, asked: string, world: World): boolean {
  return named === undefined || named === asked || world.collectionsOf(asked).includes(named);
}

function holds(constraint: Constraint, world: World, whenUnknown: boolean): boolean {
  if (!isLogical(constraint)) return holdsAtomic(constraint, world, whenUnknown);
  const results = constraint.of.map((each) => holds(each, world, whenUnknown));
  const met = results.filter(Boolean).length;
  if (constraint.logical === 'or') return met > 0;
  if (constraint.logical === 'xone') return met === 1;
  return met === results.length;
}

function holdsAtomic({ leftOperand, operator, rightOperand }: AtomicConstraint, world: World, whenUnknown: boolean): boolean {
  const left = world.valueOf(leftOperand);
  if (left === undefined) return whenUnknown;
  const values = typeof rightOperand === 'string' ? [rightOperand] : rightOperand;
  switch (operator) {
    case 'isNoneOf':
    case 'neq':
      return values.every((value) => compareValues(left, value) !== 0);
    case 'isAllOf':
      return values.every((value) => compareValues(left, value) === 0);
    case 'lt':
    case 'lteq':
    case 'gt':
    case 'gteq':
      return values.every((value) => inOrder(operator, compareValues(left, value)));
    default:
      return values.some((value) => compareValues(left, value) === 0);
  }
}

function inOrder(operator: 'gt' | 'gteq' | 'lt' | 'lteq', order: number): boolean {
  if (Number.isNaN(order)) return false;
  if (order === 0) return operator.endsWith('eq');
  return order < 0 === operator.startsWith('lt');
}

const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?$/;
const TIME = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})?)?$/;

/** Below 0, 0 or above 0; numbers and times by what they say, other texts are equal or have no order. */
export function compareValues(left: string, right: string): number {
  if (left === right) return 0;
  if (NUMBER.test(left) && NUMBER.test(right)) return Number(left) - Number(right);
  if (TIME.test(left) && TIME.test(right)) return Date.parse(left) - Date.parse(right);
  return Number.NaN;
}

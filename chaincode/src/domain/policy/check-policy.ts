import { LedgerError } from '../errors';
import { OPERANDS } from './compose-policy';
import { compareValues } from './evaluate-policy';
import { includesAction, isLogical, type AtomicConstraint, type Constraint, type Policy, type Rule } from './policy';

/** Left operands with one value at a time. Of others nobody here knows: a party can be a partner of two kinds at once. */
const SINGLE_VALUED: readonly string[] = [
  ...['count', 'dateTime', 'delayPeriod', 'elapsedTime', 'percentage', 'purpose', 'spatial', 'timeInterval'],
  ...Object.values(OPERANDS),
];

/**
 * Refuses a policy that contradicts itself: a permission that can never hold, or one that the same policy forbids wherever it
 * would hold.
 * @throws LedgerError USAGE_POLICY_CONTRADICTORY, with the JSON Pointer of the permission.
 */
export function checkPolicy(policy: Policy): void {
  policy.permission.forEach((permission, index) => {
    const path = `/permission/${String(index)}`;
    if (isImpossible(permission.constraints)) throw new LedgerError('USAGE_POLICY_CONTRADICTORY', { path, rule: 'never-holds' });
    if (policy.prohibition.some((prohibition) => forbidsWhole(prohibition, permission)))
      throw new LedgerError('USAGE_POLICY_CONTRADICTORY', { path, rule: 'forbidden-as-a-whole' });
  });
}

/** The prohibition reaches at least as far as the permission, in every respect. */
function forbidsWhole(prohibition: Rule, permission: Rule): boolean {
  const wider = (name: 'assignee' | 'target'): boolean =>
    prohibition[name] === undefined || prohibition[name] === permission[name];
  const granted = permission.constraints.map((constraint) => JSON.stringify(constraint));
  return (
    includesAction(prohibition.action, permission.action) &&
    wider('target') &&
    wider('assignee') &&
    prohibition.constraints.every((constraint) => granted.includes(JSON.stringify(constraint)))
  );
}

/** Constraints of one left operand that exclude each other. Choices are looked at one by one: each must leave a way. */
function isImpossible(constraints: readonly Constraint[]): boolean {
  const parts = constraints.flatMap(flatten);
  const atoms = parts.filter((part): part is AtomicConstraint => !isLogical(part));
  const choices = parts.filter(isLogical);
  return (
    atoms.some((one, index) => atoms.slice(index + 1).some((other) => excludes(one, other))) ||
    choices.some(({ of }) => of.every((each) => isImpossible([...atoms, each])))
  );
}

/** What must all hold, without the conjunctions around it. */
function flatten(constraint: Constraint): readonly Constraint[] {
  const conjunction = isLogical(constraint) && (constraint.logical === 'and' || constraint.logical === 'andSequence');
  return conjunction ? constraint.of.flatMap(flatten) : [constraint];
}

function excludes(one: AtomicConstraint, other: AtomicConstraint): boolean {
  if (one.leftOperand !== other.leftOperand || !SINGLE_VALUED.includes(one.leftOperand)) return false;
  return pointsExclude(one, other) || pointsExclude(other, one) || boundsExclude(one, other) || boundsExclude(other, one);
}

const valuesOf = ({ rightOperand }: AtomicConstraint): readonly string[] =>
  typeof rightOperand === 'string' ? [rightOperand] : rightOperand;
const isChoice = ({ operator }: AtomicConstraint): boolean => operator === 'eq' || operator === 'isAnyOf';

/** None of the values that one allows is allowed by the other. */
function pointsExclude(one: AtomicConstraint, other: AtomicConstraint): boolean {
  return isChoice(one) && valuesOf(one).every((value) => !allows(other, value));
}

/** Whether a value meets a constraint; where there is no order, nothing is said against it. */
function allows(constraint: AtomicConstraint, value: string): boolean {
  const orders = valuesOf(constraint).map((each) => compareValues(value, each));
  switch (constraint.operator) {
    case 'eq':
    case 'isAnyOf':
      return orders.includes(0);
    case 'neq':
    case 'isNoneOf':
      return !orders.includes(0);
    case 'lt':
      return !orders.some((order) => order >= 0);
    case 'lteq':
      return !orders.some((order) => order > 0);
    case 'gt':
      return !orders.some((order) => order <= 0);
    case 'gteq':
      return !orders.some((order) => order < 0);
    default:
      return true;
  }
}

/** From a lower bound on, and not beyond an upper one that lies below it. */
function boundsExclude(lower: AtomicConstraint, upper: AtomicConstraint): boolean {
  if (!['gt', 'gteq'].includes(lower.operator) || !['lt', 'lteq'].includes(upper.operator)) return false;
  const strict = lower.operator === 'gt' || upper.operator === 'lt';
  return valuesOf(lower).some((low) =>
    valuesOf(upper).some((high) => {
      const order = compareValues(low, high);
      return order > 0 || (strict && order === 0);
    }),
  );
}

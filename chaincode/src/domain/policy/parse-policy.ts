import { LedgerError } from '../errors';
import { LOGICAL, OPERATORS, type Constraint, type Operand, type Operator, type Policy, type Rule } from './policy';

/** Bounds, so that reading and evaluating a policy ends whoever wrote it. */
const MAX_RULES = 100;
const MAX_CONSTRAINTS = 100;
const MAX_VALUES = 500;
const MAX_DEPTH = 8;
const MAX_TEXT = 2_000;

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads a policy of ODRL 2.2 from its JSON-LD in compact form: members may be single or lists, ids may be `@id` or `uid`.
 * Nothing is fetched, and what the form does not know is refused rather than passed over, where it would restrict.
 * @throws LedgerError USAGE_POLICY_MALFORMED with the JSON Pointer of what is wrong.
 */
export function parsePolicy(value: unknown): Policy {
  const json = objectAt(value, '');
  const shared = { assigner: party(json['assigner'], '/assigner'), assignee: party(json['assignee'], '/assignee') };
  const target = party(json['target'], '/target');
  const rules = (kind: string): Rule[] =>
    listAt(json[kind], MAX_RULES, `/${kind}`).map((rule, index) => {
      const read = parseRule(rule, `/${kind}/${String(index)}`, 0);
      return defined({ target, ...shared, ...read });
    });
  const policy = { permission: rules('permission'), prohibition: rules('prohibition'), obligation: rules('obligation') };
  if (policy.permission.length + policy.prohibition.length + policy.obligation.length === 0) throw malformed('', 'a rule');
  return defined({ id: idOf(json), ...policy });
}

function parseRule(value: unknown, path: string, depth: number): Rule {
  if (depth > MAX_DEPTH) throw malformed(path, `at most ${String(MAX_DEPTH)} levels`);
  const json = objectAt(value, path);
  if (json['consequence'] !== undefined && depth > 1) throw malformed(`${path}/consequence`, 'no chain of consequences');
  const { name, refinements } = parseAction(json['action'], `${path}/action`);
  const constraints = listAt(json['constraint'], MAX_CONSTRAINTS, `${path}/constraint`);
  return defined({
    id: idOf(json),
    action: name,
    target: party(json['target'], `${path}/target`),
    assigner: party(json['assigner'], `${path}/assigner`),
    assignee: party(json['assignee'], `${path}/assignee`),
    constraints: [
      ...constraints.map((each, index) => parseConstraint(each, `${path}/constraint/${String(index)}`, 0)),
      ...refinements,
    ],
    duties: listAt(json['duty'], MAX_RULES, `${path}/duty`).map((each, index) =>
      parseRule(each, `${path}/duty/${String(index)}`, depth + 1),
    ),
  });
}

/** An action is a name, or a thing with a name and refinements (Information Model §2.5.3). */
function parseAction(value: unknown, path: string): { name: string | undefined; refinements: Constraint[] } {
  const [single, ...more] = Array.isArray(value) ? (value as unknown[]) : [value];
  if (more.length > 0) throw malformed(path, 'one action a rule');
  if (single === undefined) return { name: undefined, refinements: [] };
  if (typeof single === 'string') return { name: term(textAt(single, path)), refinements: [] };
  const json = objectAt(single, path);
  const inner = json['rdf:value'] ?? json['@id'];
  const name = typeof inner === 'string' ? inner : objectAt(inner, `${path}/rdf:value`)['@id'];
  const refinements = listAt(json['refinement'], MAX_CONSTRAINTS, `${path}/refinement`);
  return {
    name: term(textAt(name, path)),
    refinements: refinements.map((each, index) => parseConstraint(each, `${path}/refinement/${String(index)}`, 0)),
  };
}

function parseConstraint(value: unknown, path: string, depth: number): Constraint {
  if (depth > MAX_DEPTH) throw malformed(path, `at most ${String(MAX_DEPTH)} levels`);
  const json = objectAt(value, path);
  const logical = LOGICAL.find((name) => json[name] !== undefined);
  if (logical !== undefined) {
    const parts = listAt(json[logical], MAX_CONSTRAINTS, `${path}/${logical}`);
    if (parts.length === 0) throw malformed(`${path}/${logical}`, 'a constraint');
    return { logical, of: parts.map((each, index) => parseConstraint(each, `${path}/${logical}/${String(index)}`, depth + 1)) };
  }
  const operator = term(textAt(reference(json['operator']), `${path}/operator`));
  if (!OPERATORS.includes(operator as Operator)) throw malformed(`${path}/operator`, OPERATORS.join(', '));
  return {
    leftOperand: term(textAt(reference(json['leftOperand']), `${path}/leftOperand`)),
    operator: operator as Operator,
    rightOperand: parseOperand(json['rightOperand'], `${path}/rightOperand`),
  };
}

function parseOperand(value: unknown, path: string): Operand {
  if (!Array.isArray(value)) return textAt(literal(value), path);
  if (value.length > MAX_VALUES) throw malformed(path, `at most ${String(MAX_VALUES)} values`);
  return value.map((each, index) => textAt(literal(each), `${path}/${String(index)}`));
}

/** A party or an asset: its id, or of a collection the id or the source that stands for it. */
function party(value: unknown, path: string): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string') return textAt(value, path);
  const json = objectAt(value, path);
  if (json['refinement'] !== undefined) throw malformed(`${path}/refinement`, 'a collection without refinement');
  return textAt(json['@id'] ?? json['uid'] ?? json['source'], path);
}

function reference(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? (value as Json)['@id'] : value;
}

function literal(value: unknown): unknown {
  const found = typeof value === 'object' && value !== null ? ((value as Json)['@value'] ?? (value as Json)['@id']) : value;
  return typeof found === 'number' || typeof found === 'boolean' ? String(found) : found;
}

function idOf(json: Json): string | undefined {
  const id = json['@id'] ?? json['uid'];
  return typeof id === 'string' ? id : undefined;
}

const VOCABULARY = /^(?:odrl:|https?:\/\/www\.w3\.org\/ns\/odrl\/2\/)/;

/** A term of the ODRL vocabulary loses its prefix; everything else stays as it is. */
function term(text: string): string {
  return text.replace(VOCABULARY, '');
}

function listAt(value: unknown, most: number, path: string): readonly unknown[] {
  const list = value === undefined ? [] : Array.isArray(value) ? (value as unknown[]) : [value];
  if (list.length > most) throw malformed(path, `at most ${String(most)}`);
  return list;
}

function objectAt(value: unknown, path: string): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw malformed(path, 'an object');
  return value as Json;
}

function textAt(value: unknown, path: string): string {
  if (typeof value !== 'string' || value === '' || value.length > MAX_TEXT) throw malformed(path, 'a text');
  return value;
}

function defined<Shape extends object>(shape: Shape): { [Name in keyof Shape]: Exclude<Shape[Name], undefined> } {
  return Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as never;
}

function malformed(path: string, wanted: string): LedgerError {
  return new LedgerError('USAGE_POLICY_MALFORMED', { path, wanted });
}

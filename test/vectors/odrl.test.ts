import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPolicy, evaluatePolicy, parsePolicy, sentencesOf, type World } from '@lianpiao/chaincode/domain';
import { countVectors, vectorFolder } from '../support/vectors';

type Json = Readonly<Record<string, unknown>>;
/** A fact of the world, as far as this test reads it. */
interface Fact {
  readonly '@id': string;
  readonly issued?: string;
  readonly partOf?: string;
}
interface Case {
  readonly title: string;
  readonly policyJson: Json;
  readonly requestJson: { readonly permission: { readonly action: string; readonly assignee: string; readonly target: string } };
  readonly sotwJson: readonly { readonly 'http://example.org/includes': Fact | readonly Fact[] }[];
  readonly expected: readonly { readonly kind: string; readonly activationState: string; readonly rule: string }[];
}

const folder = vectorFolder('odrl');
const files = (name: string): string[] => (folder === undefined ? [] : readdirSync(join(folder, name)).sort());
const read = <Content>(...parts: string[]): Content => JSON.parse(readFileSync(join(folder!, ...parts), 'utf8')) as Content;

/** The state of the world of a case: the time, who belongs to what, and which duties can no longer be fulfilled. */
function worldOf({ sotwJson }: Case): World {
  const facts = sotwJson.flatMap(({ 'http://example.org/includes': included }) => included).flat();
  const now = facts.find(({ '@id': id }) => id === 'http://example.com/request/currentTime')!.issued!;
  const reports = JSON.stringify(sotwJson);
  return {
    valueOf: (operand) => (operand === 'dateTime' ? now : undefined),
    collectionsOf: (id) => facts.filter((fact) => fact['@id'] === id).map((fact) => fact.partOf!),
    isViolated: ({ id }) => new RegExp(`${String(id)}[^{}]*Violated`).test(reports),
  };
}

describe('the published evaluation cases of ODRL', () => {
  const cases = files('evaluation').map((file) => [file, read<Case>('evaluation', file)] as const);

  const given: readonly (readonly [string, Case | undefined])[] = cases.length === 0 ? [['none are here', undefined]] : cases;
  it.each(given)('%s', (_, one) => {
    if (one === undefined) return;
    const policy = parsePolicy(one.policyJson);
    const { rules } = evaluatePolicy(policy, one.requestJson.permission, worldOf(one));
    const found = rules.map(({ kind, rule, active }) => ({ kind, rule: rule.id, active }));
    const wanted = one.expected.map(({ kind, rule, activationState }) => ({
      kind: kind.replace('Report', '').toLowerCase(),
      rule,
      active: activationState === 'Active',
    }));
    expect(found).toEqual(wanted);
    countVectors('odrl', 1);
  });

  it('are there when the vectors are', () => {
    if (folder !== undefined) expect(cases.length).toBeGreaterThan(20);
  });
});

/** What they say that we do not take: refinements of collections are refused, because passing over them would widen the rule. */
const NOT_TAKEN: Readonly<Record<string, string>> = { 'eg12.jsonld': '/permission/0/assignee/refinement' };

describe('the examples of the Recommendation', () => {
  const examples = files('rec-examples');
  it.each(examples.length === 0 ? ['none'] : examples)('%s is read, or refused by name', (file) => {
    if (folder === undefined) return;
    const example = read<Json>('rec-examples', file);
    const place = NOT_TAKEN[file];
    if (place === undefined) {
      const policy = parsePolicy(example);
      expect(() => {
        checkPolicy(policy);
      }).not.toThrow();
      expect(sentencesOf(policy).length).toBeGreaterThan(0);
    } else
      expect(() => parsePolicy(example)).toThrow(
        expect.objectContaining({ code: 'USAGE_POLICY_MALFORMED', detail: expect.objectContaining({ path: place }) as object }),
      );
    countVectors('odrl', 1);
  });
});

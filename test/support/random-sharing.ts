import fc from 'fast-check';
import { canonicalJson, stateKeys, type EntryFacts, type JsonValue } from '@lianpiao/chaincode/domain';
import { command } from './provenance';
import type { Operation } from './random-operations';

/** Consents, approvals, requests, standing grants and ends of grants, tried at random. */
interface Parties {
  /** Mostly one of these, sometimes anybody. */
  readonly mostly: (...right: string[]) => fc.Arbitrary<string>;
  readonly grants: readonly string[];
  /** The last one is drawn most: it stays where it is. */
  readonly resources: readonly string[];
}

const FAR = '2056-01-01T00:00:00Z';
const PAST = '2020-01-01T00:00:00Z';
const CONSUMERS = ['consumer-a', 'consumer-a', 'consumer-b', 'stranger'];
const STANDINGS = ['standing-a', 'standing-b', 'standing-c'];
const REQUESTS = ['request-a', 'request-b', 'request-c'];
const DIGEST = 'a'.repeat(64) as never;
const TERMS = {
  purpose: { code: 'research', text: 'a study' },
  fields: ['level'],
  rows: [],
  liability: 'each side answers for its own faults',
  conditions: { basis: { kind: 'commissioned-project', project: 'P-1' }, modes: ['view'], frequency: null },
} as const;
/** An emergency lasts three days at most, and is reviewed within seven more. */
const EMERGENCY = { from: '2055-01-01T00:00:00Z', until: '2055-01-03T00:00:00Z', reviewBy: '2055-01-08T00:00:00Z' };
const EMERGENCY_TERMS = { ...TERMS, conditions: { ...TERMS.conditions, basis: { kind: 'emergency', event: 'a flood' } } };

function told(caller: string, facts: EntryFacts, record: Readonly<Record<string, JsonValue>> = {}): Operation {
  const made = command(facts);
  const more = Object.entries(record).map(([name, value]) => ({ name, text: canonicalJson(value) }));
  return { caller, commands: [{ ...made, record: { ...made.record, fields: [...made.record.fields, ...more] } }] };
}

export function randomSharing({ mostly, grants, resources }: Parties): fc.Arbitrary<Operation> {
  const grant = fc.constantFrom(...grants);
  const resource = fc.constantFrom(...resources, ...resources.slice(-1), ...resources.slice(-1));
  const still = fc.constantFrom(...resources.slice(-1), ...resources.slice(-1), ...resources.slice(-2));
  const request = fc.constantFrom(...REQUESTS);
  const standing = fc.constantFrom(...STANDINGS);
  const consumer = fc.constantFrom(...CONSUMERS);
  const rarely = (value: string): fc.Arbitrary<string | undefined> => fc.constantFrom(undefined, undefined, value);
  const ends = mostly('provider-a', 'consumer-a');
  return fc.oneof(
    fc
      .record({ caller: mostly('provider-a'), resource, until: rarely(PAST) })
      .map(({ caller, resource: id, until }) =>
        told(caller, {
          type: 'consent.given', consent: 'consent-a', resource: id, subject: DIGEST, text: DIGEST, textVersion: '1',
          ...(until === undefined ? {} : { until }),
        }),
      ), // prettier-ignore
    mostly('provider-a').map((caller) => told(caller, { type: 'consent.withdrawn', consent: 'consent-a' })),
    fc
      .record({ caller: mostly('bureau'), resource, consumer, region: fc.constantFrom('SG', 'SG', 'CN') })
      .map(({ caller, ...facts }) => told(caller, { type: 'crossing.approved', approval: 'approval-a', until: FAR, ...facts })),
    mostly('bureau').map((caller) => told(caller, { type: 'crossing.withdrawn', approval: 'approval-a' })),
    fc
      .record({ caller: mostly('provider-a'), grant, resource, consumer, region: fc.constantFrom('CN', 'CN', 'SG'), consent: rarely('consent-a'), approval: rarely('approval-a'), lacks: rarely('liability'), keepDays: fc.constantFrom(0, 30) })
      .map(({ caller, consent, approval, lacks, ...facts }) =>
        told(
          caller,
          {
            type: 'grant.granted', ...facts, provider: caller, right: 'use', from: PAST, until: FAR, version: 2, basis: 'commissioned-project',
            ...(consent === undefined ? {} : { consent }),
            ...(approval === undefined ? {} : { approval }),
          },
          lacks === undefined ? TERMS : { ...TERMS, [lacks]: ' ' },
        ),
      ), // prettier-ignore
    fc
      .record({ caller: mostly('provider-a'), grant, resource, consumer, reviewBy: fc.constantFrom(EMERGENCY.reviewBy, EMERGENCY.reviewBy, FAR, undefined) })
      .map(({ caller, reviewBy, ...facts }) =>
        told(
          caller,
          {
            type: 'grant.granted', ...facts, provider: caller, right: 'use', from: EMERGENCY.from, until: EMERGENCY.until, version: 2,
            basis: 'emergency', keepDays: 0, region: 'CN',
            ...(reviewBy === undefined ? {} : { reviewBy }),
          },
          EMERGENCY_TERMS,
        ),
      ), // prettier-ignore
    fc
      .record({ caller: ends, type: fc.constantFrom('grant.revocation-proposed' as const, 'grant.revocation-countersigned' as const), grant })
      .map(({ caller, ...facts }) => told(caller, facts)), // prettier-ignore
    fc
      .record({ caller: mostly('consumer-a'), grant, statement: fc.constantFrom('all copies were deleted', ' ') })
      .map(({ caller, grant: id, statement }) => told(caller, { type: 'grant.deletion-attested', grant: id }, { statement })),
    fc
      .record({ caller: mostly('bureau'), grant, upheld: fc.boolean() })
      .map(({ caller, ...facts }) => told(caller, { type: 'grant.reviewed', ...facts })),
    fc
      .record({
        consumer: mostly('consumer-a'),
        request,
        resource,
        basis: fc.constantFrom('statutory-duty' as const, 'emergency' as const, 'emergency' as const),
      })
      .map((facts) => told(facts.consumer, { type: 'request.made', ...facts })),
    fc
      .record({ caller: mostly('provider-a'), request, grant: fc.option(grant, { nil: undefined }) })
      .map(({ caller, request: of, grant: id }) =>
        told(caller, { type: 'request.answered', request: of, ...(id === undefined ? {} : { grant: id }) }),
      ),
    fc
      .record({ caller: mostly('consumer-a'), request })
      .map(({ caller, ...facts }) => told(caller, { type: 'request.escalated', ...facts })),
    fc
      .record({ caller: mostly('provider-a'), standing, resource: still, consumer, days: fc.constantFrom(1, 31, 31) })
      .map(({ caller, ...facts }) =>
        told(
          caller,
          { type: 'standing.opened', provider: caller, until: FAR, basis: 'commissioned-project', keepDays: 30, ...facts },
          TERMS,
        ),
      ), // prettier-ignore
    fc
      .record({ caller: mostly('consumer-a'), grant, resource: still, standing, until: fc.constantFrom(EMERGENCY.until, EMERGENCY.until, FAR) })
      .map(({ caller, ...facts }) =>
        told(caller, {
          type: 'grant.granted', ...facts, provider: 'provider-a', consumer: caller, right: 'use', from: EMERGENCY.from, version: 2,
          basis: 'commissioned-project', keepDays: 30, region: 'CN',
        }),
      ), // prettier-ignore
    fc
      .record({ caller: mostly('provider-a'), standing })
      .map(({ caller, ...facts }) => told(caller, { type: 'standing.closed', ...facts })),
  );
}

/** Every key of the state that {@link randomSharing} can write, but those of grants. */
export function sharingKeys({ resources }: Pick<Parties, 'resources'>): string[] {
  return [
    stateKeys.consent('consent-a'),
    stateKeys.crossing('approval-a'),
    ...REQUESTS.map(stateKeys.request),
    ...STANDINGS.map(stateKeys.standing),
    ...resources.flatMap((resource) => [...new Set(CONSUMERS)].map((consumer) => stateKeys.emergency(resource, consumer))),
  ];
}

import fc from 'fast-check';
import {
  canonicalJson,
  hasher,
  partyDigest,
  stateKeys,
  type Command,
  type EntryFacts,
  type IssueInvoice,
  type JsonValue,
  type PartyOpening,
  type Role,
} from '@lianpiao/chaincode/domain';
import { command, digestOf, event, register, signed, source, statementOf, type Signed } from './provenance';

/**
 * What people try on a ledger, at random and mostly in vain: every kind of command, right and wrong callers, good and bad
 * input. The same operations can be sent to any two ledgers (`compare-ledgers.ts`).
 */
export interface Operation {
  readonly caller: string;
  /** Invoices of one group, or one command of another kind. */
  readonly commands: readonly Command[];
}

/** Everybody who calls, with the role in which it is registered; the stranger never is. */
export const PEOPLE: Readonly<Record<string, Role>> = {
  bureau: 'bureau',
  auditor: 'auditor',
  'shop-a': 'merchant',
  'shop-b': 'merchant',
  operator: 'platform',
  company: 'company',
  'provider-a': 'provider',
  'provider-b': 'provider',
  'consumer-a': 'consumer',
  'consumer-b': 'consumer',
};
const SHOPS = ['shop-a', 'shop-b'] as const;
const TILLS: Readonly<Record<string, string>> = { 'till-a1': 'shop-a', 'till-a2': 'shop-a', 'till-b1': 'shop-b' };
const RESOURCES = ['data-a', 'data-b'];
const GRANTS = ['grant-a', 'grant-b', 'grant-c', 'grant-d'];
/** Who may be given a delegation: an agent that issues is of the sellers' side (docs/architecture.md, "Fabric"). */
const AGENTS = ['operator', 'company', 'shop-b', 'shop-a'];
const PUBLIC_KEY = `${'A'.repeat(122)}==`;
const RANGE = 20;
/** Numbers of the till that sells most. */
const FIRST_RANGE = 5 * RANGE;

const seedOf = (words: string): string => hasher().sha256(words);
const openingOf = (name: string): PartyOpening => ({
  text: canonicalJson({ name, taxId: '91350100M000100Y43' }),
  salt: seedOf(`salt of ${name}`).slice(0, 32),
});

const one = (caller: string, facts: EntryFacts): Operation => ({ caller, commands: [command(facts)] });

const registration = (id: string, role: Role, caller = 'bureau'): Operation =>
  one(caller, {
    type: 'organisation.registered',
    organisation: id,
    role,
    sandbox: id === 'shop-b',
    publicKey: PUBLIC_KEY,
    party: partyDigest(openingOf(id)),
    ...(role === 'merchant' ? { quota: 400, taxpayer: hasher().sha256(id) } : {}),
  });

/** What opens a ledger: without these nearly everything would be refused for the same reason. */
export function openingOperations(year: string): Operation[] {
  const range = { prefix: `${year}440`, from: 1, to: FIRST_RANGE };
  return [
    ...Object.entries(PEOPLE).map(([id, role]) => registration(id, role)),
    ...Object.entries(TILLS).map(([till, seller]) => one('bureau', { type: 'till.registered', till, seller })),
    one('bureau', { type: 'range.allotted', seller: 'shop-a', ...range }),
    one('shop-a', { type: 'range.assigned', till: 'till-a1', ...range }),
    one('shop-a', { type: 'delegation.granted', seller: 'shop-a', agent: 'operator' }),
    one('provider-a', { type: 'resource.registered', resource: 'data-a', owner: 'shop-a', controller: 'provider-a' }),
  ];
}

const person = fc.constantFrom(...Object.keys(PEOPLE), 'stranger');
/** Mostly whom the rules ask for. */
const mostly = (...right: string[]): fc.Arbitrary<string> =>
  fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...right) }, { weight: 1, arbitrary: person });

const rarely = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });

const registering = fc
  .record({
    id: fc.constantFrom(...Object.keys(PEOPLE), 'Not An Id'),
    role: fc.constantFrom('merchant', 'robot'),
    caller: mostly('bureau'),
  })
  .map(({ id, role, caller }) => registration(id, PEOPLE[id] ?? (role as Role), caller));

const tillId = fc.constantFrom(...Object.keys(TILLS), 'till-a3', 'till-b2');
const tills = fc
  .record({ till: tillId, seller: fc.constantFrom(...SHOPS, 'company', 'stranger'), caller: mostly('bureau') })
  .map(({ caller, ...facts }) => one(caller, { type: 'till.registered', ...facts }));

const slots = fc.record({ slot: fc.integer({ min: 4, max: 14 }), length: fc.constantFrom(RANGE, RANGE, RANGE, 0, 500) });
const ranges = (year: string): fc.Arbitrary<Operation> =>
  fc.oneof(
    fc
      .record({ slots, seller: fc.constantFrom(...SHOPS, 'company'), caller: mostly('bureau') })
      .map(({ slots: { slot, length }, seller, caller }) => {
        const from = slot * RANGE + 1;
        return one(caller, { type: 'range.allotted', seller, prefix: `${year}440`, from, to: from + length - 1 });
      }),
    fc.record({ slots, till: tillId, caller: mostly(...SHOPS, 'operator') }).map(({ slots: { slot, length }, till, caller }) => {
      const from = slot * RANGE + 1;
      return one(caller, { type: 'range.assigned', till, prefix: `${year}440`, from, to: from + length - 1 });
    }),
  );

const delegations = fc
  .record({
    type: fc.constantFrom('delegation.granted' as const, 'delegation.granted' as const, 'delegation.revoked' as const),
    seller: fc.constantFrom('shop-a', 'shop-b', 'shop-b'),
    agent: fc.constantFrom(...AGENTS, 'stranger'),
    other: person,
    right: fc.integer({ min: 0, max: 5 }),
  })
  .map(({ type, seller, agent, other, right }) => one(right > 0 ? seller : other, { type, seller, agent }));

const ODDITIES: Readonly<Record<string, (request: Record<string, JsonValue>) => Record<string, JsonValue>>> = {
  none: (request) => request,
  totals: (request) => ({ ...request, totals: { net: '1.00', tax: '1.00', gross: '2.00' } }),
  rate: (request) => ({ ...request, lines: [{ name: '茶', net: '100.00', rate: '0.12', tax: '12.00' }] }),
  buyer: (request) => ({ ...request, buyer: { name: '样例', taxId: '91350100M000100Y44' } }),
  unknown: (request) => ({ ...request, surprise: 1 }),
  future: (request) => ({ ...request, soldAt: '2099-01-01T00:00:00Z' }),
  number: (request) => ({ ...request, number: '26440000000000000007' }),
  malformed: (request) => ({ ...request, number: '7' }),
  seller: (request) => ({ ...request, seller: { name: 'somebody else' } }),
  till: (request) => ({ ...request, till: 'till-zz' }),
  noLines: (request) => ({ ...request, lines: [] }),
  en16931: (request) => ({
    ...request,
    profile: 'en16931',
    currency: 'EUR',
    lines: [{ name: 'tea', net: '100.00', taxCategory: 'S', rate: '25' }],
    taxBreakdown: [{ taxCategory: 'S', rate: '25', base: '100.00', tax: '25.00' }],
    totals: { lines: '100.00', net: '100.00', tax: '25.00', gross: '125.00', payable: '125.00' },
  }),
};

const references = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 399 }).map((n) => `T1-${String(n).padStart(6, '0')}`) },
  { weight: 2, arbitrary: fc.uuid() },
  { weight: 1, arbitrary: fc.constantFrom('A', 'A1', 'A11', '再来一单') },
);
const WRONG = { weight: 1, arbitrary: fc.constantFrom('seed', 'opening') };
const invoice = fc
  .record({
    till: fc.constantFrom(...Array<string>(12).fill('till-a1'), 'till-a2', 'till-b1', 'till-b2'),
    reference: references,
    oddity: fc.oneof(
      { weight: 5, arbitrary: fc.constant('none') },
      { weight: 1, arbitrary: fc.constantFrom(...Object.keys(ODDITIES)) },
    ),
    wrong: fc.oneof({ weight: 20, arbitrary: fc.constant('') }, WRONG),
  })
  .map(({ till, reference, oddity, wrong }): IssueInvoice => {
    const sale = {
      till,
      orderReference: reference,
      lines: [{ name: '茶', net: '100.00', rate: '0.13', tax: '13.00' }],
      totals: { net: '100.00', tax: '13.00', gross: '113.00' },
    };
    const request = ODDITIES[oddity]!(sale);
    const seed = wrong === 'seed' ? 'no seed' : seedOf(`${reference} ${till} ${oddity}`);
    return { type: 'invoice.issue', request, seller: openingOf(wrong === 'opening' ? 'other' : sellerOf(till)), seed };
  });
const invoices = fc
  .record({
    caller: mostly(...Array<string>(6).fill('shop-a'), 'operator', 'operator', 'shop-b'),
    commands: fc.array(invoice, { minLength: 1, maxLength: 8 }),
  })
  .chain(({ caller, commands }) =>
    // Whoever was sent an answer too late sends again: the same requests, in the same group too.
    fc
      .constantFrom(1, 1, 1, 2)
      .map((times): Operation => ({ caller, commands: Array(times).fill(commands).flat() as Command[] })),
  );

function sellerOf(till: string): string {
  return till.startsWith('till-b') ? 'shop-b' : 'shop-a';
}

const sharer = fc.constantFrom('provider-a', 'provider-b', 'consumer-a', 'consumer-b', 'shop-a', 'stranger');
const resources = fc
  .record({ resource: fc.constantFrom(...RESOURCES), owner: sharer, controller: sharer, caller: mostly('provider-a', 'shop-a') })
  .chain(({ caller, ...facts }) =>
    fc
      .constantFrom('resource.registered' as const, 'resource.transferred' as const)
      .map((type) => one(caller, { type, ...facts, ...(type === 'resource.registered' ? { controller: caller } : {}) })),
  );
const granting = fc
  .record({
    grant: fc.constantFrom(...GRANTS),
    resource: fc.constantFrom('data-a', 'data-a', 'data-a', 'data-b'),
    caller: mostly('provider-a', 'provider-a', 'consumer-a'),
    provider: rarely(sharer),
    consumer: fc.constantFrom('consumer-a', 'consumer-a', 'consumer-b', 'provider-b', 'stranger'),
    right: fc.constantFrom('use' as const, 'operate' as const, 'operate' as const),
    parent: rarely(fc.constantFrom(...GRANTS)),
    until: fc.constantFrom('2056-01-01T00:00:00Z', '2056-01-01T00:00:00Z', '2057-01-01T00:00:00Z', '2020-01-01T00:00:00Z'),
  })
  .map(({ caller, provider, parent, ...facts }) =>
    one(caller, {
      type: 'grant.granted',
      ...facts,
      provider: provider ?? caller,
      ...(parent === undefined ? {} : { parent }),
      from: '2020-01-01T00:00:00Z',
    }),
  );
const changing = fc
  .record({
    caller: mostly('provider-a', 'provider-a', 'consumer-a', 'shop-a'),
    type: fc.constantFrom('grant.paused' as const, 'grant.resumed' as const, 'grant.paused' as const, 'grant.revoked' as const),
    grant: fc.constantFrom(...GRANTS),
  })
  .map(({ caller, ...facts }) => one(caller, facts));
const sealing = fc
  .record({ first: fc.constantFrom(0, 0, 3, 6), count: fc.constantFrom(3, 3, 0), caller: mostly('bureau') })
  .map(({ caller, ...facts }) => one(caller, { type: 'audit.sealed', ...facts, root: 'c'.repeat(64) as never }));
const acts = fc
  .record({ caller: person, act: fc.constantFrom('api-key.created', 'Geheim'), subject: fc.constantFrom('key-1', '名') })
  .map(({ caller, ...facts }) => one(caller, { type: 'act.recorded', ...facts }));

const DIGESTS = ['one', 'two', 'three', 'four'].map(digestOf);
const [EDWARDS, P256] = [source(), source('ES256')];
const CONTENTS: readonly Signed[] = [
  signed(statementOf(DIGESTS[0]!), EDWARDS),
  signed(statementOf(DIGESTS[1]!, { parents: [DIGESTS[0]!] }), P256),
  signed(statementOf(DIGESTS[2]!, { parents: [DIGESTS[0]!, DIGESTS[1]!], kind: 'document' }), EDWARDS),
  signed(statementOf(DIGESTS[0]!, { parents: [DIGESTS[2]!] }), P256),
  signed(statementOf(DIGESTS[3]!, { parents: [DIGESTS[3]!] }), EDWARDS),
];
const FORGED = CONTENTS.map(({ statement }, index) => ({ statement, signature: CONTENTS[(index + 2) % 5]!.signature }));
const provenance = fc.oneof(
  fc
    .record({
      registrant: person,
      caller: rarely(person),
      content: fc.constantFrom(...CONTENTS, ...FORGED),
    })
    .map(({ registrant, caller, content }): Operation => ({
      caller: caller ?? registrant,
      commands: [register(registrant, content)],
    })),
  fc
    .record({
      caller: person,
      name: fc.constantFrom('licensed' as const, 'transferred' as const, 'used' as const),
      digest: fc.constantFrom(...DIGESTS),
      to: fc.option(person, { nil: undefined, freq: 3 }),
    })
    .map(({ caller, name, digest, to }): Operation => ({ caller, commands: [event(caller, name, digest, to)] })),
);

const spoilt = fc
  .record({ caller: mostly('bureau'), how: fc.constantFrom('seed', 'missing', 'unknown', 'kind') })
  .map(({ caller, how }): Operation => {
    const good = command({ type: 'till.registered', till: 'till-a3', seller: 'shop-a' });
    if (how === 'seed') return { caller, commands: [{ ...good, record: { ...good.record, seed: 'ABC' } }] };
    const facts = {
      missing: { till: 'till-a3' },
      unknown: { ...good.facts, colour: 'red' },
      kind: { till: 7, seller: 'shop-a' },
    }[how];
    return { caller, commands: [{ ...good, facts: { ...facts, type: 'till.registered' } as unknown as EntryFacts }] };
  });

/** One operation of any kind. @param year two digits: the year in China of the ledgers' clocks. */
export function anyOperation(year: string): fc.Arbitrary<Operation> {
  return fc.oneof(
    { weight: 8, arbitrary: invoices },
    { weight: 2, arbitrary: registering },
    { weight: 2, arbitrary: tills },
    { weight: 4, arbitrary: ranges(year) },
    { weight: 3, arbitrary: delegations },
    { weight: 2, arbitrary: resources },
    { weight: 4, arbitrary: granting },
    { weight: 4, arbitrary: changing },
    { weight: 1, arbitrary: sealing },
    { weight: 1, arbitrary: acts },
    { weight: 3, arbitrary: provenance },
    { weight: 1, arbitrary: spoilt },
  );
}

/** The same operations for the same seed: for a run on a network that cannot start anew for each attempt to shrink. */
export function sampleOperations(seed: number, count: number, year: string): Operation[] {
  return fc.sample(anyOperation(year), { seed, numRuns: count });
}

/** Every key of the state that these operations can write, but those of order references. */
export function writableKeys(year: string): string[] {
  const people = Object.keys(PEOPLE);
  const tillIds = [...Object.keys(TILLS), 'till-a3', 'till-b2'];
  return [
    stateKeys.genesis,
    stateKeys.audit,
    stateKeys.prefix(`${year}440`),
    ...people.flatMap((id) => [stateKeys.organisation(id), stateKeys.pool(id), stateKeys.taxpayer(hasher().sha256(id))]),
    ...SHOPS.flatMap((seller) => people.map((agent) => stateKeys.delegation(seller, agent))),
    ...tillIds.flatMap((till) => [stateKeys.till(till), stateKeys.head(till)]),
    ...RESOURCES.map(stateKeys.resource),
    ...GRANTS.map(stateKeys.grant),
    ...DIGESTS.flatMap((digest) => [
      stateKeys.provenance(digest),
      ...people.flatMap((id) => [stateKeys.registration(digest, id), stateKeys.licence(digest, id)]),
    ]),
  ];
}

import fc from 'fast-check';
import {
  canonicalJson,
  datumFingerprint,
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
import { catalogued, published } from './directory';
import { lifeKeys, randomLife, type Attempt } from './random-life';
import { randomSharing, sharingKeys } from './random-sharing';
import { command, digestOf, event, register, signed, source, statementOf, type Signed } from './provenance';

/**
 * What people try on a ledger, at random and mostly in vain: every kind of command, right and wrong callers, good and bad
 * input. The same operations can be sent to any two ledgers (`compare-ledgers.ts`).
 */
export interface Operation {
  readonly caller: string;
  /** Invoices of one group, or one command of another kind. */
  readonly commands: readonly (Attempt | Command)[];
}

/** Type of the entry that a command would make; red invoices and the newer grants are kinds of their own. */
export function kindOf(command: Operation['commands'][number]): string {
  if (command.type === 'attempt') return command.of;
  if (command.type === 'invoice.issue') return 'invoice.issued';
  const { facts } = command;
  if (facts.type !== 'grant.granted' || facts.version !== 2) return facts.type;
  if ('standing' in facts) return 'grant.granted/standing';
  return facts.basis === 'emergency' ? 'grant.granted/emergency' : 'grant.granted/2';
}

/** Those kinds. */
export const NAMED_KINDS = [
  'grant.granted/2',
  'grant.granted/emergency',
  'grant.granted/standing',
  'invoice.issued',
  'invoice.issued/red',
];

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
/** Shared and never moved, retired or quarantined, so that what rests on grants is reached in a ledger's later days too. */
const QUIET = 'data-c';
const QUIET_ENTRY = 'entry-3';
const SHARED = [...RESOURCES, QUIET];
const ENTRIES = ['entry-1', 'entry-2', QUIET_ENTRY];
const GRANTS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((letter) => `grant-${letter}`);
/** Who may be given a delegation: an agent that issues is of the sellers' side (docs/architecture.md, "Fabric"). */
const AGENTS = ['operator', 'company', 'shop-b', 'shop-a'];
const PUBLIC_KEY = `${'A'.repeat(122)}==`;
const RANGE = 20;
/** Numbers of the till that sells most. */
const FIRST_RANGE = 5 * RANGE;

/** The buyer that invoices name, where they name any. */
const BUYER = { name: 'company', taxId: '91310000MA1DEMQC0F' };

const seedOf = (words: string): string => hasher().sha256(words);
const openingOf = (name: string): PartyOpening => ({
  text: canonicalJson({ name, taxId: name === BUYER.name ? BUYER.taxId : '91350100M000100Y43' }),
  salt: seedOf(`salt of ${name}`).slice(0, 32),
});

const one = (caller: string, facts: EntryFacts): Operation => ({ caller, commands: [command(facts)] });

const registration = (id: string, role: Role, caller = 'bureau', publicKey = PUBLIC_KEY): Operation =>
  one(caller, {
    type: 'organisation.registered',
    organisation: id,
    role,
    sandbox: id === 'shop-b',
    publicKey,
    party: partyDigest(openingOf(id)),
    ...(role === 'merchant' ? { quota: 400, taxpayer: hasher().sha256(id) } : {}),
  });

/**
 * What opens a ledger: without these nearly everything would be refused for the same reason.
 * @param keyOf SPKI in base64 of an organisation's key, for a ledger whose signatures somebody will check.
 */
export function openingOperations(year: string, keyOf: (id: string) => string = () => PUBLIC_KEY): Operation[] {
  const range = { prefix: `${year}440`, from: 1, to: FIRST_RANGE };
  return [
    ...Object.entries(PEOPLE).map(([id, role]) => registration(id, role, 'bureau', keyOf(id))),
    ...Object.entries(TILLS).map(([till, seller]) => one('bureau', { type: 'till.registered', till, seller })),
    one('bureau', { type: 'range.allotted', seller: 'shop-a', ...range }),
    one('shop-a', { type: 'range.assigned', till: 'till-a1', ...range }),
    one('shop-a', { type: 'delegation.granted', seller: 'shop-a', agent: 'operator' }),
    one('provider-a', { type: 'resource.registered', resource: 'data-a', owner: 'shop-a', controller: 'provider-a' }),
    ...catalogued('provider-a', 'data-a').map(({ caller, facts }) => one(caller, facts)),
    one('provider-a', { type: 'resource.registered', resource: QUIET, owner: 'shop-a', controller: 'provider-a' }),
    one('provider-a', published('provider-a', { entry: QUIET_ENTRY })),
    one('provider-a', { type: 'catalogue.placed', resource: QUIET, entry: QUIET_ENTRY }),
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
    buyer: fc.constantFrom({ buyer: BUYER }, { buyer: BUYER }, {}),
    oddity: fc.oneof(
      { weight: 5, arbitrary: fc.constant('none') },
      { weight: 1, arbitrary: fc.constantFrom(...Object.keys(ODDITIES)) },
    ),
    wrong: fc.oneof({ weight: 20, arbitrary: fc.constant('') }, WRONG),
  })
  .map(({ till, reference, buyer, oddity, wrong }): IssueInvoice => {
    const sale = {
      till,
      ...buyer,
      orderReference: reference,
      lines: [{ name: '茶', net: '100.00', rate: '0.13', tax: '13.00' }],
      totals: { net: '100.00', tax: '13.00', gross: '113.00' },
    };
    const request = ODDITIES[oddity]!(sale);
    const seed = wrong === 'seed' ? 'no seed' : seedOf(`${reference} ${till} ${oddity} ${String('buyer' in buyer)}`);
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
      .map((times): Operation => ({ caller, commands: Array(times).fill(commands).flat() as IssueInvoice[] })),
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
    resource: fc.constantFrom('data-a', 'data-a', 'data-b', QUIET),
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
const entryId = fc.constantFrom('entry-1', 'entry-1', 'entry-2');
const owner = fc.constantFrom('provider-a', 'provider-a', 'provider-b');
const version = fc.constantFrom(1, 2, 2, 3);
const FEEDBACKS = ['fault-1', 'fault-2', 'fault-3'];
const feedback = fc.constantFrom(...FEEDBACKS);
const SUPERVISED = ['provider-a', 'consumer-a', 'bureau'];
const supervised = fc.constantFrom(...SUPERVISED);
const supervision = fc.oneof(
  fc
    .record({ caller: mostly('bureau'), object: supervised, intervalDays: fc.constantFrom(30, 30, 90, 0) })
    .map(({ caller, ...facts }) =>
      one(caller, { type: 'supervision.stated', authority: 'bureau', method: 'sampling', ...facts }),
    ),
  fc
    .record({ caller: mostly('bureau'), object: supervised, number: version })
    .map(({ caller, ...facts }) =>
      one(caller, { type: 'supervision.looked', authority: caller, method: 'sampling', finding: 'open', ...facts }),
    ),
);
const directory = fc.oneof(
  fc
    .record({ caller: mostly('bureau'), organisation: fc.constantFrom('provider-b', 'provider-a', 'stranger') })
    .map(({ caller, organisation }) => one(caller, { type: 'organisation.placed', organisation, division: '110000' })),
  fc
    .record({ caller: mostly('bureau'), organisation: owner, version })
    .map(({ caller, ...facts }) => one(caller, { type: 'duty.assigned', duty: 'duty-of-provider-b', ...facts })),
  fc
    .record({
      caller: owner,
      entry: entryId,
      version,
      stage: fc.constantFrom('shared' as const, 'stored' as const, 'retired' as const),
    })
    .map(({ caller, ...facts }) => one(caller, published(caller, facts))),
  fc
    .record({
      caller: mostly('bureau', 'provider-a'),
      entry: entryId,
      version,
      grade: fc.constantFrom(1 as const, 2 as const, 3 as const),
      class: fc.constantFrom('public-service' as const, 'personal' as const),
    })
    .map(({ caller, ...facts }) => one(caller, { type: 'catalogue.regraded', ...facts })),
  fc
    .record({ caller: mostly('provider-a'), entry: entryId, version, owner, steward: owner })
    .map(({ caller, ...facts }) => one(caller, { type: 'catalogue.transferred', duty: `duty-of-${facts.owner}`, ...facts })),
  fc
    .record({ caller: mostly('provider-a'), entry: entryId, resource: fc.constantFrom(...RESOURCES) })
    .map(({ caller, ...facts }) => one(caller, { type: 'catalogue.placed', ...facts })),
  fc
    .record({ caller: mostly('bureau'), entry: entryId, consumer: fc.constantFrom('consumer-a', 'stranger') })
    .map(({ caller, ...facts }) =>
      one(caller, { type: 'catalogue.approved', right: 'operate', until: '2056-01-01T00:00:00Z', ...facts }),
    ),
  fc
    .record({ from: mostly('consumer-a'), feedback, entry: fc.constantFrom('entry-1', QUIET_ENTRY) })
    .map(({ from, ...facts }) => one(from, { type: 'feedback.given', from, kind: 'wrong', ...facts })),
  fc
    .record({ caller: mostly('provider-a'), feedback, outcome: fc.constantFrom('corrected' as const, 'declined' as const) })
    .map(({ caller, ...facts }) => one(caller, { type: 'feedback.answered', ...facts })),
  fc
    .record({ caller: mostly('consumer-a'), feedback })
    .map(({ caller, ...facts }) => one(caller, { type: 'feedback.closed', ...facts })),
  fc
    .record({ caller: mostly('bureau'), division: fc.constantFrom('110000', '110105'), parent: rarely(fc.constant('110000')) })
    .map(({ caller, division, parent }) =>
      one(caller, { type: 'division.registered', division, ...(parent === undefined ? {} : { parent }) }),
    ),
  fc
    .record({ caller: mostly('provider-a'), owner, version })
    .map(({ caller, ...facts }) =>
      one(caller, { type: 'schema.registered', schema: 'stops', digest: 'd'.repeat(64) as never, ...facts }),
    ),
  fc
    .record({ caller: mostly('provider-a', 'bureau'), resource: fc.constantFrom(...RESOURCES), version })
    .map(({ caller, ...facts }) => one(caller, { type: 'catalogue.quarantined', schema: 'stops', ...facts })),
  fc
    .record({ caller: mostly('provider-a', 'bureau'), resource: fc.constantFrom(...RESOURCES) })
    .map(({ caller, ...facts }) => one(caller, { type: 'catalogue.released', ...facts })),
  supervision,
);
const sealing = fc
  .record({ first: fc.constantFrom(0, 0, 3, 6), count: fc.constantFrom(3, 3, 0), caller: mostly('bureau') })
  .map(({ caller, ...facts }) => one(caller, { type: 'audit.sealed', ...facts, root: 'c'.repeat(64) as never }));
const RECEIPT_ROOTS = ['c', 'd'].map((digit) => digit.repeat(64) as never);
const receipts = fc
  .record({
    type: fc.constantFrom('receipt.provided' as const, 'receipt.acknowledged' as const, 'receipt.disputed' as const),
    grant: fc.constantFrom(...GRANTS),
    first: fc.constantFrom(0, 0, 2, 4),
    count: fc.constantFrom(2, 2, 2, 5000),
    root: fc.constantFrom(...RECEIPT_ROOTS),
    provider: mostly('provider-a'),
    consumer: mostly('consumer-a'),
  })
  .map(({ provider, consumer, ...facts }) => one(facts.type === 'receipt.provided' ? provider : consumer, facts));
const usage = fc.oneof(
  { weight: 3, arbitrary: receipts },
  fc
    .record({ version: fc.constantFrom(1, 1, 2, 3), resource: fc.constantFrom(...RESOURCES), caller: mostly('provider-a') })
    .map(({ caller, ...facts }) => one(caller, { type: 'template.approved', template: 'template-a', ...facts })),
  mostly('provider-a').map((caller) => one(caller, { type: 'template.withdrawn', template: 'template-a' })),
  fc
    .record({
      type: fc.constantFrom('export.permitted' as const, 'export.refused' as const),
      grant: fc.constantFrom(...GRANTS),
      run: fc.constantFrom('run-a', 'run-b'),
      caller: mostly('provider-a'),
    })
    .map(({ caller, ...facts }) => one(caller, { ...facts, result: 'e'.repeat(64) as never })),
);
const sharing = randomSharing({ mostly, grants: GRANTS, resources: SHARED });
const life = randomLife({ mostly, openingOf, people: Object.keys(PEOPLE) });
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
    { weight: 6, arbitrary: directory },
    { weight: 1, arbitrary: sealing },
    { weight: 8, arbitrary: usage },
    { weight: 9, arbitrary: sharing },
    { weight: 15, arbitrary: life },
    { weight: 1, arbitrary: acts },
    { weight: 3, arbitrary: provenance },
    { weight: 1, arbitrary: spoilt },
  );
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
    ...SHARED.flatMap((id) => [stateKeys.resource(id), stateKeys.resourcePlace(id)]),
    ...ENTRIES.map(stateKeys.catalogue),
    ...['provider-a', 'provider-b'].flatMap((id) => [stateKeys.placement(id), stateKeys.duty(`duty-of-${id}`)]),
    ...RESOURCES.map(stateKeys.quarantine),
    ...ENTRIES.map((id) => stateKeys.datum(datumFingerprint(id))),
    ...['consumer-a', 'stranger'].flatMap((id) =>
      ['entry-1', 'entry-2'].map((entry) => stateKeys.approval(entry, id, 'operate')),
    ),
    ...['110000', '110105'].map(stateKeys.division),
    stateKeys.schema('stops'),
    ...FEEDBACKS.map(stateKeys.feedback),
    ...SUPERVISED.map((id) => stateKeys.supervision('bureau', id, 'sampling')),
    ...GRANTS.map(stateKeys.grant),
    ...GRANTS.flatMap((grant) => [stateKeys.receipts(grant), ...[0, 2, 4].map((first) => stateKeys.receiptBatch(grant, first))]),
    stateKeys.template('template-a'),
    stateKeys.export('run-a'),
    stateKeys.export('run-b'),
    ...sharingKeys({ resources: SHARED }),
    ...lifeKeys(),
    ...Array.from({ length: 20 * RANGE }, (_, sequence) => stateKeys.life(`${year}440${String(sequence + 1).padStart(15, '0')}`)),
    ...DIGESTS.flatMap((digest) => [
      stateKeys.provenance(digest),
      ...people.flatMap((id) => [stateKeys.registration(digest, id), stateKeys.licence(digest, id)]),
    ]),
  ];
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  canonicalJson,
  hasher,
  referencePageKey,
  referenceStem,
  type EntryFacts,
  type JsonValue,
} from '@lianpiao/chaincode/domain';
import {
  act,
  assign,
  CANARIES,
  delegate,
  invocationOf,
  item,
  mspIdOf,
  OPENING_STEPS,
  organisation,
  revoke,
  seedOf,
  TEA_HOUSE,
  till,
  type Step,
} from '../chaincode/fabric/market';
import { catalogued, DIRECTORY_TRANSACTIONS, published } from '../support/directory';
import { recordFault } from '../support/fault-records';
import { FABRIC_START_MS } from '../support/fabric-network';
import { LOG_ORIGIN } from '../support/embedded';
import { openOffice, OPERATOR, type LedgerOffice } from '../support/ledger-office';
import { TestNetwork, type SendOptions, type Sent } from '../support/own-fabric';
import { sealedLogBytes } from '../support/log-bytes';
import { ReplacedChaincode } from '../support/replaced-chaincode';

const SELLERS_SIDE = ['TaxBureau', 'Merchants'];
const MSPS = ['TaxBureau', 'Merchants', 'DataProviders'];
const WRONG_SIDE = /ACTION_FORBIDDEN: .*certificate-of-the-right-organisation/;
/** Texts of shared data that nobody but providers and bureau may ever hold. */
const SHARED = ['GRANT-PURPOSE', 'secret_field', 'GRANT-LIABILITY'];

const DIGEST = hasher().sha256('a patient');
/** The transactions of the directory and of grants that are tried here. */
const TRANSACTIONS: Readonly<Partial<Record<EntryFacts['type'], string>>> = {
  ...DIRECTORY_TRANSACTIONS,
  'grant.granted': 'access:grant',
  'grant.revoked': 'access:revoke',
  'consent.given': 'sharing:giveConsent',
  'consent.withdrawn': 'sharing:withdrawConsent',
  'crossing.approved': 'sharing:approveCrossing',
  'grant.revocation-proposed': 'sharing:proposeRevocation',
  'grant.revocation-countersigned': 'sharing:countersignRevocation',
  'grant.deletion-attested': 'sharing:attestDeletion',
  'standing.opened': 'sharing:openStanding',
};

const member = (id: string, role: 'consumer' | 'provider'): Step => {
  const step = organisation(id, 'auditor');
  return 'facts' in step ? { ...step, facts: { ...step.facts, role } as typeof step.facts } : step;
};
const resource = act('provider', 'access:registerResource', {
  type: 'resource.registered',
  resource: 'data',
  owner: 'provider',
  controller: 'provider',
});

const placed = catalogued('provider', 'data').map(({ caller, facts }) =>
  act(caller, DIRECTORY_TRANSACTIONS[facts.type as keyof typeof DIRECTORY_TRANSACTIONS], facts),
);

function grantOf(id: string): Step {
  const step = act('provider', 'access:grant', {
    type: 'grant.granted',
    grant: id,
    resource: 'data',
    provider: 'provider',
    consumer: 'consumer',
    right: 'use',
    from: '2026-01-01T00:00:00Z',
    until: '2056-01-01T00:00:00Z',
  });
  const terms: Record<string, JsonValue> = { purpose: SHARED[0]!, fields: [SHARED[1]!], rows: [], liability: SHARED[2]! };
  const fields = Object.entries(terms).map(([name, value]) => ({ name, text: canonicalJson(value) }));
  return 'record' in step ? { ...step, record: { ...step.record, fields } } : step;
}

let network: TestNetwork;

/** Sends a step in its caller's name, unless another certificate is asked for. */
function send(step: Step, options: SendOptions & { readonly mspId?: string } = {}): Promise<Sent> {
  return network.send({ ...invocationOf(step), mspId: options.mspId ?? mspIdOf(step.as) }, options);
}

async function accepted(step: Step): Promise<Sent> {
  const sent = await send(step);
  expect({ step, refusal: sent.refusal, code: sent.code }).toEqual({ step, refusal: '', code: 'VALID' });
  return sent;
}

// Numbers of the year of this run; the market's are those of 2026.
const yearOf = (step: Step): Step => {
  if (!('facts' in step) || !('prefix' in step.facts)) return step;
  return { ...step, facts: { ...step.facts, prefix: `${thisYear()}440` } };
};

/** The two digits of the year in China. */
function thisYear(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(2, 4);
}

let issued: Sent;
beforeAll(async () => {
  network = await TestNetwork.start();
  for (const step of OPENING_STEPS.map(yearOf)) await accepted(step);
  for (const step of [member('provider', 'provider'), member('consumer', 'consumer'), resource, ...placed, grantOf('grant-0')])
    await accepted(step);
  issued = await accepted({
    as: 'tea-house',
    batch: Array.from({ length: 40 }, (_, index) => item(`no-${String(index + 100)}`)),
  });
}, FABRIC_START_MS);
afterAll(() => network.end(), FABRIC_START_MS);

// First, while nobody has asked a peer for what it must not see: an endorser keeps for a while what it was sent.
/** All bytes of the files below a folder, by their path in it. */
function* files(folder: string): Generator<readonly [string, Buffer]> {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile()) yield [file.slice(folder.length + 1), readFileSync(file)];
  }
}

/** Which of the texts stand in which files of a node. */
function found(node: string, texts: readonly string[]): Record<string, string[]> {
  const hits: Record<string, string[]> = {};
  for (const [file, bytes] of files(join(network.folder, 'nodes', node, 'state'))) {
    const present = texts.filter((text) => bytes.includes(text));
    if (present.length > 0) hits[file] = present;
  }
  return hits;
}

const peerOf = (mspId: string): string => `peer-${mspId.toLowerCase()}`;
const INVOICE_SECRETS = [...CANARIES.filter((text) => text !== 'why-text'), TEA_HOUSE.salt, seedOf('seed of no-100')];

describe('what stands on the disks of the network', () => {
  const ALL = [...INVOICE_SECRETS, ...SHARED];
  const ORDERERS = ['orderer1', 'orderer2', 'orderer3'];
  const holds = (mspId: string, texts: readonly string[], part = ''): string[] => {
    const hits = Object.entries(found(peerOf(mspId), texts)).filter(([file]) => file.includes(part));
    return [...new Set(hits.flatMap(([, present]) => present))].sort();
  };

  it('is nothing private in any block, on any peer or orderer', () => {
    const blocks = MSPS.map((mspId) => found(peerOf(mspId), ALL));
    for (const hits of blocks) expect(Object.keys(hits).filter((file) => file.includes('chains'))).toEqual([]);
    for (const orderer of ORDERERS) expect(found(orderer, ALL)).toEqual({});
  });

  it("is nothing of an invoice on the data providers' peer, and nothing of a grant's terms on the merchants'", () => {
    expect(found(peerOf('DataProviders'), INVOICE_SECRETS)).toEqual({});
    expect(found(peerOf('Merchants'), SHARED)).toEqual({});
  });

  it('is seen by this search where it may stand, and blocks are where it looks', () => {
    expect(holds('TaxBureau', [...CANARIES, ...SHARED])).toEqual([...CANARIES, ...SHARED].sort());
    expect(holds('Merchants', CANARIES)).toEqual([...CANARIES].sort());
    expect(holds('DataProviders', SHARED)).toEqual([...SHARED].sort());
    for (const mspId of MSPS) {
      expect(Object.keys(found(peerOf(mspId), ['invoice.issued'])).some((file) => file.includes('chains'))).toBe(true);
    }
    for (const orderer of ORDERERS) {
      const files = Object.keys(found(orderer, ['invoice.issued']));
      expect([files.some((file) => file.includes('chains')), files.some((file) => file.includes('wal'))]).toEqual([true, true]);
    }
  });

  it('is in the stores of private data where their members are, and nowhere else', () => {
    const names = ['invoices', 'sharing'];
    const store = 'pvtdataStore';
    // The salt under which the seller stands in the registry is told to endorsers, and kept by nobody.
    const kept = INVOICE_SECRETS.filter((text) => text !== TEA_HOUSE.salt);
    expect(holds('TaxBureau', ALL, store)).toEqual([...kept, ...SHARED].sort());
    expect(holds('Merchants', ALL, store)).toEqual([...kept].sort());
    expect(holds('DataProviders', ALL, store)).toEqual([...SHARED].sort());
    // The store of those who are no members knows the other collection's name and hashes, and that is what is searched.
    for (const mspId of MSPS) expect(holds(mspId, names, store).length).toBeGreaterThan(0);
  });

  it('is in no log of any node, and in no file of its folder but the state', () => {
    const elsewhere: string[] = [];
    for (const [file, bytes] of files(network.folder))
      if (!/^nodes\/peer-[a-z]+\/state\//.test(file) && ALL.some((text) => bytes.includes(text))) elsewhere.push(file);
    expect(elsewhere).toEqual([]);
  });

  it('is nothing private in the log: neither in its tiles nor in the entries that it serves', async () => {
    const networkFile = join(network.folder, 'network.json');
    for (const mspId of ['TaxBureau', 'DataProviders']) {
      const office = openOffice({ kind: 'fabric', networkFile, operator: OPERATOR, mspId, client: 'fabric-gateway', batch: 500 });
      try {
        await office.caughtUp();
        const log = sealedLogBytes(office);
        const hits = [...log].filter(([, bytes]) => ALL.some((text) => bytes.includes(text)));
        expect([mspId, hits.map(([name]) => name)]).toEqual([mspId, []]);
        // What is searched holds the invoices' entries, and the log's root over them.
        expect([...log].filter(([, bytes]) => bytes.includes('invoice.issued')).map(([name]) => name)).toContain(
          'tile/entries/0',
        );
        const signed = [...log].filter(([, bytes]) => bytes.includes(LOG_ORIGIN)).map(([name]) => name);
        expect(signed.some((name) => name.startsWith('log.db'))).toBe(true);
      } finally {
        office.remove();
      }
    }
  });
});

describe('a gateway that its operator has changed', () => {
  it("does not act for the bureau with the merchants' own CA", async () => {
    const forged = { mspId: 'Merchants', endorsers: SELLERS_SIDE };
    expect((await send(till('till-9', 'tea-house'), forged)).refusal).toMatch(WRONG_SIDE);
    expect((await send(organisation('friend', 'merchant'), { ...forged, endorsers: ['Merchants'] })).refusal).toMatch(WRONG_SIDE);
  });

  it("does not act for a merchant with the providers' CA", async () => {
    const forged = { mspId: 'DataProviders', endorsers: ['TaxBureau', 'DataProviders'] };
    expect((await send({ as: 'tea-house', batch: [item('forged')] }, forged)).refusal).toMatch(WRONG_SIDE);
    expect((await send(assign('till-1', 504, 505, 'tea-house'), forged)).refusal).toMatch(WRONG_SIDE);
  });

  it.each([[['Merchants']], [['TaxBureau']], [['TaxBureau', 'DataProviders']], [['Merchants', 'DataProviders']]])(
    'has no invoice by the endorsement of %j alone',
    async (endorsers) => {
      const started = performance.now();
      const sent = await send({ as: 'tea-house', batch: [item(`skipped by ${endorsers.join()}`)] }, { endorsers });
      expect(sent).toMatchObject({ refusal: '', code: 'ENDORSEMENT_POLICY_FAILURE' });
      recordFault({
        fault: `an invoice endorsed by ${endorsers.join(' and ')} alone`,
        ledger: 'fabric',
        code: 'ENDORSEMENT_POLICY_FAILURE',
        part: 'transaction',
        cause: 'forged',
        place: 'the committing peers',
        repair: 'none: it is no invoice, and its number is free',
        ms: performance.now() - started,
      });
    },
  );

  it('leaves the number and the order reference of such an invoice free', async () => {
    const sent = await accepted({ as: 'tea-house', batch: [item('skipped by Merchants')] });
    expect(JSON.parse(sent.answer)).toEqual([{ accepted: true }]);
  });

  it("writes no grant of a provider's without the providers' peer", async () => {
    const sent = await send(grantOf('grant-1'), { endorsers: SELLERS_SIDE, through: 'TaxBureau' });
    expect(sent).toMatchObject({ refusal: '', code: 'ENDORSEMENT_POLICY_FAILURE' });
    const pause = act('provider', 'access:pause', { type: 'grant.paused', grant: 'grant-0' });
    expect(await send(pause, { endorsers: SELLERS_SIDE, through: 'TaxBureau' })).toMatchObject({
      code: 'ENDORSEMENT_POLICY_FAILURE',
    });
    expect(await send(pause, { endorsers: ['TaxBureau', 'DataProviders'] })).toMatchObject({ code: 'VALID' });
  });

  describe('in the directory and in what grants rest on', () => {
    const BY_OTHERS = { endorsers: SELLERS_SIDE, through: 'TaxBureau' };
    const ALONE = { endorsers: ['DataProviders'] };
    const TERMS: Readonly<Record<string, JsonValue>> = {
      purpose: { code: 'research', text: SHARED[0]! },
      fields: [SHARED[1]!],
      rows: [],
      liability: SHARED[2]!,
      conditions: { basis: { kind: 'commissioned-project', project: 'P-1' }, modes: ['view'], frequency: null },
    };
    const said = (as: string, facts: EntryFacts): Step => act(as, TRANSACTIONS[facts.type] ?? '', facts);
    const withTerms = (step: Step, terms = TERMS): Step => {
      const fields = Object.entries(terms).map(([name, value]) => ({ name, text: canonicalJson(value) }));
      return 'record' in step ? { ...step, record: { ...step.record, fields: [...step.record.fields, ...fields] } } : step;
    };
    const consent = (as: string, id = 'consent-1'): Step =>
      said(as, { type: 'consent.given', consent: id, resource: 'data', subject: DIGEST, text: DIGEST, textVersion: '1' });
    const second = (as: string, id = 'grant-2'): Step =>
      withTerms(
        said(as, {
          type: 'grant.granted', grant: id, resource: 'data', provider: 'provider', consumer: 'consumer', right: 'use',
          from: '2026-01-01T00:00:00Z', until: '2056-01-01T00:00:00Z', version: 2, basis: 'commissioned-project', keepDays: 30,
          region: 'CN', consent: 'consent-1',
        }),
      ); // prettier-ignore
    const one = (as: string, type: 'grant.revocation-proposed' | 'grant.revocation-countersigned' | 'grant.revoked'): Step =>
      said(as, { type, grant: 'grant-2' });
    const attest = (as: string): Step =>
      withTerms(said(as, { type: 'grant.deletion-attested', grant: 'grant-2' }), { statement: 'all copies were deleted' });
    const standing = (as: string): Step =>
      withTerms(
        said(as, {
          type: 'standing.opened', standing: 'standing-1', resource: 'data', provider: 'provider', consumer: 'consumer', days: 7,
          until: '2056-01-01T00:00:00Z', basis: 'commissioned-project', keepDays: 30,
        }),
      ); // prettier-ignore
    const entry = (as: string): Step => said(as, published('provider', { entry: 'entry-2' }));
    const regrade = (as: string): Step =>
      said(as, { type: 'catalogue.regraded', entry: 'entry-1', version: 1, grade: 2, class: 'public-service' });
    const duty = (as: string): Step => said(as, { type: 'duty.assigned', duty: 'duty-x', version: 1, organisation: 'provider' });

    /** Whose it is, and what others are told who try it under their own names. */
    const STEPS: readonly (readonly [string, (as: string) => Step, string, RegExp])[] = [
      ['a catalogue entry', entry, 'consumer', /CATALOGUE_ENTRY_NOT_YOURS/],
      ['a consent', consent, 'consumer', /RESOURCE_NOT_YOURS/],
      ['a grant with conditions', second, 'consumer', /ACTION_FORBIDDEN: .*provider-signs/],
      ['a signature in advance', standing, 'consumer', /ACTION_FORBIDDEN|RESOURCE_NOT_YOURS/],
      ['the end of a grant, proposed', (as) => one(as, 'grant.revocation-proposed'), 'third', /GRANT_NOT_YOURS/],
      ['the end of a grant', (as) => one(as, 'grant.revoked'), 'consumer', /GRANT_NOT_YOURS/],
      ['the withdrawal of a consent', (as) => said(as, { type: 'consent.withdrawn', consent: 'consent-1' }), 'consumer', /CONSENT_NOT_YOURS/],
    ]; // prettier-ignore

    beforeAll(async () => {
      await accepted(member('third', 'consumer'));
    });

    it.each(STEPS)('does %s for nobody else: not under its own name, its own CA, or without the provider’s peer', async (_what, step, other, refusal) => {
      expect((await send(step(other))).refusal).toMatch(refusal);
      expect((await send(step('provider'), { mspId: 'Merchants', endorsers: SELLERS_SIDE })).refusal).toMatch(WRONG_SIDE);
      for (const options of [BY_OTHERS, ALONE])
        expect(await send(step('provider'), options)).toMatchObject({ refusal: '', code: 'ENDORSEMENT_POLICY_FAILURE' });
      await accepted(step('provider'));
    }); // prettier-ignore

    it('states no deletion for the consumer, and signs no end in the other side’s name', async () => {
      expect((await send(one('third', 'grant.revocation-countersigned'))).refusal).toMatch(/GRANT_NOT_YOURS/);
      expect((await send(one('provider', 'grant.revocation-countersigned'))).refusal).toMatch(
        /GRANT_NOT_YOURS|GRANT_STATE_WRONG/,
      );
      expect((await send(attest('provider'))).refusal).toMatch(/GRANT_NOT_YOURS/);
      expect((await send(attest('consumer'), { mspId: 'Merchants', endorsers: SELLERS_SIDE })).refusal).toMatch(WRONG_SIDE);
      expect(await send(attest('consumer'), BY_OTHERS)).toMatchObject({ code: 'ENDORSEMENT_POLICY_FAILURE' });
      await accepted(attest('consumer'));
    });

    it('does nothing of what is the bureau’s, whatever its own CA writes into a certificate', async () => {
      const approval: EntryFacts = {
        type: 'crossing.approved', approval: 'approval-1', resource: 'data', consumer: 'consumer', region: 'SG', until: '2056-01-01T00:00:00Z',
      }; // prettier-ignore
      for (const step of [duty, regrade, (as: string): Step => said(as, approval)]) {
        expect((await send(step('third'))).refusal).toMatch(/ACTION_FORBIDDEN|CATALOGUE_ENTRY_NOT_YOURS/);
        for (const mspId of ['Merchants', 'DataProviders'])
          expect((await send(step('bureau'), { mspId, endorsers: ['TaxBureau', mspId] })).refusal).toMatch(WRONG_SIDE);
        expect(await send(step('bureau'), { endorsers: ['TaxBureau'] })).toMatchObject({ code: 'ENDORSEMENT_POLICY_FAILURE' });
        await accepted(step('bureau'));
      }
    });
  });

  it.each([120_000, -120_000])('does not date an invoice %d ms away', async (clockOff) => {
    const started = performance.now();
    const sent = await send({ as: 'tea-house', batch: [item('dated')] }, { clockOff });
    expect(sent.refusal).toMatch(/TRANSACTION_TIME_OFF/);
    recordFault({
      fault: `a gateway’s clock is ${String(clockOff / 1000)} s off`,
      ledger: 'fabric',
      code: 'TRANSACTION_TIME_OFF',
      part: 'transaction',
      cause: 'clock',
      place: 'the bureau’s endorser',
      repair: 'set the clock; the request may be sent again',
      ms: performance.now() - started,
    });
    // Without the bureau's clock it is endorsed, and is none.
    expect(await send({ as: 'tea-house', batch: [item('dated')] }, { clockOff, endorsers: ['Merchants'] })).toMatchObject({
      code: 'ENDORSEMENT_POLICY_FAILURE',
    });
  });

  it('issues for a seller only while the seller says so', async () => {
    const batch = [item('delegated')];
    expect(JSON.parse((await send({ as: 'platform', batch })).answer)).toMatchObject([{ code: 'TILL_NOT_YOURS' }]);
    const [grant, revoke] = (['granted', 'revoked'] as const).map((word) =>
      act('tea-house', word === 'granted' ? 'registry:grantDelegation' : 'registry:revokeDelegation', {
        type: `delegation.${word}`,
        seller: 'tea-house',
        agent: 'platform',
      }),
    );
    expect((await send({ ...grant!, as: 'platform' })).refusal).toMatch(/ACTION_FORBIDDEN/);
    await accepted(grant!);
    expect(JSON.parse((await accepted({ as: 'platform', batch })).answer)).toEqual([{ accepted: true }]);
    await accepted(revoke!);
    expect(JSON.parse((await send({ as: 'platform', batch: [item('late')] })).answer)).toMatchObject([
      { code: 'TILL_NOT_YOURS' },
    ]);
  });
});

describe('an erasure', () => {
  const erase = (as: string, number: string, txId: string): Promise<Sent> => {
    const { args, ...invocation } = invocationOf(
      act(as, 'act:erase', { type: 'act.recorded', act: 'content.erased', subject: number }),
    );
    const facts = canonicalJson({ ...JSON.parse(args![0]!), txId, chunk: 0, index: 0 });
    return network.send({ ...invocation, args: [facts], transient: { ...invocation.transient, chunk: '[null]' } });
  };

  it("is the seller's and the bureau's to ask for, once", async () => {
    const { txId } = await accepted({ as: 'tea-house', batch: [item('erased', { till: 'till-2' })] });
    // The first invoice of the second till.
    const number = `${thisYear()}440${'501'.padStart(15, '0')}`;
    expect((await erase('platform', number, txId)).refusal).toMatch(/TILL_NOT_YOURS/);
    expect((await erase('provider', number, txId)).refusal).toMatch(/TILL_NOT_YOURS/);
    expect(await erase('tea-house', number, txId)).toMatchObject({ refusal: '', code: 'VALID' });
    expect((await erase('bureau', number, txId)).refusal).toMatch(/INVOICE_ERASED/);
  });
});

describe('what the policies of single keys decide alone', () => {
  let office: LedgerOffice;
  beforeAll(async () => {
    const networkFile = join(network.folder, 'network.json');
    office = openOffice({
      kind: 'fabric', networkFile, operator: OPERATOR, mspId: 'TaxBureau', client: 'fabric-gateway', batch: 500,
    }); // prettier-ignore
    await accepted(
      act('provider', 'access:transferResource', {
        type: 'resource.transferred', resource: 'data', owner: 'provider', controller: 'tea-house',
      }),
    ); // prettier-ignore
    await accepted(delegate('provider', 'platform'));
  });
  afterAll(() => office.remove());

  /**
   * Of another side than its keys: its record goes into the collection of the caller's own side, and the bureau with that
   * side is enough for the chaincode's policy and for the collection's.
   */
  it.each([
    {
      what: 'the end of a grant, by the controller on the sellers’ side',
      step: act('tea-house', 'access:revoke', { type: 'grant.revoked', grant: 'grant-0' }),
      side: 'Merchants',
      missing: 'DataProviders',
      again: /GRANT_REVOKED/,
    },
    {
      what: 'the end of a delegation, by a provider',
      step: revoke('provider', 'platform'),
      side: 'DataProviders',
      missing: 'Merchants',
      again: /DELEGATION_UNKNOWN/,
    },
  ])('$what is none without $missing, in no state and in no log', async ({ step, side, missing, again }) => {
    await office.caughtUp();
    const before = office.ledger.length();
    const sent = await send(step, { endorsers: ['TaxBureau', side] });
    expect(sent).toMatchObject({ refusal: '', code: 'ENDORSEMENT_POLICY_FAILURE' });
    await office.caughtUp();
    expect(office.ledger.length()).toBe(before);
    // Nothing of it stands in the state either: else the rules would refuse it now, as they do afterwards.
    const whole = await send(step, { endorsers: ['TaxBureau', side, missing] });
    expect(whole).toMatchObject({ refusal: '', code: 'VALID' });
    expect((await send(step)).refusal).toMatch(again);
    await office.caughtUp();
    expect(office.ledger.length()).toBe(before + 1);
  });
});

describe('an organisation that runs a chaincode of its own making', () => {
  let chaincode: ReplacedChaincode;
  beforeAll(() => {
    chaincode = new ReplacedChaincode(network);
  });
  afterEach(() => chaincode.restore());
  afterAll(() => chaincode.remove());

  const ask = (as: string, transaction: string, args: readonly string[], options: SendOptions): Promise<Sent> =>
    network.send({ attributes: { 'lianpiao.organisation': as }, mspId: mspIdOf(as), transaction, args: [...args] }, options);

  const peep = (as: string, at: string, collection: string, key: string): Promise<Sent> =>
    ask(as, 'peeping:peep', [collection, key], { through: at, endorsers: [at] });

  async function untilItRuns(attempt: () => Promise<Sent>): Promise<Sent> {
    const end = Date.now() + 20_000;
    for (;;) {
      const sent = await attempt();
      if (!sent.refusal.includes('could not launch') || Date.now() > end) return sent;
      await new Promise((done) => setTimeout(done, 300));
    }
  }

  const key = (): string => `records/${issued.txId}/0000`;

  it('gets no private data of the merchants from its own peer [rows 001-002-003:C5]', async () => {
    await chaincode.replace('DataProviders');
    const sent = await untilItRuns(() => peep('provider', 'DataProviders', 'invoices', key()));
    expect(sent).toMatchObject({ answer: '' });
    expect(sent.refusal).toMatch(/does not have read access permission/);
    // Nor for somebody who may read: the bytes are not there.
    const friend = await peep('tea-house', 'DataProviders', 'invoices', key());
    expect(friend).toMatchObject({ answer: '' });
    expect(friend.refusal).toMatch(/private data matching public hash version is not available/);
  });

  it('writes nothing by the endorsement of its own peer alone: no grant, no consent, no catalogue entry', async () => {
    await chaincode.replace('DataProviders');
    await untilItRuns(() => peep('provider', 'DataProviders', 'sharing', 'nothing'));
    for (const key of [
      'grant/grant-0',
      'grant/forged',
      'consent/forged',
      'catalogue/entry-1',
      'status',
      'emergency/data/consumer',
    ]) {
      const options = { through: 'DataProviders', endorsers: ['DataProviders'] };
      expect([key, await ask('provider', 'peeping:forge', [key, '{}'], options)]).toEqual([
        key,
        expect.objectContaining({ refusal: '', code: 'ENDORSEMENT_POLICY_FAILURE' }),
      ]);
    }
  }, 60_000);

  /**
   * Two organisations that both changed their chaincode satisfy the chaincode's own policy, and no private data asks for a
   * third: what stands under a bound key is kept by the policy of that key and by nothing else.
   */
  it('and the bureau with it change no key that the third one’s side must endorse [rows 001-002-003:B12]', async () => {
    for (const mspId of MSPS) await chaincode.replace(mspId);
    const people = { TaxBureau: 'bureau', Merchants: 'tea-house', DataProviders: 'provider' };
    for (const [mspId, as] of Object.entries(people))
      await untilItRuns(() => ask(as, 'peeping:read', ['nothing'], { through: mspId, endorsers: [mspId] }));
    const by = (side: string): SendOptions => ({ through: 'TaxBureau', endorsers: ['TaxBureau', side] });
    const forge = async (name: string, value: string, side: string): Promise<string | undefined> =>
      (await ask('bureau', 'peeping:forge', [name, value], by(side))).code;
    const read = async (name: string): Promise<string> =>
      (await ask('bureau', 'peeping:read', [name], { through: 'TaxBureau', endorsers: ['TaxBureau'] })).answer;

    const page = referencePageKey(referenceStem('tea-house', 'ORDER-REF no-100'));
    const sellers = ['head/till-1', 'pool/tea-house', page, 'delegation/tea-house/platform', 'resource/data'];
    const bound = [
      ...sellers.map((name) => [name, 'Merchants', 'DataProviders'] as const),
      ...['grant/grant-0', 'catalogue/entry-1'].map((name) => [name, 'DataProviders', 'Merchants'] as const),
    ];
    for (const [name, side, other] of bound) {
      const value = await read(name);
      expect([name, value]).not.toEqual([name, '']);
      expect([name, await forge(name, '{}', other)]).toEqual([name, 'ENDORSEMENT_POLICY_FAILURE']);
      expect([name, await read(name)]).toEqual([name, value]);
      // The same by those whom the key names, with the value that stands there.
      expect([name, await forge(name, value, side)]).toEqual([name, 'VALID']);
    }
    for (const side of ['Merchants', 'DataProviders']) expect(await forge(`free/${side}`, '{}', side)).toBe('VALID');

    // The texts of a transaction stand under a key that is bound to nobody: what is missing beside them gives them away.
    const networkFile = join(network.folder, 'network.json');
    const office = openOffice({
      kind: 'fabric', networkFile, operator: OPERATOR, mspId: 'TaxBureau', client: 'fabric-gateway', batch: 500,
    }); // prettier-ignore
    try {
      await office.caughtUp();
      const before = office.ledger.length();
      const texts = office.ledger.readTexts(0, before);
      const [invoice, delegation] = ['"invoice.issued"', '"delegation.granted"'].map((type) =>
        texts.find((each) => each.includes(type))!,
      );
      const enter = async (text: string, collection: string, side: string): Promise<void> =>
        expect(await ask('bureau', 'peeping:enter', [text, collection], by(side))).toMatchObject({ refusal: '', code: 'VALID' });
      await enter(invoice!, '', 'DataProviders');
      await enter(invoice!, 'sharing', 'DataProviders');
      await enter(delegation!, '', 'DataProviders');
      await office.caughtUp();
      expect(office.ledger.length()).toBe(before);
      // By those whose business it is the same text does come in: the search above would have seen it.
      await enter(invoice!, 'invoices', 'Merchants');
      await office.caughtUp();
      expect(office.ledger.readTexts(before, 5)).toEqual([invoice]);
    } finally {
      office.remove();
    }
  }, 120_000);

  it("gets none from a member's peer either, even when that one's chaincode would tell", async () => {
    await chaincode.replace('Merchants');
    const own = await untilItRuns(() => peep('tea-house', 'Merchants', 'invoices', key()));
    // The merchants themselves may read: the chaincode of the test does work.
    expect(own.answer).toContain('梅记茶馆');
    const sent = await peep('provider', 'Merchants', 'invoices', key());
    expect(sent).toMatchObject({ answer: '' });
    expect(sent.refusal).toMatch(/does not have read access permission/);
  });
});

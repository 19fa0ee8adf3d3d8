import { createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalJson, hasher, merkleRoot, type Digest, type JsonValue } from '@lianpiao/chaincode/domain';
import { PublishedSchemas } from '../support/dsp-schemas';
import { FABRIC_START_MS } from '../support/fabric-network';
import { LEDGERS } from '../support/ledgers';
import { dspMessage, startListeningConnector, type ListeningConnector } from '../support/listening-connector';
import { openDirectory, startSharing, UNTIL, type SharingSystem } from '../support/sharing';
import { services, type TestSystem } from '../support/system';
import { startHospital, tellOfCheats, type Hospital } from './sharing-cheats';

jest.setTimeout(120_000);

type Answer = Readonly<Record<string, unknown>>;
interface Receipts {
  readonly items: readonly { receipt: Record<string, JsonValue>; ordinal: number; status: string }[];
  readonly batches: readonly { first: number; count: number; root: Digest }[];
}

const ROLES = {
  transport: 'provider',
  hospital: 'provider',
  'civil-affairs': 'consumer',
  bank: 'consumer',
  auditor: 'auditor',
} as const;
type Name = keyof typeof ROLES;
const TRIPS = Array.from({ length: 30 }, (_, place) => ({ line: `L${String(place % 2)}`, trips: String(100 + place) }));
const DAY_MS = 86_400_000;
const PURPOSE = { code: 'relief', text: '核定补贴' };

/** One system for both stories: a network of Fabric takes a minute to start. */
describe.each(Object.entries(LEDGERS))('on %s', (_name, prepare) => {
  let home: string;
  let sharing: SharingSystem;
  let connector: ListeningConnector;
  let hospital: Hospital;
  let end: () => Promise<unknown> = () => Promise.resolve();

  beforeAll(async () => {
    const ledger = await prepare();
    end = () => ledger.end();
    [connector, hospital] = await Promise.all([startListeningConnector(), startHospital()]);
    home = mkdtempSync(join(tmpdir(), 'lianpiao-story-'));
    mkdirSync(join(home, 'files'));
    const lines = TRIPS.map(({ line, trips }) => `${line},${trips}`);
    writeFileSync(join(home, 'files', 'trips.csv'), `line,trips\n${lines.join('\n')}\n`);
    writeFileSync(join(home, 'files', 'stays.csv'), 'person,days\np-17,3\n');
    writeFileSync(join(home, 'peers.json'), JSON.stringify({ peers: { bank: { addresses: [connector.url] } } }), { mode: 0o600 });
    const settings = { LIANPIAO_PEERS: join(home, 'peers.json'), LIANPIAO_LOG_LEVEL: 'warn' };
    sharing = await startSharing(
      { ...ledger.env, ...settings },
      {
        files: { kind: 'csv', folder: join(home, 'files'), organisations: ['transport', 'hospital'] },
        hospital: { kind: 'http', url: hospital.url, organisations: ['the-rival'] },
      },
    );
  }, FABRIC_START_MS + 90_000);
  afterAll(async () => {
    await sharing.stop();
    await Promise.all([connector.stop(), hospital.stop()]);
    await end();
    rmSync(home, { recursive: true, force: true });
  }, 60_000);

  describe('four organisations share data', () => {
    tellOfSharing(() => ({ system: sharing.system, connector }));
  });
  describe('everyone cheats in one way each, and is caught', () => {
    tellOfCheats(() => ({ sharing, hospital }));
  });
});

/** Two departments, a hospital and a bank, from the directory to the deletion of what was shared; an auditor looks on. */
function tellOfSharing(parties: () => { readonly system: TestSystem; readonly connector: ListeningConnector }): void {
  let system: TestSystem;
  let connector: ListeningConnector;
  const keys: Partial<Record<Name, string>> = {};
  /** The grant of the transport department to the department of civil affairs. */
  let relief: string;

  beforeAll(async () => {
    ({ system, connector } = parties());
    for (const [organisation, role] of Object.entries(ROLES)) {
      const registration = { organisation, role, party: { name: organisation } };
      keys[organisation as Name] = (await services.registerOrganisation(system.url, system.bureauKey, registration)).apiKey;
    }
  });

  const call = (who: Name, method: string, path: string, body?: object): Promise<{ status: number; body: Answer }> =>
    system.call<Answer>(method, path, keys[who], body === undefined ? undefined : { reason: 'story', ...body });
  async function ok<Found = Answer>(who: Name, method: string, path: string, body?: object): Promise<Found> {
    const { status, body: answer } = await call(who, method, path, body);
    if (status >= 300) throw new Error(`${who}: ${method} ${path}: ${String(status)} ${JSON.stringify(answer)}`);
    return answer as Found;
  }
  const codeOf = async (who: Name, method: string, path: string, body?: object): Promise<unknown> =>
    (await call(who, method, path, body)).body['code'];
  /** What our connector answered. */
  const answered: Answer[] = [];
  /** Sends a message of the Dataspace Protocol as the bank's connector would. */
  const say = async (path: string, type: string, members: object): Promise<Answer> => {
    const message = dspMessage(type, members as Answer);
    const response = await system.call<Answer>('POST', `/dsp/2025-1/${path}`, keys.bank, message);
    if (response.status >= 300) throw new Error(`${type}: ${response.text}`);
    if (typeof response.body === 'object') answered.push(response.body);
    return response.body;
  };
  const receipts = (who: Name, grant: string, more = ''): Promise<Receipts> =>
    ok<Receipts>(who, 'GET', `/v1/usage-receipts?grant=${grant}${more}`);

  it('the directory comes first: duty, entry, resource; then it counts them by department [rows 001-002-003:D6,D7]', async () => {
    for (const [owner, resource, fields, more] of [
      ['transport', 'trips', ['line', 'trips'], {}],
      ['hospital', 'stays', ['person', 'days'], { personal: true }],
    ] as const) {
      await ok(owner, 'POST', '/v1/catalogue', {
        resource,
        title: resource,
        source: { connection: 'files', file: `${resource}.csv` },
        fields: fields.map((name) => ({ name })),
        ...more,
      });
      const early = { grant: `early-${resource}`, resource, consumer: 'bank', until: UNTIL, purpose: PURPOSE, fields };
      expect(await codeOf(owner, 'POST', '/v1/grants', early)).toBe('RESOURCE_NOT_CATALOGUED');
      const entry = await openDirectory(system, owner, keys[owner] ?? '');
      await ok(owner, 'POST', `/v1/catalogue/${resource}/entry`, { entry });
    }
    await services.until(async () => {
      const { items } = await ok<{ items: Answer[] }>('auditor', 'GET', '/v1/catalogue/departments');
      const found = items
        .filter(({ organisation }) => String(organisation) in ROLES)
        .map(({ organisation, registered, connected }) => [organisation, registered, connected]);
      return JSON.stringify(found) === '[["hospital",1,1],["transport",1,1]]';
    }, 'the departments and their resources');
  });

  it('a department asks another, which has ten days to answer, and grants [rows 001-002-003:C22,D13]', async () => {
    const asked = { resource: 'trips', basis: 'statutory-duty', purpose: PURPOSE, fields: ['line', 'trips'] };
    const { request } = await ok('civil-affairs', 'POST', '/v1/requests', asked);
    const shown = await ok('transport', 'GET', `/v1/requests/${String(request)}`);
    expect(shown).toMatchObject({ status: 'open', overdue: false });
    expect(Date.parse(String(shown['due']))).toBeGreaterThan(Date.now() + 9 * DAY_MS);
    const granted = await ok('transport', 'POST', '/v1/grants', {
      resource: 'trips',
      consumer: 'civil-affairs',
      until: UNTIL,
      purpose: PURPOSE,
      fields: ['line', 'trips'],
      rows: [{ field: 'line', op: 'eq', value: 'L1' }],
      liability: 'each side answers for its own faults',
      conditions: {
        basis: { kind: 'statutory-duty', rule: '社会救助暂行办法 第七条' },
        modes: ['view'],
        frequency: { count: 100, per: 'day' },
        keepDays: 30,
      },
      handling: { marked: false },
    });
    relief = String(granted['grant']);
    await ok('transport', 'POST', `/v1/requests/${String(request)}/answer`, { grant: relief });
    expect(await ok('civil-affairs', 'GET', `/v1/requests/${String(request)}`)).toMatchObject({
      status: 'granted',
      grant: relief,
    });
  });

  it('what it reads leaves a receipt that both sides sign on the ledger [rows 000-004:C3,E10]', async () => {
    const { items } = await ok<{ items: object[] }>('civil-affairs', 'GET', `/v1/data/${relief}/rows`);
    expect(items).toEqual(TRIPS.filter(({ line }) => line === 'L1'));
    await services.until(
      async () => (await receipts('transport', relief)).items.some(({ status }) => status === 'consumer-missing'),
      "the provider's half",
      60_000,
    );
    const { items: own, batches } = await receipts('civil-affairs', relief);
    // The consumer's own digest of what it got, and its own root over its receipts.
    expect(own[0]?.receipt).toMatchObject({
      organisation: 'civil-affairs',
      provider: 'transport',
      purpose: 'relief',
      rows: 15,
      result: hasher().sha256(items.map((row) => `${JSON.stringify(row)}\n`).join('')),
    });
    for (const { first, count } of batches) {
      const root = merkleRoot(own.slice(first, first + count).map(({ receipt }) => hasher().leafHash(canonicalJson(receipt))));
      await ok('civil-affairs', 'POST', `/v1/usage-receipts/${relief}/acknowledge`, { first, count, root });
    }
    expect((await receipts('transport', relief)).items.map(({ status }) => status)).toEqual(['signed-by-both']);
  });

  it('the bank negotiates by the Dataspace Protocol, and pulls what was agreed [rows 001-002-003:D3]', async () => {
    const terms = { resource: 'trips', until: UNTIL, purpose: { code: 'credit', text: '授信' }, fields: ['trips'] };
    await ok('transport', 'POST', '/v1/offers', { offer: 'trips-for-credit', ...terms });
    const pids = { consumerPid: `urn:uuid:${randomBytes(8).toString('hex')}` };
    const { providerPid } = await say('negotiations/request', 'ContractRequestMessage', {
      ...pids,
      offer: { '@type': 'Offer', '@id': 'trips-for-credit', target: 'trips', permission: [{ action: 'use' }] },
      callbackAddress: connector.url,
    });
    const negotiation = `/v1/negotiations/${String(providerPid)}`;
    await ok('transport', 'POST', `${negotiation}/agree`, {});
    const agreement = (connector.heard('ContractAgreementMessage')['agreement'] as Answer)['@id'] as string;
    // Agreed is not yet granted: the ledger has it when both have said so.
    expect(await codeOf('bank', 'GET', `/v1/data/${agreement}/rows`)).toBe('GRANT_UNKNOWN');
    const verification = 'ContractAgreementVerificationMessage';
    await say(`negotiations/${String(providerPid)}/agreement/verification`, verification, { ...pids, providerPid });
    await ok('transport', 'POST', `${negotiation}/finalize`, {});
    expect(connector.heard('ContractNegotiationEventMessage')).toMatchObject({ eventType: 'FINALIZED' });
    expect(await ok('transport', 'GET', negotiation)).toMatchObject({ state: 'FINALIZED' });

    const transfer = await say('transfers/request', 'TransferRequestMessage', {
      consumerPid: `${pids.consumerPid}-t`,
      agreementId: agreement,
      format: 'HttpData-PULL',
      callbackAddress: connector.url,
    });
    await ok('transport', 'POST', `/v1/transfers/${String(transfer['providerPid'])}/start`, {});
    const { endpointProperties } = connector.heard('TransferStartMessage')['dataAddress'] as Record<string, Answer[]>;
    const token = endpointProperties?.find(({ name }) => name === 'authorization')?.['value'] as string;
    const pulled = await system.call<{ items: { trips: string }[] }>('GET', `/v1/data/${agreement}/rows?limit=100`, token);
    expect(pulled.body.items.map(({ trips }) => trips).sort()).toEqual(TRIPS.map(({ trips }) => trips));
    await ok('transport', 'POST', `/v1/grants/${agreement}/revoke`, {});
    const again = await system.call<Answer>('GET', `/v1/data/${agreement}/rows`, token);
    expect(again.body['code']).toBe('GRANT_REVOKED');
  });

  it('whatever our connector says has the form that the protocol publishes [rows 001-002-003:D3]', async () => {
    await say('catalog/request', 'CatalogRequestMessage', {});
    for (const path of ['/.well-known/dspace-version', '/dsp/2025-1/catalog/datasets/trips'])
      answered.push((await call('bank', 'GET', path)).body);
    for (const path of ['catalog/request', 'negotiations/request', 'transfers/request']) {
      const { status, body } = await system.call<Answer>('POST', `/dsp/2025-1/${path}`, keys.bank, { '@type': 'nothing' });
      expect(status).toBe(400);
      answered.push(body);
    }
    const said = [...connector.messages, ...answered];
    expect(new Set(said.map((message) => message['@type']))).toEqual(
      new Set([
        ...['ContractAgreementMessage', 'ContractNegotiationEventMessage', 'TransferStartMessage'],
        ...['ContractNegotiation', 'TransferProcess', 'Catalog', 'Dataset', undefined],
        ...['CatalogError', 'ContractNegotiationError', 'TransferError'],
      ]),
    );
    const schemas = PublishedSchemas.open();
    if (schemas !== undefined) expect(said.flatMap((message) => schemas.faults(message))).toEqual([]);
  });

  it('a patient consents, the bank reads one record; the patient withdraws, it reads none [rows 000-004:D6 001-002-003:D18]', async () => {
    const purpose = { code: 'credit', text: '授信' };
    const wish = { resource: 'stays', consumer: 'bank', until: UNTIL, purpose, fields: ['days'], handling: { marked: false } };
    const conditions = {
      basis: { kind: 'commissioned-project', project: 'P-1' },
      modes: ['view'],
      frequency: { count: 9, per: 'day' },
      keepDays: 1,
    };
    const whole = { ...wish, liability: 'as agreed', conditions };
    expect(await codeOf('hospital', 'POST', '/v1/grants', whole)).toBe('CONSENT_MISSING');
    const subject = createHmac('sha256', randomBytes(32)).update('p-17').digest('hex');
    const text = hasher().sha256('I agree that the hospital tells the bank …');
    const asked = { resource: 'stays', subject, text, textVersion: '2026-1', purpose };
    const { consent } = await ok('hospital', 'POST', '/v1/consents', asked);
    const { grant } = await ok('hospital', 'POST', '/v1/grants', { ...whole, consent });
    const path = `/v1/data/${String(grant)}/rows`;
    expect((await ok('bank', 'GET', path))['items']).toEqual([{ days: '3' }]);
    await ok('hospital', 'POST', `/v1/consents/${String(consent)}/withdraw`, {});
    expect(await codeOf('bank', 'GET', path)).toBe('CONSENT_WITHDRAWN');
  });

  it('the bank has a question answered, and sees no row [rows 000-004:C8]', async () => {
    const { grant } = await ok('transport', 'POST', '/v1/grants', {
      resource: 'trips', consumer: 'bank', until: UNTIL, purpose: PURPOSE, fields: ['line', 'trips'], handling: { level: 'aggregate' },
    }); // prettier-ignore
    await ok('transport', 'POST', '/v1/templates', {
      template: 'by-line',
      resource: 'trips',
      title: 'x',
      kind: 'distribution',
      by: 'line',
    });
    const run = await ok('bank', 'POST', `/v1/data/${String(grant)}/runs`, {
      template: 'by-line',
      arguments: [],
      reason: undefined,
    });
    const { groups } = JSON.parse(String(run['answer'])) as { groups: { value: string; count: string }[] };
    expect(groups.map(({ value, count }) => `${value} ${count}`).sort()).toEqual(['L0 15', 'L1 15']);
    expect(await codeOf('bank', 'GET', `/v1/data/${String(grant)}/rows`)).toBe('LEVEL_AGGREGATE_ONLY');
  });

  it('both sides end the grant, the deletion is attested, and the auditor sees all of it [rows 000-004:C7,E1,E10 001-002-003:E5]', async () => {
    await ok('civil-affairs', 'POST', `/v1/grants/${relief}/propose-revocation`, {});
    await ok('transport', 'POST', `/v1/grants/${relief}/countersign-revocation`, {});
    expect(await codeOf('civil-affairs', 'GET', `/v1/data/${relief}/rows`)).toBe('GRANT_REVOKED');
    await ok('civil-affairs', 'POST', `/v1/grants/${relief}/attest-deletion`, { statement: 'all copies are deleted' });
    const view = await ok('auditor', 'GET', `/v1/grants/${relief}`);
    expect(view).toMatchObject({ status: 'revoked', revocation: { signed: true } });
    expect(
      (view['events'] as { type: string; who: { organisation: string } }[]).map(({ type, who }) => [type, who.organisation]),
    ).toEqual([
      ['grant.deletion-attested', 'civil-affairs'],
      ['grant.revocation-countersigned', 'transport'],
      ['grant.revocation-proposed', 'civil-affairs'],
      ['grant.granted', 'transport'],
    ]);
    const seen = await receipts('auditor', relief, '&reason=yearly-review');
    expect(seen.items.map(({ status }) => status)).toEqual(['signed-by-both']);
    const { items } = await ok<{ items: { entry: Answer }[] }>('transport', 'GET', `/v1/grants/${relief}/audit`);
    expect(items.map(({ entry }) => [entry['event'], entry['organisation'], entry['outcome']])).toEqual([
      ['read', 'civil-affairs', 'allowed'],
      ['read', 'civil-affairs', 'refused'],
      ['inspect', 'auditor', 'allowed'],
    ]);
  });
}

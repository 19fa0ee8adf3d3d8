import { createHash, createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDirectory } from '../support/sharing';
import { services, startSystem, type TestSystem } from '../support/system';

const UNTIL = '2036-01-01T00:00:00Z';
const DAY_MS = 86_400_000;

describe('grants with conditions', () => {
  let home: string;
  let system: TestSystem;
  const keys: Record<string, string> = {};
  let grants = 0;

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'lianpiao-conditions-'));
    mkdirSync(join(home, 'files'));
    writeFileSync(join(home, 'files', 'records.csv'), 'ward,days\nA,3\nB,5\n');
    const connections = { files: { kind: 'csv', folder: join(home, 'files'), organisations: ['the-hospital'] } };
    writeFileSync(join(home, 'sources.json'), JSON.stringify({ connections }), { mode: 0o600 });
    system = await startSystem({ LIANPIAO_SOURCES: join(home, 'sources.json'), LIANPIAO_LOG_LEVEL: 'warn' });
    for (const [name, role] of Object.entries({ hospital: 'provider', bank: 'consumer', institute: 'consumer' })) {
      const registration = { organisation: `the-${name}`, role, party: { name } };
      keys[name] = (await services.registerOrganisation(system.url, system.bureauKey, registration)).apiKey;
    }
    keys['bureau'] = system.bureauKey;
    await openDirectory(system, 'the-hospital', keys['hospital'] ?? '', 'wards');
    for (const [resource, more] of Object.entries({ beds: {}, records: { personal: true } })) await register(resource, more);
  });
  afterAll(async () => {
    await system.stop();
    rmSync(home, { recursive: true, force: true });
  });

  type Answer = Readonly<Record<string, unknown>>;
  async function call(name: string, method: string, path: string, body?: Answer): Promise<{ status: number; body: Answer }> {
    return system.call<Answer>(method, path, keys[name], body === undefined ? undefined : { reason: 'a test', ...body });
  }
  async function ok(name: string, method: string, path: string, body?: Answer): Promise<Answer> {
    const answer = await call(name, method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${String(answer.status)} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }
  async function refused(name: string, method: string, path: string, body?: Answer): Promise<unknown> {
    const answer = await call(name, method, path, body);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    return answer.body['code'];
  }
  async function register(resource: string, more: Answer): Promise<void> {
    await ok('hospital', 'POST', '/v1/catalogue', {
      resource,
      title: '床位',
      source: { connection: 'files', file: 'records.csv' },
      fields: [{ name: 'ward' }, { name: 'days', type: 'number' }],
      ...more,
    });
    await ok('hospital', 'POST', `/v1/catalogue/${resource}/entry`, { entry: 'wards' });
  }
  const CONDITIONS = {
    basis: { kind: 'commissioned-project', project: 'P-2026-8' },
    modes: ['view'],
    frequency: { count: 100, per: 'day' },
    keepDays: 30,
  };
  /** In the order of the source, so that a test can say which rows it wants. */
  const AS_STORED = { marked: false };
  const wish = (more: Answer = {}): Answer => {
    grants += 1;
    return {
      grant: `grant-${String(grants)}`,
      resource: 'beds',
      consumer: 'the-institute',
      until: UNTIL,
      purpose: { code: 'research', text: 'a study' },
      fields: ['ward'],
      liability: 'each side answers for its own faults',
      conditions: CONDITIONS,
      handling: AS_STORED,
      ...more,
    };
  };
  const give = async (more: Answer = {}): Promise<string> =>
    (await ok('hospital', 'POST', '/v1/grants', wish(more)))['grant'] as string;
  const read = async (grant: string, name = 'institute'): Promise<unknown> => {
    const { status, body } = await call(name, 'GET', `/v1/data/${grant}/rows`);
    return status === 200 ? body['items'] : body['code'];
  };

  it('are said in ODRL and in plain sentences of both languages', async () => {
    const grant = await give();
    expect(await read(grant)).toEqual([{ ward: 'A' }, { ward: 'B' }]);
    const view = await ok('institute', 'GET', `/v1/grants/${grant}`);
    expect(view).toMatchObject({ version: 2, basis: 'commissioned-project', keepDays: 30, region: 'CN', effective: 'active' });
    const sentences = view['sentences'] as { zh: string; en: string }[];
    expect(sentences[0]!.zh).toContain('仅用于“research”');
    expect(sentences[0]!.zh).toContain('仅限字段：ward');
    expect(sentences.map(({ en }) => en).join(' ')).toMatch(
      /may not let others use the data.*must delete the data that it holds, within P30D/,
    );
    expect(view['policy']).toMatchObject({ prohibition: [{ action: 'grantUse' }] });
  });

  it('are refused by the contract when something is missing [rows 001-002-003:D12]', async () => {
    const missing = { ...CONDITIONS, basis: { kind: 'procurement', contract: 'C-1' } };
    const answer = await call('hospital', 'POST', '/v1/grants', wish({ conditions: missing }));
    expect(answer.body).toMatchObject({ code: 'GRANT_CONDITIONS_MISSING', path: '/conditions/basis/price' });
    expect(await refused('hospital', 'POST', '/v1/grants', wish({ liability: undefined }))).toBe('GRANT_CONDITIONS_MISSING');
  });

  it('take the consent of the data subject, and stop when it is withdrawn [rows 000-004:D6 001-002-003:D18]', async () => {
    expect(await refused('hospital', 'POST', '/v1/grants', wish({ resource: 'records' }))).toBe('CONSENT_MISSING');
    const subject = createHmac('sha256', randomBytes(32)).update('patient 17').digest('hex');
    const text = createHash('sha256').update('I agree that …').digest('hex');
    const purpose = { code: 'research', text: 'a study' };
    const consent = (
      await ok('hospital', 'POST', '/v1/consents', { resource: 'records', subject, text, textVersion: '2026-1', purpose })
    )['consent'] as string;
    const grant = await give({ resource: 'records', consent });
    expect(await read(grant)).toHaveLength(2);
    expect(await refused('bank', 'GET', `/v1/consents/${consent}`)).toBe('CONSENT_UNKNOWN');
    await ok('hospital', 'POST', `/v1/consents/${consent}/withdraw`, {});
    expect(await read(grant)).toBe('CONSENT_WITHDRAWN');
    expect(await ok('hospital', 'GET', `/v1/consents/${consent}`)).toMatchObject({
      withdrawn: true,
      subject,
      textVersion: '2026-1',
    });
    expect(await ok('institute', 'GET', `/v1/grants/${grant}`)).toMatchObject({ effective: 'consent-withdrawn' });
  });

  it('cross no border without approval [rows 001-002-003:C18]', async () => {
    const abroad = { conditions: { ...CONDITIONS, region: 'SG' } };
    expect(await refused('hospital', 'POST', '/v1/grants', wish(abroad))).toBe('CROSSING_NOT_APPROVED');
    const crossing = { resource: 'beds', consumer: 'the-institute', region: 'SG', until: UNTIL, legalBasis: 'assessment 17' };
    expect(await refused('hospital', 'POST', '/v1/crossings', crossing)).toBe('ACTION_FORBIDDEN');
    const approval = (await ok('bureau', 'POST', '/v1/crossings', crossing))['approval'] as string;
    const grant = await give({ ...abroad, approval });
    expect(await read(grant)).toHaveLength(2);
    const listed = async (name: string, query = ''): Promise<Answer[]> =>
      (await ok(name, 'GET', `/v1/crossings${query}`))['items'] as Answer[];
    const shown = {
      approval,
      resource: 'beds',
      consumer: 'the-institute',
      region: 'SG',
      until: UNTIL,
      legalBasis: 'assessment 17',
    };
    for (const name of ['bureau', 'hospital', 'institute'])
      expect(await listed(name)).toMatchObject([{ ...shown, controller: 'the-hospital', withdrawn: false }]);
    expect(await listed('bank')).toEqual([]);
    expect(await listed('bureau', '?resource=records')).toEqual([]);
    await ok('bureau', 'POST', `/v1/crossings/${approval}/withdraw`, {});
    expect(await read(grant)).toBe('CROSSING_NOT_APPROVED');
    expect(await listed('institute', '?limit=1')).toMatchObject([{ ...shown, withdrawn: true }]);
    // What the consumer had of it is to be deleted, and it can say so.
    expect(await ok('institute', 'GET', `/v1/grants/${grant}`)).toMatchObject({ effective: 'not-approved' });
    const statement = { statement: 'All copies were deleted' };
    expect(await ok('institute', 'POST', `/v1/grants/${grant}/attest-deletion`, statement)).toMatchObject({ grant });
  });

  it('end by both signatures, and the consumer states that it has deleted what it held [rows 000-004:C7,E1]', async () => {
    const grant = await give();
    const end = (name: string, word: string, more: Answer = {}): Promise<unknown> =>
      ok(name, 'POST', `/v1/grants/${grant}/${word}`, more);
    await end('institute', 'propose-revocation');
    expect(await read(grant)).toHaveLength(2);
    expect(await refused('bank', 'POST', `/v1/grants/${grant}/countersign-revocation`, {})).toBe('GRANT_UNKNOWN');
    const early = { statement: 'all gone' };
    expect(await refused('institute', 'POST', `/v1/grants/${grant}/attest-deletion`, early)).toBe('GRANT_STATE_WRONG');
    await end('hospital', 'countersign-revocation');
    expect(await read(grant)).toBe('GRANT_REVOKED');
    await end('institute', 'attest-deletion', { statement: 'All copies were deleted' });
    const view = await ok('hospital', 'GET', `/v1/grants/${grant}`);
    expect(view).toMatchObject({
      status: 'revoked',
      revocation: { by: 'consumer', signed: true },
      deletedAt: expect.any(String) as string,
    });
    const events = view['events'] as { type: string; who: { organisation: string } }[];
    expect(events.map(({ type, who }) => [type, who.organisation])).toEqual([
      ['grant.deletion-attested', 'the-institute'],
      ['grant.revocation-countersigned', 'the-hospital'],
      ['grant.revocation-proposed', 'the-institute'],
      ['grant.granted', 'the-hospital'],
    ]);
  });

  it('are asked for with a deadline, and drawn from what was signed in advance [rows 001-002-003:C22,D6]', async () => {
    const asked = { resource: 'beds', basis: 'statutory-duty', purpose: { code: 'report', text: 'x' }, fields: ['ward'] };
    const request = (await ok('bank', 'POST', '/v1/requests', asked))['request'] as string;
    const shown = await ok('hospital', 'GET', `/v1/requests/${request}`);
    expect(shown).toMatchObject({ status: 'open', overdue: false });
    expect(Date.parse(shown['due'] as string)).toBeGreaterThan(Date.now() + 9 * DAY_MS);
    expect(await refused('bank', 'POST', `/v1/requests/${request}/escalate`, {})).toBe('REQUEST_STATE_WRONG');
    expect(await refused('institute', 'GET', `/v1/requests/${request}`)).toBe('REQUEST_UNKNOWN');
    const grant = await give({ consumer: 'the-bank' });
    await ok('hospital', 'POST', `/v1/requests/${request}/answer`, { grant });
    expect(await ok('bank', 'GET', `/v1/requests/${request}`)).toMatchObject({ status: 'granted', grant });

    const standing = (
      await ok('hospital', 'POST', '/v1/standing-grants', {
        resource: 'beds',
        consumer: 'the-bank',
        days: 31,
        until: UNTIL,
        purpose: { code: 'report', text: 'monthly' },
        fields: ['days'],
        liability: 'as agreed',
        conditions: CONDITIONS,
        handling: AS_STORED,
      })
    )['standing'] as string;
    // Listed for both sides and the bureau, page after page; nobody else learns of it.
    const terms = {
      purpose: { code: 'report', text: 'second' },
      fields: ['days'],
      liability: 'as agreed',
      conditions: CONDITIONS,
    };
    const facts = { standing: 'second', resource: 'beds', consumer: 'the-institute', days: 5, until: UNTIL };
    await ok('hospital', 'POST', '/v1/standing-grants', { ...facts, ...terms });
    const listed = async (as: string, query = ''): Promise<{ items: { standing: string }[]; next: string | null }> =>
      (await ok(as, 'GET', `/v1/standing-grants${query}`)) as never;
    const names = async (as: string, query?: string): Promise<string[]> =>
      (await listed(as, query)).items.map(({ standing: id }) => id);
    expect(await names('hospital')).toEqual(['second', standing]);
    expect(await names('bureau')).toEqual(['second', standing]);
    expect([await names('bank'), await names('institute')]).toEqual([[standing], ['second']]);
    const { items, next } = await listed('hospital', '?limit=1');
    expect(items).toMatchObject([{ standing: 'second', closed: false, days: 5, fields: ['days'], controller: 'the-hospital' }]);
    expect(await names('hospital', `?limit=1&after=${next!}`)).toEqual([standing]);
    expect(await refused('hospital', 'GET', '/v1/standing-grants?after=x')).toBe('CURSOR_INVALID');
    expect(await refused('hospital', 'POST', '/v1/standing-grants', { ...facts, ...terms })).toBe('STANDING_EXISTS');
    expect(await refused('hospital', 'POST', '/v1/standing-grants', { ...facts, ...terms, days: 0 })).toBe('FIELD_INVALID');
    expect(await refused('bank', 'POST', '/v1/standing-grants', { ...facts, ...terms })).toBe('ACTION_FORBIDDEN');
    expect(await refused('institute', 'POST', '/v1/standing-grants/second/close', {})).toBe('ACTION_FORBIDDEN');
    expect(await refused('bank', 'POST', '/v1/standing-grants/second/draw', {})).toBe('STANDING_CLOSED');
    const drawn = (await ok('bank', 'POST', `/v1/standing-grants/${standing}/draw`, {}))['grant'] as string;
    // The fields are those of the standing grant, which the controller signed.
    expect(await read(drawn, 'bank')).toEqual([{ days: '3' }, { days: '5' }]);
    await ok('hospital', 'POST', `/v1/grants/${drawn}/revoke`, {});
    expect(await read(drawn, 'bank')).toBe('GRANT_REVOKED');
    await ok('hospital', 'POST', `/v1/standing-grants/${standing}/close`, {});
    expect(await refused('bank', 'POST', `/v1/standing-grants/${standing}/draw`, {})).toBe('STANDING_CLOSED');
  });

  it('of an emergency are short, and reviewed afterwards [rows 001-002-003:D14]', async () => {
    const urgent = { conditions: { ...CONDITIONS, basis: { kind: 'emergency', event: 'flood' } } };
    expect(await refused('hospital', 'POST', '/v1/grants', wish(urgent))).toBe('GRANT_TERM_INVALID');
    // It ends by itself by the ledger's time; the review is due all the same, and until then there is no second one.
    const soon = new Date(Date.now() + 4000).toISOString();
    const short = await give({ ...urgent, until: soon });
    expect(await read(short)).toHaveLength(2);
    await services.until(async () => (await read(short)) === 'GRANT_EXPIRED', 'the end of its term', 10_000);
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(soon));
    expect(await ok('institute', 'GET', `/v1/grants/${short}`)).toMatchObject({ effective: 'expired', basis: 'emergency' });
    const until = new Date(Date.now() + 2 * DAY_MS).toISOString();
    expect(await refused('hospital', 'POST', '/v1/grants', wish({ ...urgent, until }))).toBe('REVIEW_DUE');
    expect(await refused('institute', 'POST', `/v1/grants/${short}/review`, { upheld: true })).toBe('ACTION_FORBIDDEN');
    await ok('bureau', 'POST', `/v1/grants/${short}/review`, { upheld: true });

    const grant = await give({ ...urgent, until });
    expect(await refused('hospital', 'POST', '/v1/grants', wish({ ...urgent, until }))).toBe('REVIEW_DUE');
    await ok('bureau', 'POST', `/v1/grants/${grant}/review`, { upheld: false });
    expect(await read(grant)).toBe('GRANT_REVOKED');
  });
});

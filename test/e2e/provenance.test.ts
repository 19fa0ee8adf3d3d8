import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ERROR_CODES, MAX_PARENTS, TRUST_MEDIA_TYPE, type ContentDigest, type ErrorCode } from '@lianpiao/chaincode/domain';
import { lianpiao } from '../support/cli';
import { digestOf, signed, source, statementOf, type Signed } from '../support/provenance';
import { rawRequest } from '../support/raw-request';
import { services, startSystem, type TestSystem } from '../support/system';

interface Registered {
  readonly digest: string;
  readonly sequence: number;
  readonly registrant: string;
  readonly signature: string;
  readonly receipt: object;
  readonly content?: object;
}
interface Content {
  readonly holder: string;
  readonly items: readonly (Registered & { readonly parents: string[]; readonly time: string; readonly test: boolean })[];
  readonly next: string | null;
}
interface Lineage {
  readonly items: readonly {
    readonly child: string;
    readonly parent: string;
    readonly by: string;
    readonly depth: number;
    readonly handover?: string;
  }[];
  readonly next: string | null;
  readonly complete: boolean;
}

const station = source('ES256');
const SECRETS = { source: '金丝雀水文站', method: 'canary-method-77aa', description: 'canary-description-5f1c' };

describe('where contents come from', () => {
  let system: TestSystem;
  const keys = {} as Record<'auditor' | 'consumer' | 'packer' | 'provider' | 'sandbox' | 'shop', string>;
  let trustFile: string;

  beforeAll(async () => {
    system = await startSystem();
    const join_ = async (organisation: string, role: string, sandbox = false): Promise<string> =>
      (
        await services.registerOrganisation(system.url, system.bureauKey, {
          organisation,
          role,
          sandbox,
          party: { name: organisation },
        })
      ).apiKey;
    keys.provider = await join_('data-office', 'provider');
    keys.consumer = await join_('city-lab', 'consumer');
    keys.auditor = await join_('the-auditor', 'auditor');
    keys.packer = await join_('packer', 'company');
    keys.shop = await join_('grocer', 'company');
    keys.sandbox = await join_('trial-lab', 'consumer', true);
    const vkey = (await (await fetch(`${system.url}/log/vkey`)).text()).trim();
    trustFile = join(system.folder, 'trust.json');
    const trust = { mediaType: TRUST_MEDIA_TYPE, logs: [{ origin: vkey.split('+')[0], vkey }], witnesses: [], quorum: 0 };
    writeFileSync(trustFile, JSON.stringify(trust));
  });
  afterAll(async () => {
    await system.stop();
  });

  const register = (apiKey: string | undefined, body: object): ReturnType<typeof system.call<Registered & { code?: string }>> =>
    system.call('POST', '/v1/provenance', apiKey, body);
  const of = (digest: string, path = ''): string => `/v1/provenance/${digest}${path}`;

  /** Registers a content that must be accepted. */
  async function registered(
    apiKey: string,
    digest: ContentDigest,
    parents: readonly ContentDigest[] = [],
    kind: 'item' | 'work' = 'work',
  ): Promise<Registered> {
    const answer = await register(apiKey, signed(statementOf(digest, { parents, kind }), station));
    expect([answer.status, answer.body.code]).toEqual([201, undefined]);
    return answer.body;
  }

  async function lineage(digest: string, direction: string, more = ''): Promise<Lineage> {
    const { status, body } = await system.call<Lineage>('GET', of(digest, `/lineage?direction=${direction}${more}`));
    expect(status).toBe(200);
    return body;
  }

  /** Until the index, which lineage is read from, has taken everything in. */
  async function indexed(): Promise<void> {
    await services.until(async () => {
      const { body } = await system.call<{ parts: { ledger: { length: number }; index: { height: number } } }>('GET', '/readyz');
      return body.parts.index.height === body.parts.ledger.length;
    }, 'the index');
  }

  it('registers a dataset with its owner, source, digest and time, and anyone can verify that [rows 001-002-003:B3 000-004:B8]', async () => {
    const digest = digestOf('a dataset');
    const content = signed(statementOf(digest, { source: SECRETS.source, method: SECRETS.method }), station);
    const made = await register(keys.provider, { ...content, description: SECRETS.description });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      digest,
      registrant: 'data-office',
      kind: 'dataset',
      signature: 'valid',
      content: { ...content },
    });

    // Found at once, without login, and without what is private.
    const open = await system.call<Content>('GET', of(digest));
    expect(open.body).toMatchObject({ holder: 'data-office', next: null });
    expect(open.body.items).toHaveLength(1);
    expect(open.body.items[0]).toMatchObject({
      registrant: 'data-office',
      signature: 'valid',
      sequence: made.body.sequence,
      test: false,
    });
    for (const secret of [...Object.values(SECRETS), content.signature.publicKey]) expect(open.text).not.toContain(secret);
    const verified = await system.call<{ items: { result: string; registration?: object }[] }>(
      'POST',
      '/v1/verifications',
      undefined,
      {
        items: [{ digest }, { digest: digestOf('nobody registered this') }],
      },
    );
    expect(verified.body.items).toMatchObject([
      { result: 'registered', digest, registration: { registrant: 'data-office', signature: 'valid' } },
      { result: 'unknown' },
    ]);
    expect(verified.body.items[1]).not.toHaveProperty('registration');

    // The registrant and supervisors read all of it; other organisations what anyone reads.
    for (const [key, wanted] of [
      [keys.provider, true],
      [keys.auditor, true],
      [system.bureauKey, true],
      [keys.consumer, false],
    ] as const) {
      const { text } = await system.call('GET', of(digest), key);
      expect(text.includes(SECRETS.method)).toBe(wanted);
    }
    // And nothing private stands in clear in any file.
    for (const name of ['ledger.db', 'payloads.db', 'index.db', 'log.db']) {
      const bytes = [name, `${name}-wal`].map((each) => readFileSync(join(system.data, each), { flag: 'a+' }));
      for (const secret of Object.values(SECRETS)) expect(Buffer.concat(bytes).includes(secret)).toBe(false);
    }
  });

  it('answers a repetition with the first registration, and refuses another statement of the same organisation', async () => {
    const digest = digestOf('repeated');
    const content = signed(statementOf(digest), station);
    const first = await register(keys.provider, content);
    // ECDSA gives another signature each time.
    const again = await register(keys.provider, signed(content.statement, station));
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    for (const other of [signed(statementOf(digest, { method: 'other' }), station), signed(content.statement, source())]) {
      const refused = await register(keys.provider, other);
      expect([refused.status, refused.body.code]).toEqual([409, 'PROVENANCE_EXISTS']);
    }
    expect((await register(keys.provider, { ...content, description: 'new' })).status).toBe(409);
  });

  it('shows who was first, whoever confirms, page by page', async () => {
    const digest = digestOf('confirmed');
    for (const key of [keys.provider, keys.consumer, keys.sandbox]) await registered(key, digest);
    const all = await system.call<Content>('GET', of(digest));
    expect(all.body.items.map(({ registrant, test }) => [registrant, test])).toEqual([
      ['data-office', false],
      ['city-lab', false],
      ['trial-lab', true],
    ]);
    const page = await system.call<Content>('GET', of(digest, '?limit=2'));
    expect(page.body.items).toEqual(all.body.items.slice(0, 2));
    const rest = await system.call<Content>('GET', of(digest, `?limit=2&after=${page.body.next!}`));
    expect(rest.body).toMatchObject({ items: all.body.items.slice(2), next: null });
  });

  it('follows a thing from batch to box in both directions, and finds the missing handover [rows 000-004:B2]', async () => {
    const [batch, box1, box2, bag] = ['batch', 'box 1', 'box 2', 'bag'].map((name) => digestOf(name)) as [
      ContentDigest,
      ContentDigest,
      ContentDigest,
      ContentDigest,
    ];
    await registered(keys.provider, batch, [], 'item');
    await registered(keys.packer, box1, [batch], 'item');
    const handover = { event: 'transferred', to: 'packer', reason: 'delivered' };
    expect((await system.call('POST', of(batch, '/events'), keys.provider, handover)).status).toBe(201);
    await registered(keys.packer, box2, [batch], 'item');
    expect((await system.call('POST', of(box2, '/events'), keys.packer, { ...handover, to: 'grocer' })).status).toBe(201);
    await registered(keys.shop, bag, [box2], 'item');
    await indexed();

    const down = await lineage(batch, 'descendants', '&depth=5');
    expect(down.items.map(({ child, by, depth, handover: seen }) => [child, by, depth, seen])).toEqual([
      [box1, 'packer', 1, 'missing'],
      [box2, 'packer', 1, 'recorded'],
      [bag, 'grocer', 2, 'recorded'],
    ]);
    expect(down).toMatchObject({ next: null, complete: true });
    const up = await lineage(bag, 'ancestors', '&depth=5');
    expect(up.items.map(({ parent, depth }) => [parent, depth])).toEqual([
      [box2, 1],
      [batch, 2],
    ]);
    const first = await lineage(batch, 'descendants', '&depth=5&limit=2');
    const second = await lineage(batch, 'descendants', `&depth=5&limit=2&after=${first.next!}`);
    expect([...first.items, ...second.items]).toEqual(down.items);
  });

  it('keeps licence, transfer and use as evidence that anyone checks offline [rows 001-002-003:B5]', async () => {
    const digest = digestOf('a course');
    const { sequence } = await registered(keys.provider, digest);
    const note = (key: string, body: object): ReturnType<typeof system.call<{ sequence: number; code?: string }>> =>
      system.call('POST', of(digest, '/events'), key, { reason: 'agreed', ...body });
    expect((await note(keys.consumer, { event: 'used' })).body.code).toBe('PROVENANCE_NOT_YOURS');
    expect((await note(keys.consumer, { event: 'transferred', to: 'city-lab' })).body.code).toBe('PROVENANCE_NOT_YOURS');
    const licence = await note(keys.provider, { event: 'licensed', to: 'city-lab', terms: 'one class, until June' });
    await note(keys.consumer, { event: 'used' });
    await note(keys.provider, { event: 'transferred', to: 'packer' });
    expect((await note(keys.provider, { event: 'licensed', to: 'grocer' })).body.code).toBe('PROVENANCE_NOT_YOURS');
    expect((await system.call<Content>('GET', of(digest))).body.holder).toBe('packer');

    const events = await system.call<{ items: object[]; next: string | null }>('GET', of(digest, '/events'));
    expect(events.body).toMatchObject({
      items: [
        { event: 'licensed', organisation: 'data-office', to: 'city-lab' },
        { event: 'used', organisation: 'city-lab' },
        { event: 'transferred', organisation: 'data-office', to: 'packer' },
      ],
      next: null,
    });
    expect(events.text).not.toContain('one class');

    // Registration and licence, each as a bundle; the licensee's shows the terms, a stranger's does not.
    const folder = join(system.folder, 'evidence');
    mkdirSync(folder, { recursive: true });
    const files: string[] = [];
    for (const [name, place, key] of [
      ['first', sequence, undefined],
      ['licence', licence.body.sequence, keys.consumer],
      ['open', licence.body.sequence, undefined],
    ] as const) {
      const proof = await system.call('GET', of(digest, `/proof?sequence=${String(place)}`), key);
      expect(proof.status).toBe(200);
      expect(proof.text.includes('one class')).toBe(name === 'licence');
      files.push(join(folder, `${name}.lianpiao.json`));
      writeFileSync(files.at(-1)!, proof.text);
    }
    const checked = await lianpiao(['verify', ...files, '--offline', '--trust', trustFile, '--json']);
    expect(checked.code).toBe(0);
    const [first, second, third] = (JSON.parse(checked.out) as { files: { summary: { provenance: object; hidden: number } }[] })
      .files;
    expect(first!.summary).toMatchObject({ provenance: { digest, registrant: 'data-office' }, hidden: 4 });
    expect(second!.summary).toMatchObject({ provenance: { digest, event: 'licensed', to: 'city-lab' }, hidden: 2 });
    expect(third!.summary.hidden).toBe(3);
    expect((await system.call('GET', of(digestOf('batch'), `/proof?sequence=${String(sequence)}`))).status).toBe(404);
  });

  it('gives its registrant a bundle in which anyone checks the source’s signature again [rows 000-004:B8]', async () => {
    const digest = digestOf('signed');
    await registered(keys.provider, digest);
    const paths = [
      ['/proof', 'valid'],
      ['/proof?hide=who,why,description', 'valid'],
      ['/proof?hide=statement', 'valid'],
    ] as const;
    const sources: unknown[] = [];
    for (const [path, result] of paths) {
      const bundle = await system.call('GET', of(digest, path), keys.provider);
      const file = join(system.folder, 'own.lianpiao.json');
      writeFileSync(file, bundle.text);
      const checked = await lianpiao(['verify', file, '--trust', trustFile, '--json']);
      const [report] = (JSON.parse(checked.out) as { files: { result: string; checks: { id: string; ok: unknown }[] }[] }).files;
      expect(report!.result).toBe(result);
      sources.push(report!.checks.find(({ id }) => id === 'source')?.ok);
      const online = await system.call<{ result: string }>('POST', '/v1/verifications', undefined, { bundle: bundle.body });
      expect(online.body.result).toBe('genuine');
    }
    expect(sources).toEqual([true, true, 'skipped']);
  });

  it('says the same as PROV-JSON', async () => {
    const { status, body } = await system.call<Record<string, object>>('GET', of(digestOf('box 2'), '/prov'));
    expect(status).toBe(200);
    expect(Object.values(body['wasDerivedFrom']!)).toMatchObject([
      { 'prov:generatedEntity': digestOf('box 2'), 'prov:usedEntity': digestOf('batch') },
    ]);
    expect(body['agent']).toHaveProperty('organisation:packer');
  });

  it('serves the command line, from a file to its proof', async () => {
    const folder = join(system.folder, 'cli');
    mkdirSync(folder);
    const write = (name: string, text: string): string => {
      writeFileSync(join(folder, name), text, { mode: 0o600 });
      return join(folder, name);
    };
    const [raw, table, pem] = [write('raw.txt', 'raw text'), write('table.csv', 'a,b\n'), write('key.pem', source().pem)];
    const access = ['--gateway', system.url, '--api-key', keys.provider];
    const said = ['--key', pem, '--source', 'office', '--method', 'typed in', '--made-at', '2026-01-31T08:00:00Z'];

    const unknown = await lianpiao(['provenance', 'verify', raw, '--gateway', system.url]);
    expect([unknown.code, unknown.out.split(' ')[0]]).toEqual([2, 'UNKNOWN']);
    const first = await lianpiao(['provenance', 'register', raw, ...said, ...access]);
    expect([first.code, first.out.split(' ')[0]]).toEqual([0, 'registered']);
    expect((await lianpiao(['provenance', 'register', raw, ...said, ...access, '--json'])).out).toContain('"repeated":true');
    const known = await lianpiao(['provenance', 'verify', raw, '--gateway', system.url, '--json']);
    expect(known.code).toBe(0);
    expect(JSON.parse(known.out)).toMatchObject({ result: 'registered', registrant: 'data-office', signature: 'valid' });

    const statement = join(folder, 'statement.json');
    const sign = await lianpiao(['provenance', 'sign', table, ...said, '--parent', digestOf('raw text'), '--out', statement]);
    expect(sign.code).toBe(0);
    const second = await lianpiao(['provenance', 'register', table, '--statement', statement, ...access]);
    expect(second.code).toBe(0);
    const swapped = JSON.parse(readFileSync(statement, 'utf8')) as Signed;
    const forged = write('forged.json', JSON.stringify({ ...swapped, statement: { ...swapped.statement, method: 'guessed' } }));
    const refused = await lianpiao(['provenance', 'register', table, '--statement', forged, ...access]);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('STATEMENT_SIGNATURE_WRONG');
  });

  it('erases what is private about an entry, and keeps what proves it', async () => {
    const digest = digestOf('to be forgotten');
    const { sequence } = await registered(keys.provider, digest);
    const kept = await system.call('GET', of(digest, '/proof'), keys.provider);
    const erase = (
      key: string,
      body: object = { sequence, reason: 'asked for' },
    ): ReturnType<typeof system.call<{ code?: string }>> => system.call('DELETE', of(digest, '/content'), key, body);
    expect((await erase(keys.consumer)).body.code).toBe('PROVENANCE_NOT_YOURS');
    expect((await erase(keys.provider, { sequence: 0, reason: 'of another' })).body.code).toBe('PROVENANCE_UNKNOWN');
    expect((await erase(keys.provider)).status).toBe(200);
    expect((await erase(system.bureauKey)).body.code).toBe('PROVENANCE_ERASED');

    const { body } = await system.call<Content>('GET', of(digest), keys.provider);
    expect(body.items).toMatchObject([{ registrant: 'data-office', signature: 'erased' }]);
    expect(body.items[0]).not.toHaveProperty('content');
    expect((await system.call('GET', of(digest, '/proof'), keys.provider)).status).toBe(410);
    const file = join(system.folder, 'kept.lianpiao.json');
    writeFileSync(file, kept.text);
    expect((await lianpiao(['verify', file, '--trust', trustFile])).code).toBe(0);
    // Nobody can compare a repetition any more.
    const again = await register(keys.provider, signed(statementOf(digest, { kind: 'work' }), station));
    expect(again.body.code).toBe('PROVENANCE_EXISTS');
  });

  it('leaves a ledger that verifies, records and index too', async () => {
    await indexed();
    const report = await lianpiao(['ledger', 'verify', '--data', system.data, '--json']);
    expect(JSON.parse(report.out)).toMatchObject({ result: 'ok', erased: 1, erasuresPending: 0 });
  });

  describe('bad input gets its code and changes nothing', () => {
    const digest = digestOf('bad input');
    const good = signed(statementOf(digest), station);
    const other = signed(statementOf(digest, { method: 'other' }), station);
    const many = Array.from({ length: MAX_PARENTS + 1 }, (_, place) => digestOf(`parent ${String(place)}`));
    const withSignature = (parts: object): object => ({ ...good, signature: { ...good.signature, ...parts } });
    const withStatement = (parts: object): object => ({ ...good, statement: { ...good.statement, ...parts } });
    const signedWith = (parts: Parameters<typeof statementOf>[1]): object => signed(statementOf(digest, parts), station);

    it.each<[string, object, ErrorCode, string?]>([
      [
        'a signature of another statement',
        { ...good, signature: other.signature },
        'STATEMENT_SIGNATURE_WRONG',
        '/signature/value',
      ],
      [
        'a signature of another key',
        withSignature({ publicKey: source('ES256').publicKey }),
        'STATEMENT_SIGNATURE_WRONG',
        '/signature/value',
      ],
      ['a signature that is none', withSignature({ value: 'AAAA' }), 'STATEMENT_SIGNATURE_WRONG', '/signature/value'],
      ['a changed statement', withStatement({ source: 'someone else' }), 'STATEMENT_SIGNATURE_WRONG', '/signature/value'],
      ['the algorithm of another key', withSignature({ algorithm: 'Ed25519' }), 'FIELD_INVALID', '/signature/publicKey'],
      ['an algorithm that is none', withSignature({ algorithm: 'none' }), 'FIELD_INVALID', '/signature/algorithm'],
      ['a key that is none', withSignature({ publicKey: '?' }), 'FIELD_INVALID', '/signature/publicKey'],
      ['a parent that nobody registered', signedWith({ parents: [many[0]!] }), 'PROVENANCE_PARENT_UNKNOWN', '/parents/0'],
      ['itself as parent', signedWith({ parents: [digest] }), 'PROVENANCE_CYCLE', '/parents/0'],
      ['too many parents', signedWith({ parents: many }), 'FIELD_INVALID', '/statement/parents'],
      ['a parent twice', signedWith({ parents: [many[0]!, many[0]!] }), 'FIELD_INVALID', '/statement/parents'],
      ['a digest in capitals', withStatement({ digest: digest.toUpperCase() }), 'DIGEST_MALFORMED', '/statement/digest'],
      ['a digest without its algorithm', withStatement({ digest: digest.slice(7) }), 'DIGEST_MALFORMED', '/statement/digest'],
      ['a digest that is a number', withStatement({ digest: 7 }), 'DIGEST_MALFORMED', '/statement/digest'],
      ['no digest', withStatement({ digest: undefined }), 'FIELD_MISSING', '/statement/digest'],
      ['a time that is none', withStatement({ madeAt: '31 January' }), 'TIME_MALFORMED', '/statement/madeAt'],
      ['a time to come', signedWith({ madeAt: '2999-01-01T00:00:00Z' }), 'FIELD_INVALID', '/statement/madeAt'],
      ['an unknown member', { ...good, more: 1 }, 'FIELD_UNKNOWN', '/more'],
      ['an unknown member of the statement', withStatement({ more: 1 }), 'FIELD_UNKNOWN', '/statement/more'],
      ['no signature', { statement: good.statement }, 'FIELD_MISSING', '/signature'],
      ['a description that is too long', { ...good, description: 'x'.repeat(2001) }, 'FIELD_INVALID', '/description'],
    ])('a registration with %s', async (_name, body, code, path) => {
      const length = async (): Promise<number> =>
        (await system.call<{ parts: { ledger: { length: number } } }>('GET', '/readyz')).body.parts.ledger.length;
      const before = await length();
      const answer = await system.call<{ code: string; path: string }>('POST', '/v1/provenance', keys.provider, body);
      expect({ status: answer.status, code: answer.body.code, path: answer.body.path }).toEqual({
        status: ERROR_CODES[code].status,
        code,
        path,
      });
      expect(await length()).toBe(before);
      expect((await system.call('GET', of(digest))).status).toBe(404);
    });

    it('a cycle by way of a later registration', async () => {
      const [old, young] = [digestOf('old'), digestOf('young')];
      await registered(keys.provider, old);
      await registered(keys.provider, young, [old]);
      const answer = await register(keys.consumer, signed(statementOf(old, { parents: [young] }), station));
      expect([answer.status, answer.body.code]).toEqual([422, 'PROVENANCE_CYCLE']);
    });

    it.each([
      ['GET', '/v1/provenance/sha256:xyz', 'DIGEST_MALFORMED'],
      ['GET', '/v1/provenance/x/lineage?direction=ancestors', 'DIGEST_MALFORMED'],
      ['GET', of(digest), 'PROVENANCE_UNKNOWN'],
      ['GET', of(digest, '/proof'), 'PROVENANCE_UNKNOWN'],
      ['GET', of(digest, '/prov'), 'PROVENANCE_UNKNOWN'],
      ['GET', of(digest, '/events'), 'PROVENANCE_UNKNOWN'],
      ['GET', of(digest, '/lineage?direction=ancestors'), 'PROVENANCE_UNKNOWN'],
      ['GET', of(digest, '/lineage'), 'FIELD_MISSING'],
      ['GET', of(digest, '/lineage?direction=sideways'), 'FIELD_INVALID'],
      ['GET', of(digest, '/lineage?direction=ancestors&depth=33'), 'FIELD_INVALID'],
      ['GET', of(digest, '/lineage?direction=ancestors&depth=0'), 'FIELD_INVALID'],
      ['GET', of(digest, '?after=x'), 'CURSOR_INVALID'],
      ['GET', of(digest, '/proof?hide=what'), 'FIELD_INVALID'],
    ] as const)('%s %s', async (method, path, code) => {
      const { status, problem } = await rawRequest(system.url, { method, path });
      expect([status, problem['code']]).toEqual([ERROR_CODES[code].status, code]);
    });

    it('an event of no form, and events of whoever has no right to them', async () => {
      const known = digestOf('a dataset');
      const note = async (body: object, key = keys.provider): Promise<unknown[]> => {
        const { status, body: answer } = await system.call<{ code: string; path?: string }>('POST', of(known, '/events'), key, {
          reason: 'x',
          ...body,
        });
        return [status, answer.code, answer.path];
      };
      expect(await note({ event: 'licensed' })).toEqual([400, 'FIELD_MISSING', '/to']);
      expect(await note({ event: 'licensed', to: 'data-office' })).toEqual([400, 'FIELD_INVALID', '/to']);
      expect(await note({ event: 'licensed', to: 'nobody' })).toEqual([404, 'ORGANISATION_UNKNOWN', undefined]);
      expect(await note({ event: 'used', to: 'city-lab' })).toEqual([400, 'FIELD_UNKNOWN', '/to']);
      expect(await note({ event: 'stolen' })).toEqual([400, 'FIELD_INVALID', '/event']);
      expect(await note({ event: 'used' }, keys.auditor)).toEqual([403, 'ACTION_FORBIDDEN', undefined]);
      expect((await register(keys.auditor, good)).body.code).toBe('ACTION_FORBIDDEN');
      expect((await register(undefined, good)).body.code).toBe('CREDENTIALS_MISSING');
    });
  });
});

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TRUST_MEDIA_TYPE, type Bundle, type Verdict } from '@lianpiao/chaincode/domain';
import { SqliteDatabase } from '../../gateway/src/stores/sqlite-driver';
import { lianpiao } from '../support/cli';
import { LOG_ORIGIN } from '../support/embedded';
import { sale, TAX_IDS } from '../support/sales';
import { BUILD_TIMEOUT_MS, buildSecondVerifier, type SecondVerifier } from '../support/second-verifier';
import { services, startSystem, type TestSystem } from '../support/system';

interface ErasureAnswer {
  readonly erased: { readonly sequence: number } | null;
  readonly attestations: readonly { readonly holder: string; readonly sequence: number; readonly stores: readonly string[] }[];
  readonly missing: readonly string[];
}

/** Of the invoice that is erased, and of no other. */
const FORGOTTEN = { name: '被遗忘的购货方', taxId: TAX_IDS.third };
const BUYER: { readonly name: string; readonly taxId: string } = { name: '示例购货公司甲乙丙', taxId: TAX_IDS.buyer };

describe('an instance that gives evidence, lets holders withhold, and erases', () => {
  let system: TestSystem;
  let second: SecondVerifier;
  let seller: { apiKey: string; till: string };
  let trustFile: string;
  let attester: string;

  beforeAll(async () => {
    second = buildSecondVerifier();
    system = await startSystem();
    seller = await system.seller('corner-shop', TAX_IDS.seller);
    const textOf = async (path: string): Promise<string> => (await (await fetch(`${system.url}${path}`)).text()).trim();
    attester = await textOf('/log/blocks/vkey');
    trustFile = write('trust.json', {
      mediaType: TRUST_MEDIA_TYPE,
      logs: [{ origin: LOG_ORIGIN, vkey: await textOf('/log/vkey') }],
      witnesses: [],
      quorum: 0,
      commit: { attesters: [{ vkey: attester }], quorum: 1 },
    });
  }, BUILD_TIMEOUT_MS);
  afterAll(async () => {
    second.remove();
    await system.stop();
  });

  function write(name: string, value: unknown): string {
    const file = join(system.folder, name);
    writeFileSync(file, JSON.stringify(value));
    return file;
  }
  async function issue(buyer = BUYER): Promise<string> {
    const body = { ...sale(seller.till), buyer };
    const answer = await system.call<{ number: string }>('POST', '/v1/invoices', seller.apiKey, body);
    expect(answer.status).toBe(201);
    return answer.body.number;
  }
  async function fetched(path: string): Promise<Bundle> {
    let answer = await system.call<Bundle>('GET', path, seller.apiKey);
    await services.until(async () => (answer = await system.call<Bundle>('GET', path, seller.apiKey)).status === 200, path);
    return answer.body;
  }
  const proof = (number: string, query = '?commit=true'): Promise<Bundle> => fetched(`/v1/invoices/${number}/proof${query}`);

  /** Both verifiers' word on a file, and what ours tells. */
  async function verify(file: string): Promise<{ code: number | null; verdict: Verdict; out: string }> {
    const [said, told] = [
      await lianpiao(['verify', file, '--trust', trustFile, '--json']),
      await lianpiao(['verify', file, '--trust', trustFile]),
    ];
    const [verdict] = (JSON.parse(said.out) as { files: Verdict[] }).files;
    const { verdicts } = second.judge([{ trust: trustFile, file }]);
    expect(verdicts[0]).toMatchObject({ result: verdict!.result, ...(verdict!.reason && { reason: verdict!.reason }) });
    return { code: said.code, verdict: verdict!, out: told.out };
  }

  it('shows in the bundle that the entry was committed, in which block, and who attests it', async () => {
    const bundle = await proof(await issue());
    const { code, verdict, out } = await verify(write('committed.lianpiao.json', bundle));
    const name = attester.split('+')[0]!;
    expect([code, verdict.result]).toEqual([0, 'valid']);
    expect(verdict.summary.commit).toMatchObject({ ...bundle.commit!.place, attestedBy: [name] });
    expect(out).toContain(`block ${String(bundle.commit!.place.block)}, transaction`);
    expect(out).toContain(name);
  });

  it('cannot tell of a bundle without evidence where evidence is asked for, and refuses evidence of another entry', async () => {
    const [one, other] = [await proof(await issue()), await proof(await issue())];
    const without = await verify(write('without.lianpiao.json', await proof(await issue(), '')));
    expect([without.code, without.verdict.reason]).toEqual([2, 'COMMIT_UNATTESTED']);
    const forged = await verify(write('forged.lianpiao.json', { ...one, commit: other.commit }));
    expect([forged.code, forged.verdict.reason]).toEqual([1, 'COMMIT_WRONG']);
  });

  it('answers for blocks that there are, and for no others', async () => {
    for (const path of ['/log/blocks/0', '/log/blocks/01', '/log/blocks/999999', '/log/blocks/x', '/log/blocks/1e3'])
      expect([path, (await fetch(`${system.url}${path}`)).status]).toEqual([path, 404]);
    const [first, again] = [await fetch(`${system.url}/log/blocks/1`), await fetch(`${system.url}/log/blocks/1`)];
    expect(await first.text()).toBe(await again.text());
  });

  it('lets the holder withhold fields offline; the verifier names what was withheld [rows 000-004:C7]', async () => {
    const file = write('whole.lianpiao.json', await proof(await issue()));
    const less = join(system.folder, 'less.lianpiao.json');
    expect((await lianpiao(['disclose', file, '--hide', 'buyer,line', '--output', less])).code).toBe(0);
    const { code, verdict, out } = await verify(less);
    expect([code, verdict.result, verdict.summary.hidden]).toEqual([0, 'valid', 2]);
    expect(verdict.summary.hiddenNames).toEqual(['buyer', 'line/1']);
    expect(out).toContain('buyer, line/1');
    expect(readFileSync(file, 'utf8')).toContain(BUYER.name);
    expect(readFileSync(less, 'utf8')).not.toContain(BUYER.name);

    const only = await lianpiao(['disclose', file, '--only', 'header,totals']);
    const shown = (JSON.parse(only.out) as Bundle).document.fields.flatMap((field) => ('name' in field ? [field.name] : []));
    expect(shown).toEqual(['header', 'totals']);
    for (const [words, wanted] of [
      [[file, '--hide', 'buyers'], 1],
      [[file, '--hide', 'buyer', '--output', less], 1],
      [[file], 1],
      [[`${file}.none`, '--hide', 'buyer'], 2],
    ] as const)
      expect([words, (await lianpiao(['disclose', ...words])).code]).toEqual([words, wanted]);
    const broken = write('broken.lianpiao.json', { ...(JSON.parse(readFileSync(file, 'utf8')) as Bundle), entry: 'AA==' });
    expect((await lianpiao(['disclose', broken, '--hide', 'buyer'])).err).toContain('LEAF_MALFORMED');
  });

  it('erases for good: no byte of the record is left in any file, its holder attests that, and old proofs hold [rows 000-004:E12 001-002-003:D19]', async () => {
    const number = await issue(FORGOTTEN);
    const file = write('before.lianpiao.json', await proof(number));
    await services.until(() => placeOf(number) !== undefined, 'the row of the index');
    const sealed = sealedRecord(placeOf(number)!);
    // The search finds each of them where it stands, so that finding none of them later says something.
    const buyer = Buffer.from(FORGOTTEN.taxId);
    await services.until(() => holding(sealed).length > 0 && holding(buyer).length > 0, 'the record and its row');
    expect(holding(Buffer.from('lianpiao'), join(system.folder, 'redis'))).not.toEqual([]);

    const erased = await system.call('DELETE', `/v1/invoices/${number}/content`, system.bureauKey, { reason: 'asked for' });
    expect(erased.status).toBe(200);
    const report = await system.call<ErasureAnswer>('GET', `/v1/invoices/${number}/erasure`, seller.apiKey);
    expect(report.body).toMatchObject({
      attestations: [{ holder: 'operator', stores: ['payloads', 'index', 'originals', 'sales'] }],
      missing: [],
    });
    expect([holding(sealed), holding(buyer), holding(buyer, join(system.folder, 'redis'))]).toEqual([[], [], []]);
    expect((await verify(file)).verdict.result).toBe('valid');

    const [attestation] = report.body.attestations;
    const path = `/v1/invoices/${number}/erasure/${String(attestation!.sequence)}/proof`;
    const signed = await verify(write('erasure.lianpiao.json', await fetched(`${path}?commit=true`)));
    expect([signed.code, signed.verdict.result]).toEqual([0, 'valid']);
    expect(signed.verdict.summary.erasure).toMatchObject({
      stores: ['payloads', 'index', 'originals', 'sales'],
      attestedBy: [attester.split('+')[0]],
    });
    expect(signed.out).toContain('payloads, index, originals, sales');
    expect((await system.call('GET', `/v1/invoices/${number}/erasure/0/proof`, seller.apiKey)).status).toBe(404);
  });

  /** Where the invoice's entry stands on the ledger; undefined until the index has it. */
  function placeOf(number: string): number | undefined {
    const index = new SqliteDatabase(join(system.data, 'index.db'), { readonly: true });
    const row = index.prepare('SELECT sequence FROM invoices WHERE number = ?').get(number) as { sequence: number } | undefined;
    index.close();
    return row?.sequence;
  }

  /** The ciphertext in which the record of an entry lies, without the key nothing to anybody, and with it the record. */
  function sealedRecord(sequence: number): Buffer {
    const payloads = new SqliteDatabase(join(system.data, 'payloads.db'), { readonly: true });
    const [table] = payloads.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' LIMIT 1").pluck().all() as string[];
    const row = payloads.prepare(`SELECT data FROM ${table!} WHERE first <= ? ORDER BY first DESC LIMIT 1`).get(sequence);
    payloads.close();
    // Behind nonce and tag; long enough to be nowhere else by chance.
    return Buffer.from((row as { data: Buffer }).data.subarray(40, 72));
  }

  /** Files below a folder that hold these bytes, free pages and write-ahead logs included. */
  function holding(bytes: Buffer, folder = system.data): string[] {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((name) => readFileSync(name).includes(bytes));
  }
});

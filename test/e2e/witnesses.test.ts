import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseNote, parseTlogProof, TRUST_MEDIA_TYPE, type Bundle } from '@lianpiao/chaincode/domain';
import { lianpiao } from '../support/cli';
import { LOG_ORIGIN } from '../support/embedded';
import { sale, TAX_IDS } from '../support/sales';
import { services, startSystem, type TestSystem } from '../support/system';
import { TestWitness } from '../support/witnesses';

interface WitnessList {
  readonly items: readonly { readonly name: string; readonly size: number; readonly trouble: string | null }[];
}

describe('an instance whose log is witnessed by bureau and auditor, run as they would run it', () => {
  const witnesses = ['bureau.example/witness', 'audit.example/witness'].map((name) => new TestWitness(name, []));
  let system: TestSystem;
  let seller: { apiKey: string; till: string };
  let vkey: string;

  beforeAll(async () => {
    // The first start only finds a port: the key of the log is not known yet.
    for (const witness of witnesses) {
      await witness.start();
      await witness.stop();
    }
    const [bureau, auditor] = witnesses as [TestWitness, TestWitness];
    const policy = join(bureau.folder, 'policy');
    const lines = [
      `witness bureau ${bureau.key.vkey} ${bureau.url}`,
      `witness auditor ${auditor.key.vkey} ${auditor.url}`,
      'group both all bureau auditor',
      'quorum both',
    ];
    writeFileSync(policy, `${lines.join('\n')}\n`);
    system = await startSystem({ LIANPIAO_WITNESS_POLICY: policy });
    vkey = (await (await fetch(`${system.url}/log/vkey`)).text()).trim();
    for (const witness of witnesses) {
      witness.logs = [vkey];
      await witness.start();
    }
    seller = await system.seller('corner-shop', TAX_IDS.seller);
  });
  afterAll(async () => {
    await system.stop();
    for (const witness of witnesses) await witness.remove();
  });

  const issue = async (): Promise<string> => {
    const { status, body } = await system.call<{ number: string }>('POST', '/v1/invoices', seller.apiKey, sale(seller.till));
    expect(status).toBe(201);
    return body.number;
  };
  const proof = (number: string): Promise<{ status: number; body: Bundle }> =>
    system.call<Bundle>('GET', `/v1/invoices/${number}/proof`, seller.apiKey);
  const bundleOf = async (number: string): Promise<Bundle> => {
    let answer = await proof(number);
    await services.until(async () => (answer = await proof(number)).status === 200, 'the proof');
    return answer.body;
  };

  it('puts both cosignatures into the checkpoint and into every bundle, and the bundle verifies with a quorum of two', async () => {
    const before = performance.now();
    const bundle = await bundleOf(await issue());
    console.log(`proof with two cosignatures after ${(performance.now() - before).toFixed(0)} ms`);
    const names = parseNote(parseTlogProof(bundle.proof).checkpoint).signatures.map(({ name }) => name);
    expect(names.slice(1).sort()).toEqual(['audit.example/witness', 'bureau.example/witness']);
    expect(names[0]).toBe(LOG_ORIGIN);
    expect(await (await fetch(`${system.url}/log/checkpoint`)).text()).toContain('— audit.example/witness ');

    const file = join(system.folder, 'bundle.lianpiao.json');
    writeFileSync(file, JSON.stringify(bundle));
    const trusted = (keys: readonly string[], quorum: number): string => {
      const path = join(system.folder, `trust-${String(quorum)}-${String(keys.length)}.json`);
      const trust = {
        mediaType: TRUST_MEDIA_TYPE,
        logs: [{ origin: LOG_ORIGIN, vkey }],
        witnesses: keys.map((key) => ({ vkey: key })),
        quorum,
      };
      writeFileSync(path, JSON.stringify(trust));
      return path;
    };
    const keys = witnesses.map(({ key }) => key.vkey);
    const stranger = new TestWitness('stranger.example/witness', []);
    expect((await lianpiao(['verify', file, '--offline', '--trust', trusted(keys, 2)])).code).toBe(0);
    expect((await lianpiao(['verify', file, '--offline', '--trust', trusted([...keys, stranger.key.vkey], 3)])).code).toBe(2);
    await stranger.remove();
  });

  it('shows nothing that is not witnessed while one of them is away, sells on, and catches up', async () => {
    const bundle = await bundleOf(await issue());
    await witnesses[1]!.stop();
    const size = async (): Promise<number> => Number((await (await fetch(`${system.url}/log/checkpoint`)).text()).split('\n')[1]);
    const shown = await size();
    const number = await issue();
    expect(await proof(number)).toMatchObject({ status: 503, body: { code: 'PROOF_PENDING' } });
    expect(await size()).toBe(shown);
    const { body } = await system.call<WitnessList>('GET', '/v1/witnesses');
    expect(body.items).toMatchObject([{ name: 'bureau' }, { name: 'auditor', trouble: 'unreachable' }]);
    await witnesses[1]!.start();
    expect((await bundleOf(number)).entry).not.toBe(bundle.entry);
    const after = await system.call<WitnessList>('GET', '/v1/witnesses');
    expect(after.body.items.map(({ trouble }) => trouble)).toEqual([null, null]);
  });
});

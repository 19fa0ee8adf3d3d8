import { X509Certificate } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAuthority } from '../../../gateway/src/ledger/fabric/certificate-authority';
import { cli, lianpiao } from '../../support/cli';

describe('lianpiao ledger enrol', () => {
  let home: string;
  let file: string;

  beforeEach(async () => {
    home = mkdtempSync(join(tmpdir(), 'lianpiao-enrol-'));
    file = join(home, 'network.json');
    const authority = await createAuthority('Merchants signing', 'Merchants');
    mkdirSync(join(home, 'ca'));
    writeFileSync(join(home, 'ca/signing.pem'), authority.certificate);
    writeFileSync(join(home, 'ca/signing.key'), authority.privateKey);
  });
  afterEach(() => rmSync(home, { recursive: true }));

  function describeNetwork(organisation?: string): void {
    const peer = { endpoint: 'localhost:7051', tlsName: 'localhost', tlsCaFile: 'tls.pem' };
    const organisations = {
      Merchants: { mspId: 'Merchants', peer, identitiesFolder: 'own', caFolder: 'ca' },
      TaxBureau: { mspId: 'TaxBureau', peer, identitiesFolder: 'theirs' },
    };
    const network = { channel: 'lianpiao', chaincode: 'lianpiao', organisation, organisations, orderers: [peer] };
    writeFileSync(file, JSON.stringify(network), { mode: 0o600 });
  }
  const enrol = (...words: string[]): ReturnType<typeof cli> =>
    lianpiao(['ledger', 'enrol', 'tea-house', '--network', file, ...words]);

  it('makes the key beside the network.json and prints the certificate, the same one each time', async () => {
    describeNetwork('Merchants');
    const { code, out, err } = await enrol();
    expect([code, err]).toEqual([0, '']);
    expect(new X509Certificate(out).subject).toBe('O=Merchants\nOU=client\nCN=tea-house');
    expect(out).not.toContain('PRIVATE');
    expect(readFileSync(join(home, 'own/tea-house/cert.pem'), 'utf8')).toBe(out);
    expect(statSync(join(home, 'own/tea-house/key.pem')).mode & 0o777).toBe(0o600);
    expect((await enrol()).out).toBe(out);
  });

  it('makes none for another side', async () => {
    describeNetwork('Merchants');
    const { code, out, err } = await enrol('--organisation', 'TaxBureau');
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^IDENTITY_ELSEWHERE: /);
  });

  it('has to be told the side where the network.json is for all of them', async () => {
    describeNetwork();
    expect(await enrol()).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^FIELD_MISSING: .*\n {2}path: \/organisation\n/),
    });
    expect((await enrol('--organisation', 'Merchants')).code).toBe(0);
  });
});

describe('lianpiao init', () => {
  it.each([
    ['neither a bureau nor an organisation', [], 'FIELD_MISSING'],
    ['both', ['--bureau-name', 'bureau', '--organisation', 'tea-house'], 'FIELD_INVALID'],
  ])('makes nothing for %s', async (_what, words, wanted) => {
    const data = join(mkdtempSync(join(tmpdir(), 'lianpiao-init-')), 'data');
    const { code, err } = await cli('init', '--data', data, ...words);
    expect([code, err.split(':')[0]]).toEqual([2, wanted]);
    expect(() => statSync(data)).toThrow('ENOENT');
  });

  it('makes no key for an organisation that the ledger does not know', async () => {
    const data = join(mkdtempSync(join(tmpdir(), 'lianpiao-init-')), 'data');
    const { code, out, err } = await lianpiao(['init', '--data', data, '--organisation', 'tea-house']);
    expect([code, out, err.split(':')[0]]).toEqual([2, '', 'ORGANISATION_UNKNOWN']);
    rmSync(data, { recursive: true });
  });
});

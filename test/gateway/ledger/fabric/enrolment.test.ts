import { X509Certificate, createPrivateKey, sign, verify } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAuthority } from '../../../../gateway/src/ledger/fabric/certificate-authority';
import { certificateOf, enrol, heldKeyOf, type EnrolmentNetwork } from '../../../../gateway/src/ledger/fabric/enrolment';

describe('enrolment with the development authority', () => {
  let home: string;
  let network: EnrolmentNetwork;
  let authority: X509Certificate;

  beforeEach(async () => {
    home = mkdtempSync(join(tmpdir(), 'lianpiao-enrol-'));
    const pair = await createAuthority('Merchants signing', 'Merchants');
    const caFolder = join(home, 'ca');
    mkdirSync(caFolder);
    writeFileSync(join(caFolder, 'signing.pem'), pair.certificate);
    writeFileSync(join(caFolder, 'signing.key'), pair.privateKey);
    network = { organisations: { Merchants: { identitiesFolder: join(home, 'identities'), caFolder } } };
    authority = new X509Certificate(pair.certificate);
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  it('makes an identity that the authority vouches for, with the unit that Fabric calls a client', async () => {
    const identity = await enrol(network, 'Merchants', 'corner-shop');
    const certificate = new X509Certificate(identity.certificate);
    expect(identity.mspId).toBe('Merchants');
    expect(certificate.subject).toBe('O=Merchants\nOU=client\nCN=corner-shop');
    expect(certificate.checkIssued(authority)).toBe(true);
    expect(certificate.verify(authority.publicKey)).toBe(true);
    expect(certificate.ca).toBe(false);
    const text = Buffer.from('a transaction');
    const signature = sign('sha256', text, createPrivateKey(identity.privateKey));
    expect(verify('sha256', text, certificate.publicKey, signature)).toBe(true);
  });

  it('names the organisation of the ledger in the attribute that the chaincode reads', async () => {
    const { certificate } = await enrol(network, 'Merchants', 'corner-shop');
    const value = '{"attrs":{"lianpiao.organisation":"corner-shop"}}';
    // OBJECT IDENTIFIER 1.2.3.4.5.6.7.8.1, then the text as an OCTET STRING.
    const extension = Buffer.from(
      `06082a0304050607080104${value.length.toString(16)}${Buffer.from(value).toString('hex')}`,
      'hex',
    );
    expect(new X509Certificate(certificate).raw.includes(extension)).toBe(true);
  });

  it('keeps the identity: whoever asks again, or at the same time, gets the same one', async () => {
    const asked = await Promise.all(Array.from({ length: 8 }, () => enrol(network, 'Merchants', 'corner-shop')));
    const again = await enrol(network, 'Merchants', 'corner-shop');
    expect(new Set([...asked, again].map(({ certificate }) => certificate)).size).toBe(1);
    expect(readdirSync(join(home, 'identities'))).toEqual(['corner-shop']);
    const folder = join(home, 'identities/corner-shop');
    expect(readFileSync(join(folder, 'cert.pem'), 'utf8')).toBe(again.certificate);
    expect(readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o777)).toEqual([0o600, 0o600]);
  });

  it('uses an identity from elsewhere when its files are there', async () => {
    const folder = join(home, 'identities/from-fabric-ca');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'cert.pem'), 'a certificate');
    writeFileSync(join(folder, 'key.pem'), 'a key');
    expect(await enrol(network, 'Merchants', 'from-fabric-ca')).toEqual({
      mspId: 'Merchants',
      certificate: 'a certificate',
      privateKey: 'a key',
    });
  });

  it.each(['../ca', 'Corner Shop', '', 'a/b', '.draft-x'])('takes %j for no organisation', async (organisation) => {
    await expect(enrol(network, 'Merchants', organisation)).rejects.toMatchObject({ code: 'FIELD_INVALID' });
    expect(readdirSync(home)).toEqual(['ca']);
  });

  it.each(['Orderers', 'toString', ''])('knows no MSP %j', async (mspId) => {
    await expect(enrol(network, mspId, 'corner-shop')).rejects.toThrow(`no organisation ${mspId}`);
  });

  describe('at the gateway of one organisation', () => {
    const identityOf = (side: string, id: string): string => join(home, side, id);
    const handOver = (side: string, id: string, files: Readonly<Record<string, string>>): void => {
      mkdirSync(identityOf(side, id), { recursive: true });
      for (const [name, text] of Object.entries(files)) writeFileSync(join(identityOf(side, id), name), text, { mode: 0o600 });
    };
    beforeEach(() => {
      const { caFolder } = network.organisations['Merchants']!;
      network = {
        organisation: 'Merchants',
        organisations: {
          Merchants: { identitiesFolder: join(home, 'own'), caFolder },
          TaxBureau: { identitiesFolder: join(home, 'theirs') },
        },
      };
    });

    it('makes identities of the own side, and of no other, even where that one’s authority lies about', async () => {
      expect((await enrol(network, 'Merchants', 'corner-shop')).mspId).toBe('Merchants');
      const { caFolder } = network.organisations['Merchants']!;
      const stray = { identitiesFolder: join(home, 'theirs'), caFolder };
      network = { ...network, organisations: { ...network.organisations, TaxBureau: stray } };
      await expect(enrol(network, 'TaxBureau', 'bureau')).rejects.toMatchObject({
        code: 'IDENTITY_ELSEWHERE',
        detail: { rule: 'identity-held-here', wanted: 'the key of bureau of TaxBureau' },
      });
      expect(readdirSync(home)).not.toContain('theirs');
    });

    it('takes another side’s certificate as it was handed over, and says so when it was not', async () => {
      await expect(certificateOf(network, 'TaxBureau', 'bureau')).rejects.toMatchObject({
        code: 'IDENTITY_ELSEWHERE',
        detail: { rule: 'certificate-held-here' },
      });
      handOver('theirs', 'bureau', { 'cert.pem': 'a certificate' });
      expect(await certificateOf(network, 'TaxBureau', 'bureau')).toBe('a certificate');
      expect(heldKeyOf(network, 'TaxBureau', 'bureau')).toBeUndefined();
      await expect(enrol(network, 'TaxBureau', 'bureau')).rejects.toMatchObject({ code: 'IDENTITY_ELSEWHERE' });
    });

    it('does not use a key of another side that lies in its folder', () => {
      handOver('theirs', 'bureau', { 'cert.pem': 'a certificate', 'key.pem': 'a key' });
      expect(heldKeyOf(network, 'TaxBureau', 'bureau')).toBeUndefined();
      handOver('own', 'corner-shop', { 'cert.pem': 'a certificate', 'key.pem': 'a key' });
      expect(heldKeyOf(network, 'Merchants', 'corner-shop')).toBe(join(identityOf('own', 'corner-shop'), 'key.pem'));
      expect(heldKeyOf(network, 'Merchants', '../theirs/bureau')).toBeUndefined();
    });

    it('makes none where the authority is elsewhere (Fabric CA): key and certificate have to be there', async () => {
      network = { ...network, organisations: { Merchants: { identitiesFolder: join(home, 'own') } } };
      for (const ask of [enrol, certificateOf])
        await expect(ask(network, 'Merchants', 'corner-shop')).rejects.toMatchObject({ code: 'IDENTITY_ELSEWHERE' });
      handOver('own', 'corner-shop', { 'cert.pem': 'a certificate', 'key.pem': 'a key' });
      expect(await enrol(network, 'Merchants', 'corner-shop')).toMatchObject({ privateKey: 'a key' });
    });
  });

  it('signs with a low S only, as Fabric wants it', async () => {
    const identities = await Promise.all(
      Array.from({ length: 24 }, (_, index) => enrol(network, 'Merchants', `shop-${String(index)}`)),
    );
    const half = BigInt('0x7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8');
    for (const { certificate } of identities)
      expect(lowerInteger(new X509Certificate(certificate).raw)).toBeLessThanOrEqual(half);
  });
});

/** S of a certificate's signature: the last INTEGER of its DER, 31 to 33 bytes long. */
function lowerInteger(der: Buffer): bigint {
  const found = [32, 33, 31, 30].find((length) => der[der.length - length - 2] === 2 && der[der.length - length - 1] === length);
  if (found === undefined) throw new Error('no signature at the end of the certificate');
  return BigInt(`0x${der.subarray(der.length - found).toString('hex')}`);
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson, checkSource, parseSourceKey, parseSourceSignature, parseStatement } from '@lianpiao/chaincode/domain';
import { PROVENANCE_EXAMPLES } from '../../../gateway/src/openapi/provenance-examples';
import { nodeSignatures as onFabric } from '../../../chaincode/src/fabric/node-signatures';
import { nodeSignatures as atGateway } from '../../../gateway/src/crypto/log-keys';
import { source } from '../../support/provenance';

describe('the published example', () => {
  it('is right, and stands in the documentation as it is', () => {
    const { statement, signature } = PROVENANCE_EXAMPLES.registration.dataset.value;
    const [parsed, by] = [parseStatement(statement, ''), parseSourceSignature(signature, '')];
    const { signer } = parseSourceKey(by.publicKey, by.algorithm, '');
    const facts = { type: 'provenance.registered', ...parsed, registrant: 'any', signer } as const;
    expect(() => checkSource(facts, parsed, by, atGateway)).not.toThrow();
    const formats = readFileSync(join(__dirname, '../../../docs/formats.md'), 'utf8');
    for (const text of [canonicalJson(parsed), by.publicKey, by.value]) expect(formats).toContain(text);
  });
});

/** Both hosts of the rules must come to one answer: a ledger is read by the other, too. */
describe.each([
  ['the gateway', atGateway],
  ['Fabric', onFabric],
])('signatures at %s', (_name, verifier) => {
  const message = Buffer.from('a statement');
  const cases = (['Ed25519', 'ES256'] as const).map((algorithm) => {
    const key = source(algorithm);
    const spki = Buffer.from(key.publicKey, 'base64');
    const bytes = algorithm === 'Ed25519' ? spki.subarray(-32) : spki.subarray(-65);
    return { algorithm, bytes, signature: Buffer.from(key.sign(message).value, 'base64') };
  });

  it.each(cases)('of $algorithm hold, and for nothing else', ({ algorithm, bytes, signature }) => {
    const check = algorithm === 'Ed25519' ? verifier.ed25519 : verifier.ecdsaP256;
    expect(check(bytes, message, signature)).toBe(true);
    expect(check(bytes, Buffer.from('a statement.'), signature)).toBe(false);
    for (const wrong of [signature.subarray(1), Buffer.alloc(0), Buffer.alloc(64), Buffer.concat([signature, signature])]) {
      expect(check(bytes, message, wrong)).toBe(false);
    }
    for (const wrong of [bytes.subarray(1), Buffer.alloc(0), Buffer.alloc(bytes.length, 1)]) {
      expect(check(wrong, message, signature)).toBe(false);
    }
  });
});

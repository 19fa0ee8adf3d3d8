import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import type { SignatureVerifier } from '@lianpiao/chaincode/domain';
import { browserSignatures } from '../../../gateway/console/src/verify/browser-signatures';
import { nodeSignatures } from '../../../gateway/src/crypto/log-keys';

const message = Buffer.from('lianpiao.example/log\n12\nroot\n');

/** The bytes of a public key as the domain's port takes them. */
function bytesOf(key: KeyObject, length: number): Uint8Array {
  return new Uint8Array(key.export({ format: 'der', type: 'spki' }).subarray(-length));
}

/** A right signature, and everything that is wrong with one, under both verifiers. */
function compare(name: keyof SignatureVerifier, key: Uint8Array, signature: Uint8Array): void {
  const verdict = (publicKey: Uint8Array, signed: Uint8Array, text: Uint8Array = message): readonly boolean[] =>
    [browserSignatures, nodeSignatures].map((verifier) => verifier[name](publicKey, text, signed));
  expect(verdict(key, signature)).toEqual([true, true]);
  expect(verdict(key, signature, Buffer.from('another'))).toEqual([false, false]);
  for (let place = 0; place < signature.length; place += 7) {
    const changed = Uint8Array.from(signature);
    changed[place]! ^= 1;
    expect([place, ...verdict(key, changed)]).toEqual([place, false, false]);
  }
  for (let place = 1; place < key.length; place += 5) {
    const changed = Uint8Array.from(key);
    changed[place]! ^= 1;
    expect([place, ...verdict(changed, signature)]).toEqual([place, false, false]);
  }
  for (const wrong of [new Uint8Array(0), signature.subarray(1), new Uint8Array([...signature, 0])]) {
    expect(browserSignatures[name](key, message, wrong)).toBe(false);
  }
  for (const wrong of [new Uint8Array(0), key.subarray(1), new Uint8Array(key.length)]) {
    expect(browserSignatures[name](wrong, message, signature)).toBe(false);
  }
}

describe("the browser's signatures", () => {
  it('are those of the server: Ed25519', () => {
    for (let round = 0; round < 5; round += 1) {
      const { publicKey, privateKey } = generateKeyPairSync('ed25519');
      compare('ed25519', bytesOf(publicKey, 32), new Uint8Array(sign(null, message, privateKey)));
    }
  });

  it('are those of the server: ECDSA on P-256, whichever of the two values s has', () => {
    const high: boolean[] = [];
    for (let round = 0; round < 12; round += 1) {
      const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const signature = sign('sha256', message, { key: privateKey, dsaEncoding: 'ieee-p1363' });
      high.push(signature[32]! >= 0x80);
      compare('ecdsaP256', bytesOf(publicKey, 65), new Uint8Array(signature));
    }
    expect(new Set(high).size).toBe(2);
  });
});

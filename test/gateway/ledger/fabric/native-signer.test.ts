import { createPublicKey, generateKeyPairSync, randomBytes, verify } from 'node:crypto';
import { signForFabric } from '../../../../gateway/src/ledger/fabric/native-signer';

const HALF_ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n >> 1n;

describe('a signature for Fabric', () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const publicKey = createPublicKey(privateKey);
  const signatures = Array.from({ length: 300 }, () => {
    const message = randomBytes(64);
    return { message, signature: signForFabric(privateKey, message) };
  });

  it('is one that any ECDSA verifier takes, in DER', () => {
    for (const { message, signature } of signatures) expect(verify('sha256', message, publicKey, signature)).toBe(true);
  });

  it('has its s in the lower half, which a peer insists on', () => {
    for (const { signature } of signatures) {
      const lengthOfR = signature[3]!;
      const s = BigInt(`0x${signature.subarray(6 + lengthOfR).toString('hex')}`);
      expect(s <= HALF_ORDER).toBe(true);
    }
  });
});

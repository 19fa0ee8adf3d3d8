import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, webcrypto } from 'node:crypto';
import { join } from 'node:path';
import { BitString, fromBER, Integer, ObjectIdentifier, Sequence, Utf8String } from 'asn1js';
import { AttributeTypeAndValue, BasicConstraints, Certificate, Extension } from 'pkijs';
import { findOrMakeSecret } from './keys';

/** The key that signs documents, with its certificate. */
export interface DocumentKey {
  readonly privateKey: webcrypto.CryptoKey;
  readonly certificate: Certificate;
}

/** RSA, since every reader of PDF takes it and its signature is the same each time (RFC 8017, 8.2). */
export const SIGNATURE_SCHEME = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;
const MODULUS_BITS = 3072;
const YEARS = 10;
const SERIAL_BYTES = 16;

const OID = {
  commonName: '2.5.4.3',
  organisationalUnit: '2.5.4.11',
  keyUsage: '2.5.29.15',
  extendedKeyUsage: '2.5.29.37',
  basicConstraints: '2.5.29.19',
  /** RFC 9336. */
  documentSigning: '1.3.6.1.5.5.7.3.36',
} as const;
/** digitalSignature and nonRepudiation (RFC 5280, 4.2.1.3). */
const KEY_USAGE = 0b1100_0000;

/**
 * The operator's key for documents (`keys/documents.pem`, RSA) and its certificate (`keys/documents.crt.pem`). Both are made
 * when there are none, the certificate signed by the key itself: a reader then sees that a file is unchanged and by which
 * key, not who holds it. An operator with a certificate of an authority puts both files there.
 */
export async function loadDocumentKey(folder: string, operator: string, now: Date): Promise<DocumentKey> {
  // Never a loss: what was signed carries its certificate.
  const pem = findOrMakeSecret(join(folder, 'documents.pem'), newKey, false);
  const pkcs8 = createPrivateKey(pem).export({ format: 'der', type: 'pkcs8' });
  const privateKey = await webcrypto.subtle.importKey('pkcs8', pkcs8, SIGNATURE_SCHEME, false, ['sign']);
  const made = await selfSigned(pem, privateKey, operator, now);
  const certificate = findOrMakeSecret(join(folder, 'documents.crt.pem'), () => made, false);
  return { privateKey, certificate: parseCertificate(certificate.toString()) };
}

function newKey(): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: MODULUS_BITS });
  return privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
}

function parseCertificate(pem: string): Certificate {
  const base64 = /-----BEGIN CERTIFICATE-----([^-]+)-----END/.exec(pem)?.[1];
  if (base64 === undefined) throw new Error('keys/documents.crt.pem holds no certificate');
  return new Certificate({ schema: fromBER(new Uint8Array(Buffer.from(base64, 'base64'))).result });
}

/** A certificate (RFC 5280) of version 3 for ten years. */
async function selfSigned(pem: Buffer, privateKey: webcrypto.CryptoKey, operator: string, now: Date): Promise<string> {
  const certificate = new Certificate();
  certificate.version = 2;
  certificate.serialNumber = new Integer({ valueHex: serial() });
  for (const name of [certificate.issuer, certificate.subject]) {
    name.typesAndValues.push(
      attribute(OID.commonName, operator),
      attribute(OID.organisationalUnit, 'Lianpiao document signing (self-signed)'),
    );
  }
  certificate.notBefore.value = new Date(Math.floor(now.getTime() / 1000) * 1000);
  certificate.notAfter.value = new Date(certificate.notBefore.value);
  certificate.notAfter.value.setUTCFullYear(now.getUTCFullYear() + YEARS);
  certificate.extensions = [
    extension(OID.basicConstraints, true, new BasicConstraints({ cA: false }).toSchema()),
    extension(OID.keyUsage, true, new BitString({ valueHex: new Uint8Array([KEY_USAGE]).buffer, unusedBits: 6 })),
    extension(OID.extendedKeyUsage, false, new Sequence({ value: [new ObjectIdentifier({ value: OID.documentSigning })] })),
  ];
  await certificate.subjectPublicKeyInfo.importKey(await publicKeyOf(pem));
  await certificate.sign(privateKey, SIGNATURE_SCHEME.hash);
  const base64 = Buffer.from(certificate.toSchema(true).toBER(false)).toString('base64');
  return `-----BEGIN CERTIFICATE-----\n${base64.replace(/.{64}(?=.)/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
}

/** Positive and without leading zeros, as DER wants. */
function serial(): ArrayBuffer {
  const bytes = new Uint8Array(randomBytes(SERIAL_BYTES));
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes.buffer;
}

function attribute(type: string, value: string): AttributeTypeAndValue {
  return new AttributeTypeAndValue({ type, value: new Utf8String({ value }) });
}

function extension(extnID: string, critical: boolean, value: Sequence | BitString): Extension {
  return new Extension({ extnID, critical, extnValue: value.toBER(false) });
}

async function publicKeyOf(pem: Buffer): Promise<webcrypto.CryptoKey> {
  const spki = createPublicKey(pem).export({ format: 'der', type: 'spki' });
  return webcrypto.subtle.importKey('spki', spki, SIGNATURE_SCHEME, true, ['verify']);
}

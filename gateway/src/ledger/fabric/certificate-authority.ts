import 'reflect-metadata';
import { createPrivateKey, randomBytes } from 'node:crypto';
import * as x509 from '@peculiar/x509';

/** A certificate and its private key (PKCS #8), both as PEM text. */
export interface KeyPair {
  readonly certificate: string;
  readonly privateKey: string;
}

/** What Fabric reads from the OU of a certificate when an MSP has NodeOUs. */
export type NodeUnit = 'peer' | 'orderer' | 'admin' | 'client';

/** What a certificate says of its holder. */
export interface CertificateRequest {
  readonly commonName: string;
  readonly organisation: string;
  /** Without it the certificate is for TLS and names no part in the ledger. */
  readonly unit?: NodeUnit;
  /** Names and addresses of a TLS certificate. */
  readonly hosts?: readonly string[];
  /** Attributes that the chaincode reads with `getAttributeValue`. */
  readonly attributes?: Readonly<Record<string, string>>;
  readonly from?: Date;
  readonly until?: Date;
}

const KEYS = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' } as const;
/** Fabric CA's extension for attributes. */
const ATTRIBUTES_OID = '1.2.3.4.5.6.7.8.1';
const HALF_ORDER = BigInt('0x7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8');
const DAY_MS = 86_400_000;
const VALID_DAYS = 3650;
/** Machines' clocks differ; a certificate must count on all of them at once. */
const BACKDATED_MS = 300_000;
/** Half of all signatures have a high S, so as many in a row do not happen. */
const SIGNING_ATTEMPTS = 128;

x509.cryptoProvider.set(crypto);

/** Makes a self-signed authority on P-256, for development; in production this is Fabric CA's work. */
export async function createAuthority(commonName: string, organisation: string): Promise<KeyPair> {
  const keys = await crypto.subtle.generateKey(KEYS, true, ['sign', 'verify']);
  const name = nameOf({ commonName, organisation });
  const extensions = [
    new x509.BasicConstraintsExtension(true, undefined, true),
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
    await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
  ];
  const certificate = await withLowS(() =>
    x509.X509CertificateGenerator.createSelfSigned({
      ...validity({}),
      serialNumber: serialNumber(),
      name,
      keys,
      signingAlgorithm: SIGNATURE,
      extensions,
    }),
  );
  return pairOf(certificate, keys.privateKey);
}

/** Has the authority sign a certificate for a new key. */
export async function issueCertificate(authority: KeyPair, request: CertificateRequest): Promise<KeyPair> {
  const keys = await crypto.subtle.generateKey(KEYS, true, ['sign', 'verify']);
  const issuer = new x509.X509Certificate(authority.certificate);
  const signingKey = await importKey(authority.privateKey);
  const extensions = await extensionsOf(request, keys.publicKey, issuer);
  const certificate = await withLowS(() =>
    x509.X509CertificateGenerator.create({
      ...validity(request),
      serialNumber: serialNumber(),
      subject: nameOf(request),
      issuer: issuer.subject,
      publicKey: keys.publicKey,
      signingKey,
      signingAlgorithm: SIGNATURE,
      extensions,
    }),
  );
  return pairOf(certificate, keys.privateKey);
}

async function extensionsOf(
  request: CertificateRequest,
  publicKey: CryptoKey,
  issuer: x509.X509Certificate,
): Promise<x509.Extension[]> {
  const extensions: x509.Extension[] = [
    new x509.BasicConstraintsExtension(false, undefined, true),
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
    await x509.SubjectKeyIdentifierExtension.create(publicKey),
    await x509.AuthorityKeyIdentifierExtension.create(await issuer.publicKey.export()),
  ];
  if (request.unit === undefined) {
    const { clientAuth, serverAuth } = x509.ExtendedKeyUsage;
    extensions.push(new x509.ExtendedKeyUsageExtension([serverAuth, clientAuth]));
  }
  if (request.hosts !== undefined) extensions.push(new x509.SubjectAlternativeNameExtension(request.hosts.map(hostOf)));
  if (request.attributes !== undefined) {
    const text = Buffer.from(JSON.stringify({ attrs: request.attributes }));
    extensions.push(new x509.Extension(ATTRIBUTES_OID, false, text));
  }
  return extensions;
}

function hostOf(value: string): { type: 'ip' | 'dns'; value: string } {
  return { type: /^[0-9.]+$/.test(value) ? 'ip' : 'dns', value };
}

function nameOf({ commonName, organisation, unit }: CertificateRequest): x509.JsonName {
  const units = unit === undefined ? [] : [{ OU: [unit] }];
  return [{ O: [organisation] }, ...units, { CN: [commonName] }];
}

function validity({ from, until }: Pick<CertificateRequest, 'from' | 'until'>): { notBefore: Date; notAfter: Date } {
  const now = Date.now();
  return { notBefore: from ?? new Date(now - BACKDATED_MS), notAfter: until ?? new Date(now + VALID_DAYS * DAY_MS) };
}

/** RFC 5280 wants a positive number of at most 20 octets. */
function serialNumber(): string {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return bytes.toString('hex');
}

/** Fabric rewrites a certificate whose signature has a high S, and then knows it by other bytes than its holder does. */
async function withLowS(sign: () => Promise<x509.X509Certificate>): Promise<x509.X509Certificate> {
  for (let attempt = 0; attempt < SIGNING_ATTEMPTS; attempt += 1) {
    const certificate = await sign();
    if (hasLowS(new Uint8Array(certificate.signature))) return certificate;
  }
  throw new Error('the source of randomness gives one kind of signature only');
}

/** @param signature DER: SEQUENCE { r INTEGER, s INTEGER }, every length below 128 on P-256. */
function hasLowS(signature: Uint8Array): boolean {
  const lengthOfR = signature[3] ?? 0;
  return BigInt(`0x${Buffer.from(signature.subarray(lengthOfR + 6)).toString('hex')}`) <= HALF_ORDER;
}

async function importKey(pem: string): Promise<CryptoKey> {
  const der = createPrivateKey(pem).export({ type: 'pkcs8', format: 'der' });
  return crypto.subtle.importKey('pkcs8', new Uint8Array(der), KEYS, false, ['sign']);
}

async function pairOf(certificate: x509.X509Certificate, privateKey: CryptoKey): Promise<KeyPair> {
  const key = await crypto.subtle.exportKey('pkcs8', privateKey);
  return {
    certificate: `${certificate.toString('pem')}\n`,
    privateKey: `${x509.PemConverter.encode(key, 'PRIVATE KEY')}\n`,
  };
}

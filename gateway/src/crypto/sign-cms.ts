import { hash } from 'node:crypto';
import { ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import {
  Attribute,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import { SIGNATURE_SCHEME, type DocumentKey } from './document-key';

const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
} as const;
const SIGNED_ATTRIBUTES = 0;

/**
 * A detached CMS signature (RFC 5652) in DER, as PAdES asks for it (ETSI EN 319 142-1): with the signing certificate's digest
 * (RFC 5035) and without a signing time, which stands in the PDF. The same bytes give the same signature.
 */
export async function signCms(covered: Uint8Array, { privateKey, certificate }: DocumentKey): Promise<Uint8Array> {
  // In the order of DER, which sorts a SET by its bytes: the shorter attribute first.
  const attributes = [
    attribute(OID.contentType, new ObjectIdentifier({ value: OID.data })),
    attribute(OID.messageDigest, digestOf(covered)),
    attribute(OID.signingCertificateV2, signingCertificate(new Uint8Array(certificate.toSchema().toBER(false)))),
  ];
  const signed = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: OID.data }),
    certificates: [certificate],
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
        signedAttrs: new SignedAndUnsignedAttributes({ type: SIGNED_ATTRIBUTES, attributes }),
      }),
    ],
  });
  await signed.sign(privateKey, 0, SIGNATURE_SCHEME.hash);
  const content = new ContentInfo({ contentType: OID.signedData, content: signed.toSchema(true) });
  return new Uint8Array(content.toSchema().toBER(false));
}

function attribute(type: string, value: ObjectIdentifier | OctetString | Sequence): Attribute {
  return new Attribute({ type, values: [value] });
}

/** SigningCertificateV2: one ESSCertIDv2, whose hash is SHA-256 when it names none. */
function signingCertificate(certificate: Uint8Array): Sequence {
  const id = new Sequence({ value: [digestOf(certificate)] });
  return new Sequence({ value: [new Sequence({ value: [id] })] });
}

function digestOf(bytes: Uint8Array): OctetString {
  return new OctetString({ valueHex: new Uint8Array(hash('sha256', bytes, 'buffer')).buffer });
}

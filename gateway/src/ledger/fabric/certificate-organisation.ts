import 'reflect-metadata';
import { X509Certificate } from '@peculiar/x509';
import { ORGANISATION_ATTRIBUTE } from './enrolment';

/** Fabric's extension for attributes: `{"attrs":{…}}` as JSON (fabric-ca's attrmgr). */
const ATTRIBUTES_EXTENSION = '1.2.3.4.5.6.7.8.1';

/** Certificates repeat from transaction to transaction; reading one costs a millisecond. */
const known = new Map<string, string>();
const MOST_KNOWN = 10_000;

/** The organisation that a client's certificate (PEM) names; the empty text when it names none. */
export function organisationIn(certificate: string): string {
  let organisation = known.get(certificate);
  if (organisation === undefined) {
    organisation = readOrganisation(certificate);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(certificate, organisation);
  }
  return organisation;
}

function readOrganisation(certificate: string): string {
  try {
    const extension = new X509Certificate(certificate).getExtension(ATTRIBUTES_EXTENSION);
    if (extension === null) return '';
    const { attrs } = JSON.parse(Buffer.from(extension.value).toString('utf8')) as { attrs?: Record<string, unknown> };
    const value = attrs?.[ORGANISATION_ATTRIBUTE];
    return typeof value === 'string' ? value : '';
  } catch {
    return '';
  }
}

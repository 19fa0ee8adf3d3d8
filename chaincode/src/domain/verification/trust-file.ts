import { NO_SIGNATURES, type SignatureVerifier } from '../ports/signature-verifier';
import { parseSignedTrustFile, SIGNED_TRUST_MEDIA_TYPE } from './signed-trust-file';
import type { TrustedLog, TrustFile } from './trust';
import { parseAttesters } from './trusted-attesters';
import { arrayAt, invalid, objectAt, parseAnchor, parseLogKey, parseOrigin, parseQuorum, parseWitnessKey } from './trust-members';

export const TRUST_MEDIA_TYPE = 'application/vnd.lianpiao.trust.v1+json';

/**
 * Reads a trust file (parsed JSON) of either version strictly.
 * @param signatures verifies those of a signed file; version 1 has none.
 * @throws LedgerError FIELD_MISSING, FIELD_UNKNOWN or FIELD_INVALID, naming the path; TRUST_UNSIGNED when a signed file is
 * not signed by its own roots.
 */
export function parseTrustFile(value: unknown, signatures: SignatureVerifier = NO_SIGNATURES): TrustFile {
  return isSignedTrust(value) ? parseSignedTrustFile(value, signatures) : parsePlainTrustFile(value);
}

/** True for what says that it is a signed trust file. */
export function isSignedTrust(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'mediaType' in value && value.mediaType === SIGNED_TRUST_MEDIA_TYPE;
}

/** Version 1: without signature, name and windows. */
function parsePlainTrustFile(value: unknown): TrustFile {
  const file = objectAt(value, '', ['mediaType', 'logs', 'witnesses', 'quorum'], ['anchors', 'commit']);
  if (file['mediaType'] !== TRUST_MEDIA_TYPE) throw invalid('/mediaType', TRUST_MEDIA_TYPE);
  const witnesses = arrayAt(file['witnesses'], '/witnesses').map((witness, place) => {
    const path = `/witnesses/${String(place)}`;
    return parseWitnessKey(objectAt(witness, path, ['vkey'])['vkey'], `${path}/vkey`);
  });
  return {
    logs: arrayAt(file['logs'], '/logs').map((log, place) => parseLog(log, `/logs/${String(place)}`)),
    witnesses,
    quorum: parseQuorum(file['quorum'], '/quorum', witnesses),
    ...(file['anchors'] === undefined ? {} : { anchors: arrayAt(file['anchors'], '/anchors').map(parseAnchor) }),
    ...(file['commit'] === undefined ? {} : { commit: parseAttesters(file['commit'], '/commit') }),
  };
}

function parseLog(value: unknown, path: string): TrustedLog {
  const log = objectAt(value, path, ['origin', 'vkey']);
  return { origin: parseOrigin(log['origin'], `${path}/origin`), key: parseLogKey(log['vkey'], `${path}/vkey`) };
}

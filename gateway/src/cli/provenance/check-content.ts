import type { ContentDigest, TrustFile } from '@lianpiao/chaincode/domain';
import { checkBundleFile, type BundleReport } from '../check-bundle-file';
import { findGateway, type AccessOptions } from '../credentials';
import { callApi } from '../http-call';

/** What is known of a file's content. `invalid`: it is not the one of the bundle, or the bundle is wrong. */
export interface ContentReport {
  readonly result: 'invalid' | 'registered' | 'unknown';
  readonly digest: ContentDigest;
  readonly time?: string;
  readonly registrant?: string;
  readonly signature?: string;
  readonly bundle?: BundleReport;
}

/** Compares a file's digest with a bundle, offline: the bundle is valid, and it is about this very content. */
export function checkAgainstBundle(digest: ContentDigest, file: string, trust: TrustFile | undefined): ContentReport {
  const { report: bundle } = checkBundleFile(file, trust);
  const { provenance, time } = bundle.summary;
  if (bundle.result === 'invalid' || provenance?.digest !== digest) return { result: 'invalid', digest, bundle };
  const facts = { ...(time === undefined ? {} : { time }), ...registrantOf(provenance.registrant) };
  return { result: bundle.result === 'valid' ? 'registered' : 'unknown', digest, ...facts, bundle };
}

function registrantOf(registrant: string | undefined): { readonly registrant?: string } {
  return registrant === undefined ? {} : { registrant };
}

interface Answer {
  readonly result: string;
  readonly registration?: { readonly time: string; readonly registrant: string; readonly signature: string };
}

/** Asks a gateway whether a content is registered; no login is needed. @throws LedgerError when there is no answer. */
export async function lookUp(digest: ContentDigest, options: AccessOptions): Promise<ContentReport> {
  const { text } = await callApi({ method: 'POST', url: `${findGateway(options)}/v1/verifications`, body: { digest } });
  const { result, registration } = JSON.parse(text) as Answer;
  if (result !== 'registered' || registration === undefined) return { result: 'unknown', digest };
  const { time, registrant, signature } = registration;
  return { result: signature === 'wrong' ? 'invalid' : 'registered', digest, time, registrant, signature };
}

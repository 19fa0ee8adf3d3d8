import { parseTrustFile, TRUST_MEDIA_TYPE, type TrustFile } from '@lianpiao/chaincode/domain';

/** Trusts the log of a running instance, and no witness. */
export async function trustOf(url: string): Promise<TrustFile> {
  const vkey = (await (await fetch(`${url}/log/vkey`)).text()).trim();
  const logs = [{ origin: vkey.split('+')[0]!, vkey }];
  return parseTrustFile({ mediaType: TRUST_MEDIA_TYPE, logs, witnesses: [], quorum: 0 });
}

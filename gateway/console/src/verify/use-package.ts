import type { TrustFile } from '@lianpiao/chaincode/domain';
import type { PackageReport } from '@lianpiao/gateway/evidence';
import { useState } from 'react';
import { browserSignatures } from './browser-signatures';

export interface PackageState {
  readonly packed: PackageReport | undefined;
  readonly verifyPackageFile: (file: File) => Promise<void>;
  readonly forgetPackage: () => void;
}

/** Verifies evidence packages here; what unpacks them is loaded with the first one. */
export function usePackage(
  trust: TrustFile | undefined,
  setBusy: (busy: boolean) => void,
  setFailure: (failure: unknown) => void,
): PackageState {
  const [packed, setPacked] = useState<PackageReport>();
  return {
    packed,
    forgetPackage: () => {
      setPacked(undefined);
    },
    verifyPackageFile: async (file) => {
      setBusy(true);
      try {
        const { verifyPackage } = await import('@lianpiao/gateway/evidence');
        const read = async (offset: number, length: number): Promise<Uint8Array> =>
          new Uint8Array(await file.slice(offset, offset + length).arrayBuffer());
        setPacked(await verifyPackage({ size: file.size, read }, trust, browserSignatures));
      } catch (error) {
        setFailure(error);
      } finally {
        setBusy(false);
      }
    },
  };
}

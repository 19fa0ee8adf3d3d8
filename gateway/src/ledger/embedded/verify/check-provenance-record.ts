import { checkProvenanceRecord, LedgerError, type ProvenanceRegistered, type SealedRecord } from '@lianpiao/chaincode/domain';
import { nodeSignatures } from '../../../crypto/log-keys';

/**
 * Compares what a registration's record says with its entry, and verifies its source's signature again; undefined when all
 * holds, otherwise what does not. The commitment is the caller's matter.
 */
export function provenanceDifference(entry: ProvenanceRegistered, record: SealedRecord): string | undefined {
  try {
    checkProvenanceRecord(entry, record, nodeSignatures);
    return undefined;
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    if (error.code === 'STATEMENT_SIGNATURE_WRONG') return 'the signature of its source is wrong';
    return `it is not what was registered: ${error.detail.path ?? error.code}`;
  }
}

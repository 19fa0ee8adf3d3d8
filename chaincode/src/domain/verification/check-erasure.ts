import { LedgerError } from '../errors';
import { openNote, parseNote } from '../log/signed-note';
import type { SignatureVerifier } from '../ports/signature-verifier';
import { parseErasure } from '../record/erasure-statement';
import type { CheckReport } from './check-report';
import type { BoundFields } from './check-source';
import type { TrustedAttesters } from './trusted-attesters';
import { CheckFailure, type ErasureSummary } from './verdict';

/**
 * Checks a holder's attestation that it erased a record, in bundles of acts that disclose one: a signed note with the form
 * of a statement, in which no known organisation's signature is wrong. Other bundles have no such check.
 */
export function reportErasure(
  report: CheckReport,
  bound: BoundFields | undefined,
  attesters: TrustedAttesters | undefined,
  signatures: SignatureVerifier,
): ErasureSummary | undefined {
  if (bound?.leaf.type !== 'act.recorded') return undefined;
  const [field] = bound.fields.flatMap((one) => ('name' in one && one.name === 'attestation' ? [one.value] : []));
  if (field === undefined) return undefined;
  return report.check('erasure', { field }, ({ field: note }) => {
    if (typeof note !== 'string') throw new CheckFailure('ERASURE_ATTESTATION_WRONG');
    try {
      const signed = parseNote(note);
      const statement = parseErasure(signed.text);
      const attestedBy = [...new Set(openNote(signed, attesters?.keys ?? [], signatures).verifiedBy)].sort();
      return { ...statement, attestedBy };
    } catch (error) {
      if (error instanceof LedgerError) throw new CheckFailure('ERASURE_ATTESTATION_WRONG');
      throw error;
    }
  });
}

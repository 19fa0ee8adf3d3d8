import { LedgerError } from '../errors';
import type { SignatureVerifier } from '../ports/signature-verifier';
import { checkSource, type ProvenanceFacts } from '../provenance/check-provenance-record';
import { parseSourceSignature, parseStatement } from '../provenance/statement';
import type { DisclosedField } from '../record/commitment';
import { openObject } from './bundle';
import type { CheckReport } from './check-report';
import type { Leaf } from './parse-leaf';
import { CheckFailure } from './verdict';

/** What a bundle about a registered content discloses, bound to its leaf. */
export interface BoundFields {
  readonly leaf: Leaf;
  readonly fields: readonly DisclosedField[];
}

/**
 * Checks the source's signature again, in bundles of registrations that disclose it: the statement says what was
 * registered, and the key that was registered signed it. Other bundles have no such check.
 */
export function reportSource(report: CheckReport, bound: BoundFields | undefined, verifier: SignatureVerifier): void {
  if (bound?.leaf.type !== 'provenance.registered') return;
  const open = ['what', 'statement', 'signature'].map((name) => openObject(bound.fields, name));
  if (open.includes(undefined)) {
    report.skip('source', 'hidden');
    return;
  }
  report.check('source', open, ([what, statement, signature]) => {
    try {
      if (what?.['type'] !== bound.leaf.type) throw new CheckFailure('SOURCE_SIGNATURE_WRONG');
      const facts = what as unknown as ProvenanceFacts;
      checkSource(facts, parseStatement(statement, '/statement'), parseSourceSignature(signature, '/signature'), verifier);
    } catch (error) {
      if (error instanceof LedgerError) throw new CheckFailure('SOURCE_SIGNATURE_WRONG');
      throw error;
    }
  });
}

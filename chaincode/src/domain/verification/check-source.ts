import type { JsonValue } from '../encoding/canonical-json';
import { readObject } from '../encoding/reader';
import { LedgerError } from '../errors';
import type { SignatureVerifier } from '../ports/signature-verifier';
import { checkMadeAt, checkSource, type ProvenanceFacts } from '../provenance/check-provenance-record';
import { parseSourceSignature, parseStatement } from '../provenance/statement';
import type { DisclosedField } from '../record/commitment';
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
  const open = ['what', 'statement', 'signature'].flatMap((name) => openValue(bound.fields, name));
  if (open.length < 3) {
    report.skip('source', 'hidden');
    return;
  }
  report.check('source', open, ([what, statement, signature]) => {
    try {
      const facts = readObject(what, '/what');
      if (facts['type'] !== bound.leaf.type) throw new CheckFailure('SOURCE_SIGNATURE_WRONG');
      const said = parseStatement(statement, '/statement');
      checkMadeAt(said, bound.leaf.time);
      checkSource(facts as unknown as ProvenanceFacts, said, parseSourceSignature(signature, '/signature'), verifier);
    } catch (error) {
      if (error instanceof LedgerError) throw new CheckFailure('SOURCE_SIGNATURE_WRONG');
      throw error;
    }
  });
}

/** The value of the open field of this name, whatever it is: one that is no object must not pass for a withheld one. */
function openValue(fields: readonly DisclosedField[], name: string): JsonValue[] {
  return fields.flatMap((field) => ('name' in field && field.name === name ? [field.value] : []));
}

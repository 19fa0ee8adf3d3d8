import { LedgerError } from '@lianpiao/chaincode/domain';
import type { BrokenRule } from './official-rules';

const MOST_SHOWN = 100;

/** A document breaks rules of EN 16931: the first in the fields that every refusal has, all of them in `violations`. */
export class RulesRefusal extends LedgerError {
  readonly violations: readonly BrokenRule[];

  constructor(broken: readonly BrokenRule[]) {
    const [first] = broken;
    super('DOCUMENT_RULES_BROKEN', {
      path: first?.path ?? '',
      rule: first?.rule ?? '',
      found: [...new Set(broken.map(({ rule }) => rule))].slice(0, MOST_SHOWN).join(', '),
    });
    this.violations = broken.slice(0, MOST_SHOWN);
  }
}

import { canonicalJson } from '../encoding/canonical-json';
import { hasher, type Digest } from '../encoding/digest';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';

/** What the rules of an invoice's life depend on and a bureau may change. Every member of the ledger can read them. */
export type LifeRules = {
  /** How long the other side may take to confirm a correction. */
  readonly confirmHours: number;
  /** The longest lease of a claim at a time. */
  readonly maxLeaseSeconds: number;
  /** Claims that one invoice bears at most, those that ended not counted. */
  readonly maxClaims: number;
  /** Within how long a till reports what it issued offline; 24 when absent, as in rule sets that were published before. */
  readonly offlineHours?: number;
};

/** A rule set in the ledger's state. */
export type RulesState = { readonly version: string; readonly digest: Digest; readonly text: string };

/** In force as long as the bureau has published nothing else. */
export const FIRST_LIFE_RULES: LifeRules = { confirmHours: 72, maxLeaseSeconds: 7 * 24 * 3600, maxClaims: 32 };
const FIRST_VERSION = '2026-01-01';

let first: RulesState | undefined;

/** The rule set that is in force: its values, and `version#first 16 digits of its SHA-256` to cite it by. */
export function lifeRules(state: Pick<LedgerState, 'get'>): { readonly values: LifeRules; readonly cited: string } {
  const { version, digest, text } = state.get<RulesState>(stateKeys.rules('life')) ?? firstLifeRules();
  return { values: JSON.parse(text) as LifeRules, cited: `${version}#${digest.slice(0, 16)}` };
}

/** The built-in rule set as it would stand on the ledger. */
export function firstLifeRules(): RulesState {
  const text = canonicalJson(FIRST_LIFE_RULES);
  first ??= { version: FIRST_VERSION, digest: hasher().sha256(text), text };
  return first;
}

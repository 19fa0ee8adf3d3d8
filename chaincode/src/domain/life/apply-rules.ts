import { canonicalJson, type JsonValue } from '../encoding/canonical-json';
import { hasher } from '../encoding/digest';
import { readObject, refuseUnknown, requiredInteger, type JsonObject } from '../encoding/reader';
import { LedgerError } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import { requireBureau } from '../registry/require';
import { parseCnRules } from '../invoice/cn-rules';
import type { RulesPublished, RuleSetName } from './life-entries';
import { firstLifeRules, type LifeRules, type RulesState } from './life-rules';

const MAX_HOURS = 24 * 365;
const MAX_SECONDS = 366 * 24 * 3600;

/**
 * The bureau puts a rule set in force, from the next entry on; what was decided before keeps the version it cites.
 * @throws LedgerError ACTION_FORBIDDEN, RULES_VERSION_OLD, or FIELD_INVALID for another text or digest.
 */
export function applyRules(state: LedgerState, { set, version, digest, text }: RulesPublished): void {
  requireBureau(state);
  const before = state.get<RulesState>(stateKeys.rules(set)) ?? FIRST_RULES[set]();
  if (version <= before.version) throw new LedgerError('RULES_VERSION_OLD', { path: '/version', found: before.version });
  if (hasher().sha256(text) !== digest) throw new LedgerError('FIELD_INVALID', { path: '/digest', wanted: 'that of the text' });
  if (canonicalJson(PARSERS[set](readObject(parse(text), '/text')) as JsonValue) !== text)
    throw new LedgerError('FIELD_INVALID', { path: '/text', wanted: 'RFC 8785' });
  const value: RulesState = { version, digest, text };
  state.put(stateKeys.rules(set), value);
  state.put(stateKeys.rulesVersion(set, version), value);
}

/** The built-in rates have a name of their own, so that every version is later. */
const FIRST_RULES: Readonly<Record<RuleSetName, () => Pick<RulesState, 'version'>>> = {
  life: firstLifeRules,
  cn: () => ({ version: '' }),
};
const PARSERS: Readonly<Record<RuleSetName, (object: JsonObject) => object>> = { life: parseLifeRules, cn: parseCnRules };

function parseLifeRules(object: JsonObject): LifeRules {
  refuseUnknown(object, new Set(['confirmHours', 'maxLeaseSeconds', 'maxClaims', 'offlineHours']), '/text');
  return {
    confirmHours: requiredInteger(object, 'confirmHours', 1, MAX_HOURS, '/text'),
    maxLeaseSeconds: requiredInteger(object, 'maxLeaseSeconds', 1, MAX_SECONDS, '/text'),
    maxClaims: requiredInteger(object, 'maxClaims', 1, 1000, '/text'),
    ...(object['offlineHours'] === undefined
      ? undefined
      : { offlineHours: requiredInteger(object, 'offlineHours', 1, MAX_HOURS, '/text') }),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new LedgerError('FIELD_INVALID', { path: '/text', wanted: 'JSON' });
  }
}

import { canonicalJson } from '../encoding/canonical-json';
import { isDecimal } from '../encoding/decimal';
import { hasher } from '../encoding/digest';
import { oneOf, readArray, readObject, refuseUnknown, requiredText, type JsonObject } from '../encoding/reader';
import { LedgerError } from '../errors';
import type { RulesState } from '../life/life-rules';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import { BUILT_IN_CN_RULES, CN_RATES, CN_RULES_VERSION, CN_TOLERANCE, periodsOf, type CnRate, type CnRules } from './cn-rates';

const MAX_RATES = 200;
const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

// A rule set is read for every invoice and changes once in years; a value of the state is never changed in place.
const known = new WeakMap<RulesState, CnRules>();

/** The built-in rules as they would stand on the ledger: invoices name them `cn-2026-01`. */
export function firstCnRules(): RulesState {
  const rates = CN_RATES.map(({ note: _, ...rate }) => ({ ...rate }));
  const text = canonicalJson({ rates, tolerance: CN_TOLERANCE });
  return { version: CN_RULES_VERSION.replace('cn-', ''), digest: hasher().sha256(text), text };
}

/** The rules of profile cn that are in force on a ledger. */
export function cnRules(state: Pick<LedgerState, 'get'>): CnRules {
  const published = state.get<RulesState>(stateKeys.rules('cn'));
  if (published === undefined) return BUILT_IN_CN_RULES;
  let rules = known.get(published);
  if (rules === undefined) known.set(published, (rules = compile(published)));
  return rules;
}

/**
 * The rules of profile cn by the name that an invoice carries: those in force, or an earlier version that the ledger holds.
 * @throws LedgerError OFFLINE_RULES_UNKNOWN.
 */
export function cnRulesNamed(state: Pick<LedgerState, 'get'>, name: string): CnRules {
  const current = cnRules(state);
  if (current.version === name) return current;
  if (name === BUILT_IN_CN_RULES.version) return BUILT_IN_CN_RULES;
  const version = /^cn-([0-9A-Za-z.-]{1,32})#/.exec(name)?.[1];
  const published = version === undefined ? undefined : state.get<RulesState>(stateKeys.rulesVersion('cn', version));
  const rules = published === undefined ? undefined : compile(published);
  if (rules?.version !== name) throw new LedgerError('OFFLINE_RULES_UNKNOWN', { path: '/rules', found: name });
  return rules;
}

function compile({ version, digest, text }: RulesState): CnRules {
  const { rates, tolerance } = JSON.parse(text) as { readonly rates: readonly CnRate[]; readonly tolerance: string };
  const name = `cn-${version}#${digest.slice(0, 16)}`;
  return { version: name, periods: periodsOf(rates), tolerance, cited: `@${name}` };
}

/** Reads the text of a rule set `cn`. @throws LedgerError FIELD_MISSING, FIELD_INVALID, FIELD_UNKNOWN. */
export function parseCnRules(object: JsonObject): { readonly rates: readonly object[]; readonly tolerance: string } {
  refuseUnknown(object, new Set(['rates', 'tolerance']), '/text');
  const tolerance = requiredText(object, 'tolerance', 10, '/text');
  if (!isDecimal(tolerance, 2) || tolerance.startsWith('-')) throw new LedgerError('FIELD_INVALID', { path: '/text/tolerance' });
  return { rates: readArray(object['rates'], 1, MAX_RATES, '/text/rates').map(parseRate), tolerance };
}

function parseRate(value: unknown, index: number): object {
  const path = `/text/rates/${String(index)}`;
  const object = readObject(value, path);
  refuseUnknown(object, new Set(['category', 'from', 'rate', 'to']), path);
  const rate = requiredText(object, 'rate', 10, path);
  if (!isDecimal(rate, 6) || rate.startsWith('-')) throw new LedgerError('FIELD_INVALID', { path: `${path}/rate` });
  return {
    category: oneOf(object, 'category', ['standard', 'levy'], path),
    from: day(object, 'from', path),
    rate,
    ...(object['to'] === undefined ? undefined : { to: day(object, 'to', path) }),
  };
}

function day(object: JsonObject, key: string, path: string): string {
  const text = requiredText(object, key, 10, path);
  if (!DAY.test(text)) throw new LedgerError('FIELD_INVALID', { path: `${path}/${key}`, wanted: 'YYYY-MM-DD' });
  return text;
}

import { canonicalJson, LedgerError, type JsonValue } from '@lianpiao/chaincode/domain';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020';

/** Of the RFC 8785 text of a schema. */
const MAX_SCHEMA_LENGTH = 65_536;
const MAX_DEPTH = 16;
/** Misfits that are kept of one look: enough to mend the data by. */
const MAX_MISFITS = 20;
/**
 * What a schema may not ask for: patterns can take for ever on a text that somebody chose, and references may lead out of
 * the schema.
 */
const FORBIDDEN = new Set(['pattern', 'patternProperties', '$dynamicRef', '$dynamicAnchor', '$recursiveRef', '$id', '$anchor']);

/** Where a row does not fit: its place in what was read, the member, and the rule. Never a value. */
export type Misfit = { readonly row: number; readonly path: string; readonly rule: string };

/** A schema (JSON Schema 2020-12) that rows, as they are served, can be held against. */
export class SchemaChecker {
  readonly #validate: ValidateFunction;

  /** @throws LedgerError SCHEMA_INVALID naming the place. */
  constructor(document: JsonValue) {
    if (canonicalJson(document).length > MAX_SCHEMA_LENGTH)
      throw new LedgerError('SCHEMA_INVALID', { path: '/document', wanted: `at most ${String(MAX_SCHEMA_LENGTH)} characters` });
    refuseForbidden(document, '/document', 0);
    try {
      this.#validate = new Ajv2020({ strict: true, allErrors: false, validateFormats: false }).compile(document as object);
    } catch (cause) {
      throw new LedgerError('SCHEMA_INVALID', { path: '/document', wanted: 'JSON Schema 2020-12' }, { cause });
    }
  }

  /** The rows that do not fit, at most {@link MAX_MISFITS} of them. @param rows JSON texts. */
  misfits(rows: readonly string[]): Misfit[] {
    const found: Misfit[] = [];
    for (const [row, text] of rows.entries()) {
      if (this.#validate(JSON.parse(text))) continue;
      const [error] = this.#validate.errors ?? [];
      found.push({ row, path: error?.instancePath ?? '', rule: error?.keyword ?? '' });
      if (found.length === MAX_MISFITS) break;
    }
    return found;
  }
}

function refuseForbidden(value: JsonValue, path: string, depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > MAX_DEPTH) throw new LedgerError('SCHEMA_INVALID', { path, wanted: `at most ${String(MAX_DEPTH)} levels` });
  for (const [key, member] of Object.entries(value)) {
    const at = `${path}/${key.slice(0, 64).replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const leadsOut = key === '$ref' && !(typeof member === 'string' && member.startsWith('#/$defs/'));
    if (!Array.isArray(value) && (FORBIDDEN.has(key) || leadsOut))
      throw new LedgerError('SCHEMA_INVALID', { path: at, rule: 'schema.no-patterns-no-references' });
    refuseForbidden(member as JsonValue, at, depth + 1);
  }
}

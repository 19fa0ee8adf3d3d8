import { LedgerError } from '../errors';
import { disclosedDigest } from '../record/commitment';
import type { Bundle } from './bundle';

/** Which open fields to withhold: those named, or all but those named. A name such as `line` means every `line/…` too. */
export type Withholding = { readonly hide: readonly string[] } | { readonly only: readonly string[] };

/**
 * The same bundle with fewer fields shown: each withheld one leaves its digest in its place, so that the proof holds. What
 * is withheld already cannot be shown again.
 * @param bundle one that a verifier found to have the form of a bundle.
 * @throws LedgerError FIELD_UNKNOWN for a name that no open field has: the holder meant something that would stay visible.
 */
export function withholdFields(bundle: Bundle, withholding: Withholding): Bundle {
  const { fields } = bundle.document;
  const open = fields.flatMap((field) => ('name' in field ? [field.name] : []));
  const named = 'hide' in withholding ? withholding.hide : withholding.only;
  const unknown = named.find((name) => !open.some((known) => isNamed(known, name)));
  if (unknown !== undefined) throw new LedgerError('FIELD_UNKNOWN', { path: `/document/fields/${unknown}` });
  const hides = (field: string): boolean => named.some((name) => isNamed(field, name)) === 'hide' in withholding;
  return {
    ...bundle,
    document: {
      fields: fields.map((field) => ('name' in field && hides(field.name) ? { digest: disclosedDigest(field) } : field)),
    },
  };
}

function isNamed(field: string, name: string): boolean {
  return field === name || field.startsWith(`${name}/`);
}

import { LedgerError } from '../errors';
import { disclosedDigest, type DisclosedField } from '../record/commitment';
import { BUNDLE_MEDIA_TYPE, COMMITTED_BUNDLE_MEDIA_TYPE, type Bundle, type StatusEvidence } from './bundle';

/** Which open fields to withhold: those named, or all but those named. A name such as `line` means every `line/…` too. */
export type Withholding = { readonly hide: readonly string[] } | { readonly only: readonly string[] };

const STATUS = 'status';

/**
 * Names of all that a bundle shows: fields of its document, and `status/…` for each axis of its status. Where nothing has
 * changed since the issue the status is one thing, `status`: that no axis moved cannot be shown of one axis alone.
 */
export function openNames({ document, status }: Bundle): string[] {
  const axes = status === undefined ? [] : ((status.fields && namesOf(status.fields).map(axisName)) ?? [STATUS]);
  return [...namesOf(document.fields), ...axes];
}

/**
 * The same bundle with fewer fields shown: each withheld one leaves its digest in its place, so that the proof holds. What
 * is withheld already cannot be shown again. A status of which nothing is left to see goes as a whole.
 * @param bundle one that a verifier found to have the form of a bundle.
 * @throws LedgerError FIELD_UNKNOWN for a name that no open field has: the holder meant something that would stay visible.
 */
export function withholdFields(bundle: Bundle, withholding: Withholding): Bundle {
  const named = 'hide' in withholding ? withholding.hide : withholding.only;
  const open = openNames(bundle);
  const unknown = named.find((name) => !open.some((known) => isNamed(known, name)));
  if (unknown !== undefined) throw new LedgerError('FIELD_UNKNOWN', { path: `/document/fields/${unknown}` });
  const hides = (field: string): boolean => named.some((name) => isNamed(field, name)) === 'hide' in withholding;
  const less = { ...bundle, document: { fields: withoutHidden(bundle.document.fields, hides) } };
  const status = bundle.status && statusLeft(bundle.status, hides);
  return status === undefined ? withoutStatus(less) : { ...less, status };
}

function statusLeft(status: StatusEvidence, hides: (name: string) => boolean): StatusEvidence | undefined {
  if (status.fields === undefined) return hides(STATUS) ? undefined : status;
  const fields = withoutHidden(status.fields, (axis) => hides(axisName(axis)));
  return namesOf(fields).length === 0 ? undefined : { ...status, fields };
}

function withoutStatus({ status, ...rest }: Bundle): Bundle {
  if (status === undefined) return rest;
  return { ...rest, mediaType: rest.commit === undefined ? BUNDLE_MEDIA_TYPE : COMMITTED_BUNDLE_MEDIA_TYPE };
}

function withoutHidden(fields: readonly DisclosedField[], hides: (name: string) => boolean): DisclosedField[] {
  return fields.map((field) => ('name' in field && hides(field.name) ? { digest: disclosedDigest(field) } : field));
}

function namesOf(fields: readonly DisclosedField[]): string[] {
  return fields.flatMap((field) => ('name' in field ? [field.name] : []));
}

function axisName(axis: string): string {
  return `${STATUS}/${axis}`;
}

function isNamed(field: string, name: string): boolean {
  return field === name || field.startsWith(`${name}/`);
}

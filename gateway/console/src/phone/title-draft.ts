import { checkTaxpayerId, type InvoiceTitle } from '@lianpiao/chaincode/domain';
import { isSame, type KeptTitle } from './title-book';

export const TITLE_FIELDS = ['name', 'taxId', 'address', 'phone', 'bank', 'account'] as const;
export type TitleField = (typeof TITLE_FIELDS)[number];
export type TitleFault = 'nameMissing' | 'taxIdMissing' | 'taxIdForm' | 'taxIdCheck' | 'rejected';

/** A title while it is written. */
export type TitleDraft = { readonly kind: KeptTitle['kind'] } & Readonly<Record<TitleField, string>>;
export type TitleFaults = Partial<Readonly<Record<TitleField, TitleFault>>>;

export function draftOf(title: (InvoiceTitle & { readonly kind?: KeptTitle['kind'] }) | undefined): TitleDraft {
  const { kind = 'company', name = '', taxId = '', address = '', phone = '', bank = '', account = '' } = title ?? {};
  return { kind, name, taxId, address, phone, bank, account };
}

/** What is sent: the fields that hold something, without the spaces that fingers leave; a person has a name. */
export function titleOf(draft: TitleDraft): KeptTitle {
  const fields = draft.kind === 'person' ? (['name'] as const) : TITLE_FIELDS;
  const given = fields.map((field) => [field, cleaned(field, draft[field])] as const).filter(([, text]) => text !== '');
  return { kind: draft.kind, name: '', ...Object.fromEntries(given) };
}

export function buyerOf({ kind: _kind, ...title }: KeptTitle): InvoiceTitle {
  return title;
}

/** What is wrong before anybody is asked. */
export function faultsOf(draft: TitleDraft): TitleFaults {
  const { name, taxId } = titleOf(draft);
  return {
    ...(name === '' ? { name: 'nameMissing' } : {}),
    ...(draft.kind === 'person' ? {} : taxIdFault(taxId)),
  };
}

export function isKept(draft: TitleDraft, title: KeptTitle): boolean {
  return isSame(titleOf(draft), title);
}

function taxIdFault(taxId: string | undefined): { taxId?: TitleFault } {
  if (taxId === undefined) return { taxId: 'taxIdMissing' };
  const verdict = checkTaxpayerId(taxId);
  if (verdict === 'valid') return {};
  return { taxId: verdict === 'malformed' ? 'taxIdForm' : 'taxIdCheck' };
}

function cleaned(field: TitleField, text: string): string {
  return field === 'taxId' ? text.replaceAll(/\s/g, '').toUpperCase() : text.trim();
}

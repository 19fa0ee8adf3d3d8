import type { Party } from '@lianpiao/chaincode/domain';
import type { XmlContent } from './xml-writer';

/** A party without a country is in China, as its taxpayer id says (docs/formats.md, Party). */
const HERE = 'CN';
/** UNTDID 4461: credit transfer. */
const CREDIT_TRANSFER = '30';
/** VAT identifiers begin with the code of a country (BR-CO-09), where Greece is EL. Others are tax registrations (BT-32). */
const COUNTRIES = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const GREECE = 'EL';

/**
 * Seller (BG-4) or buyer (BG-7). Bank and account of a buyer have no place in EN 16931.
 * @param identifier names the party when it has no tax id: a seller needs one of the three (BR-CO-26).
 */
export function writeUblParty(party: Party, identifier?: string): XmlContent {
  const { name, taxId, address, phone, country = HERE } = party;
  const isVat = taxId !== undefined && isVatIdentifier(taxId, country);
  return {
    'cac:PartyIdentification': taxId === undefined && identifier !== undefined ? { 'cbc:ID': identifier } : undefined,
    'cac:PostalAddress': { 'cbc:StreetName': address, 'cac:Country': { 'cbc:IdentificationCode': country } },
    'cac:PartyTaxScheme':
      taxId === undefined ? undefined : { 'cbc:CompanyID': taxId, 'cac:TaxScheme': { 'cbc:ID': isVat ? 'VAT' : 'TAX' } },
    'cac:PartyLegalEntity': { 'cbc:RegistrationName': name, 'cbc:CompanyID': isVat ? undefined : taxId },
    'cac:Contact': phone === undefined ? undefined : { 'cbc:Telephone': phone },
  };
}

/** Chinese ids begin with digits, or with letters that mean something else. */
function isVatIdentifier(taxId: string, country: string): boolean {
  const prefix = taxId.slice(0, 2);
  return country !== HERE && /^[A-Z]{2}$/.test(prefix) && (prefix === GREECE || COUNTRIES.of(prefix) !== undefined);
}

/** Where the money goes (BG-16, BG-17): only with an account, which a credit transfer asks for (BR-50). */
export function writePaymentMeans({ account, bank }: Party): XmlContent {
  if (account === undefined) return undefined;
  return {
    'cbc:PaymentMeansCode': CREDIT_TRANSFER,
    'cac:PayeeFinancialAccount': {
      'cbc:ID': account,
      'cac:FinancialInstitutionBranch': bank === undefined ? undefined : { 'cbc:ID': bank },
    },
  };
}

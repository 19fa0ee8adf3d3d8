import { LedgerError, type Party } from '@lianpiao/chaincode/domain';
import { present, type ImportWarning } from './imported-invoice';
import { limitedText, MAX_TEXT } from './limited-text';
import { childrenOf, elementAt, textAt, type XmlElement } from './xml-element';

/** The seller (BG-4), with the account that the payment goes to unless it belongs to another payee (BG-10). */
export function readUblSeller(invoice: XmlElement, warnings: ImportWarning[]): Party {
  const party = readParty(elementAt(invoice, 'AccountingSupplierParty', 'Party'), '/seller', 'BR-06', warnings);
  if (elementAt(invoice, 'PayeeParty') !== undefined) return party;
  const account = childrenOf(invoice, 'PaymentMeans')
    .map((means) => elementAt(means, 'PayeeFinancialAccount'))
    .find((found) => textAt(found, 'ID') !== undefined);
  return present({ ...party, account: textAt(account, 'ID'), bank: textAt(account, 'FinancialInstitutionBranch', 'ID') });
}

/** The buyer (BG-7). */
export function readUblBuyer(invoice: XmlElement, warnings: ImportWarning[]): Party {
  return readParty(elementAt(invoice, 'AccountingCustomerParty', 'Party'), '/buyer', 'BR-07', warnings);
}

function readParty(party: XmlElement | undefined, path: string, rule: string, warnings: ImportWarning[]): Party {
  // BT-27 and BT-44 are the registered name; the trading name only where there is no other.
  const name = textAt(party, 'PartyLegalEntity', 'RegistrationName') ?? textAt(party, 'PartyName', 'Name');
  if (name === undefined) throw new LedgerError('FIELD_MISSING', { path: `${path}/name`, rule });
  const address = elementAt(party, 'PostalAddress');
  return present({
    name: limitedText(name, MAX_TEXT, `${path}/name`, warnings) ?? name,
    taxId: readTaxId(party),
    address: limitedText(readAddress(address), MAX_TEXT, `${path}/address`, warnings),
    phone: limitedText(textAt(party, 'Contact', 'Telephone'), 50, `${path}/phone`, warnings),
    country: textAt(address, 'Country', 'IdentificationCode'),
  });
}

/** The VAT identifier (BT-31, BT-48), or else another tax registration (BT-32). */
function readTaxId(party: XmlElement | undefined): string | undefined {
  const schemes = childrenOf(party, 'PartyTaxScheme');
  const vat = schemes.find((scheme) => textAt(scheme, 'TaxScheme', 'ID')?.toUpperCase() === 'VAT');
  return textAt(vat, 'CompanyID') ?? schemes.map((scheme) => textAt(scheme, 'CompanyID')).find((id) => id !== undefined);
}

function readAddress(address: XmlElement | undefined): string | undefined {
  const parts = [
    textAt(address, 'StreetName'),
    textAt(address, 'AdditionalStreetName'),
    textAt(address, 'AddressLine', 'Line'),
    [textAt(address, 'PostalZone'), textAt(address, 'CityName')].filter((part) => part !== undefined).join(' '),
    textAt(address, 'CountrySubentity'),
  ];
  return parts.filter((part) => part !== undefined && part !== '').join(', ') || undefined;
}

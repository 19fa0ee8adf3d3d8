import { checkTaxpayerId, LedgerError, type Party } from '@lianpiao/chaincode/domain';
import { present, type ImportWarning } from './imported-invoice';
import { limitedText, MAX_TEXT } from './limited-text';
import { elementAt, textAt, type XmlElement } from './xml-element';

/** 销售方. */
export function readEInvoiceSeller(root: XmlElement, warnings: ImportWarning[]): Party {
  return readParty(elementAt(root, 'EInvoiceData', 'SellerInformation'), 'Seller', '/seller', warnings);
}

/** 购买方. */
export function readEInvoiceBuyer(root: XmlElement, warnings: ImportWarning[]): Party {
  return readParty(elementAt(root, 'EInvoiceData', 'BuyerInformation'), 'Buyer', '/buyer', warnings);
}

function readParty(party: XmlElement | undefined, prefix: 'Seller' | 'Buyer', path: string, warnings: ImportWarning[]): Party {
  const text = (name: string, key: keyof Party, most = MAX_TEXT): string | undefined =>
    limitedText(textAt(party, `${prefix}${name}`), most, `${path}/${key}`, warnings);
  const name = text('Name', 'name');
  if (name === undefined) throw new LedgerError('FIELD_MISSING', { path: `${path}/name`, wanted: `${prefix}Name` });
  const taxId = textAt(party, `${prefix}IdNum`);
  warnings.push(...taxpayerIdWarnings(taxId, `${path}/taxId`));
  return present({
    name,
    taxId,
    address: text('Addr', 'address'),
    phone: text('TelNum', 'phone', 50),
    bank: text('BankName', 'bank'),
    account: text('BankAccNum', 'account'),
  });
}

/** Importing warns: some early real codes break the rule of the check character. */
function taxpayerIdWarnings(taxId: string | undefined, path: string): readonly ImportWarning[] {
  if (taxId === undefined) return [];
  switch (checkTaxpayerId(taxId)) {
    case 'valid':
      return [];
    case 'wrong-check':
      return [{ code: 'TAXPAYER_ID_CHECK', path, message: 'the check character is wrong (GB 32100-2015)' }];
    case 'malformed':
      return [{ code: 'TAXPAYER_ID_MALFORMED', path, message: 'the taxpayer id has none of the known forms' }];
  }
}

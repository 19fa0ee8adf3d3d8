/** Small documents of our own for the readers. */

const UBL = 'urn:oasis:names:specification:ubl:schema:xsd:';

/** A UBL invoice over 2 × 50.00 + 10 % freight at 19 %, with replaceable parts. */
export function ublInvoice(parts: { root?: string; type?: string; prefix?: string; line?: string; extra?: string } = {}): string {
  const { root = 'Invoice', type = '380', prefix = 'cbc', line = '', extra = '' } = parts;
  const b = prefix;
  return `<?xml version="1.0" encoding="UTF-8"?>
<x:${root} xmlns:x="${UBL}${root}-2" xmlns:cac="${UBL}CommonAggregateComponents-2" xmlns:${b}="${UBL}CommonBasicComponents-2">
  <${b}:ID>20260300000000000001</${b}:ID><${b}:IssueDate>2026-03-15</${b}:IssueDate>
  <${b}:${root}TypeCode>${type}</${b}:${root}TypeCode><${b}:DocumentCurrencyCode>EUR</${b}:DocumentCurrencyCode>${extra}
  <cac:AccountingSupplierParty><cac:Party><cac:PartyName><${b}:Name>Shop</${b}:Name></cac:PartyName>
    <cac:PostalAddress><${b}:StreetName>Weg 1</${b}:StreetName><${b}:CityName>Ulm</${b}:CityName><${b}:PostalZone>89073</${b}:PostalZone>
      <cac:Country><${b}:IdentificationCode>DE</${b}:IdentificationCode></cac:Country></cac:PostalAddress>
    <cac:PartyTaxScheme><${b}:CompanyID>12/345</${b}:CompanyID><cac:TaxScheme><${b}:ID>FC</${b}:ID></cac:TaxScheme></cac:PartyTaxScheme>
    <cac:PartyTaxScheme><${b}:CompanyID>DE123456789</${b}:CompanyID><cac:TaxScheme><${b}:ID>VAT</${b}:ID></cac:TaxScheme></cac:PartyTaxScheme>
    <cac:PartyLegalEntity><${b}:RegistrationName>Shop &amp; Co GmbH</${b}:RegistrationName></cac:PartyLegalEntity></cac:Party></cac:AccountingSupplierParty>
  <cac:AccountingCustomerParty><cac:Party><cac:PartyLegalEntity><${b}:RegistrationName>Buyer AG</${b}:RegistrationName></cac:PartyLegalEntity></cac:Party></cac:AccountingCustomerParty>
  <cac:AllowanceCharge><${b}:ChargeIndicator>true</${b}:ChargeIndicator><${b}:AllowanceChargeReason>Freight</${b}:AllowanceChargeReason><${b}:Amount currencyID="EUR">10.0000</${b}:Amount>
    <cac:TaxCategory><${b}:ID>S</${b}:ID><${b}:Percent>19.00</${b}:Percent><cac:TaxScheme><${b}:ID>VAT</${b}:ID></cac:TaxScheme></cac:TaxCategory></cac:AllowanceCharge>
  <cac:TaxTotal><${b}:TaxAmount currencyID="SEK">230</${b}:TaxAmount></cac:TaxTotal>
  <cac:TaxTotal><${b}:TaxAmount currencyID="EUR">20.9</${b}:TaxAmount><cac:TaxSubtotal><${b}:TaxableAmount currencyID="EUR">+110</${b}:TaxableAmount>
    <${b}:TaxAmount currencyID="EUR">20.90</${b}:TaxAmount><cac:TaxCategory><${b}:ID>S</${b}:ID><${b}:Percent>19</${b}:Percent></cac:TaxCategory></cac:TaxSubtotal></cac:TaxTotal>
  <cac:LegalMonetaryTotal><${b}:LineExtensionAmount currencyID="EUR">0100.00</${b}:LineExtensionAmount><${b}:TaxExclusiveAmount currencyID="EUR">110</${b}:TaxExclusiveAmount>
    <${b}:TaxInclusiveAmount currencyID="EUR">130.90</${b}:TaxInclusiveAmount><${b}:ChargeTotalAmount currencyID="EUR">10</${b}:ChargeTotalAmount>
    <${b}:PrepaidAmount currencyID="EUR">-0.00</${b}:PrepaidAmount><${b}:PayableAmount currencyID="EUR">130.900</${b}:PayableAmount></cac:LegalMonetaryTotal>
  <cac:${root}Line><${b}:ID>1</${b}:ID><${b}:InvoicedQuantity unitCode="EA">2.000</${b}:InvoicedQuantity><${b}:LineExtensionAmount currencyID="EUR">100.00</${b}:LineExtensionAmount>${line}
    <cac:Item><${b}:Name>Wood</${b}:Name><cac:ClassifiedTaxCategory><${b}:ID>S</${b}:ID><${b}:Percent>19</${b}:Percent></cac:ClassifiedTaxCategory></cac:Item>
    <cac:Price><${b}:PriceAmount currencyID="EUR">50.00</${b}:PriceAmount></cac:Price></cac:${root}Line>
</x:${root}>`;
}

/** A blue or red Chinese EInvoice of one line with replaceable parts. */
export function eInvoice(parts: Readonly<Partial<Record<keyof typeof EINVOICE_PARTS, string>>> = {}): string {
  const p = { ...EINVOICE_PARTS, ...parts };
  return `<?xml version="1.0" encoding="UTF-8"?>
<EInvoice><Header><EIid>${p.number}</EIid><InherentLabel><InIssuType><LabelCode>${p.blue}</LabelCode></InIssuType>
<GeneralOrSpecialVAT><LabelCode>${p.kind}</LabelCode></GeneralOrSpecialVAT></InherentLabel></Header><EInvoiceData>
<SellerInformation><SellerIdNum>${p.sellerId}</SellerIdNum><SellerName>示例商店</SellerName><SellerAddr>示例路1号</SellerAddr><SellerBankName/></SellerInformation>
<BuyerInformation><BuyerIdNum/><BuyerName>个人</BuyerName></BuyerInformation>
<BasicInformation><TotalAmWithoutTax>${p.net}</TotalAmWithoutTax><TotalTaxAm>${p.tax}</TotalTaxAm><TotalTax-includedAmount>${p.gross}</TotalTax-includedAmount>
<TotalTax-includedAmountInChinese>${p.capitals}</TotalTax-includedAmountInChinese><RequestTime>${p.time}</RequestTime></BasicInformation>
<IssuItemInformation><ItemName>*谷物*大米</ItemName><SpecMod/><MeaUnits>袋</MeaUnits><Quantity>1</Quantity><UnPrice>${p.net}</UnPrice><Amount>${p.net}</Amount>
<TaxRate>${p.rate}</TaxRate><ComTaxAm>${p.tax}</ComTaxAm><TaxClassificationCode>1010101010000000000</TaxClassificationCode></IssuItemInformation>
${p.red}</EInvoiceData><TaxSupervisionInfo><InvoiceNumber>${p.supervised}</InvoiceNumber><IssueTime>2026-03-15</IssueTime></TaxSupervisionInfo></EInvoice>`;
}

const EINVOICE_PARTS = {
  number: '26440000000000000017',
  supervised: '26440000000000000017',
  blue: 'Y',
  kind: '02',
  sellerId: '91350100M000100Y43',
  net: '100.00',
  tax: '13.00',
  gross: '113.00',
  capitals: '壹佰壹拾叁圆整',
  time: '2026-03-15 07:30:00',
  rate: '0.13',
  red: '',
};

import type { AccountingDocumentFields, AccountingFields } from '../life/accounting-fields';
import { textWith, writeXml, type XmlContent } from './xml-writer';

/** Namespace of the taxonomy for e-invoices, of 2023-12-31 (电子凭证会计数据标准). */
const TAXONOMY = 'http://xbrl.mof.gov.cn/taxonomy/2023-12-31/einv';
const CONTEXT = { contextRef: 'c' };
const MONEY = { ...CONTEXT, unitRef: 'u', decimals: '2' };

/**
 * Writes the booking fields of an invoice as an XBRL 2.1 instance. Yes and no are 是 and 否.
 * @param day the instant of the context, YYYY-MM-DD.
 */
export function writeAccountingXbrl(fields: AccountingFields, currency: string, day: string): Uint8Array {
  const { InformationOfAccountingDocumentsTuple: documents, ...facts } = fields;
  return writeXml('xbrli:xbrl', {
    '@xmlns:xbrli': 'http://www.xbrl.org/2003/instance',
    '@xmlns:link': 'http://www.xbrl.org/2003/linkbase',
    '@xmlns:xlink': 'http://www.w3.org/1999/xlink',
    '@xmlns:iso4217': 'http://www.xbrl.org/2003/iso4217',
    '@xmlns:einv': TAXONOMY,
    'link:schemaRef': { '@xlink:type': 'simple', '@xlink:href': TAXONOMY },
    'xbrli:context': {
      '@id': CONTEXT.contextRef,
      'xbrli:entity': {
        'xbrli:identifier': textWith(fields.UnifiedSocialCreditCodeOfAccountingEntity, { scheme: 'urn:gb:32100-2015' }),
      },
      'xbrli:period': { 'xbrli:instant': day },
    },
    'xbrli:unit': { '@id': MONEY.unitRef, 'xbrli:measure': `iso4217:${currency}` },
    ...Object.fromEntries(Object.entries(facts).map(([name, value]) => [`einv:${name}`, fact(value)])),
    'einv:InformationOfAccountingDocumentsTuple': documents.map(documentTuple),
  });
}

function fact(value: boolean | string): XmlContent {
  return textWith(typeof value === 'string' ? value : value ? '是' : '否', CONTEXT);
}

function documentTuple({ InformationOfDebitAndCreditEntryTuple: entries, ...document }: AccountingDocumentFields): XmlContent {
  return {
    ...Object.fromEntries(Object.entries(document).map(([name, value]) => [`einv:${name}`, fact(value)])),
    'einv:InformationOfDebitAndCreditEntryTuple': entries.map(({ RecordedAmount: amount, ...entry }) => ({
      ...Object.fromEntries(Object.entries(entry).map(([name, value]) => [`einv:${name}`, fact(value)])),
      'einv:RecordedAmount': textWith(amount, MONEY),
    })),
  };
}

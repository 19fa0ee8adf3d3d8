import { formatTime, LedgerError, parseTime } from '@lianpiao/chaincode/domain';
import { textAt, type XmlElement } from './xml-element';

const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000;

/** Time of the request, or else of the issue, both civil time in China (UTC+8), as RFC 3339 in UTC. */
export function readEInvoiceTime(root: XmlElement): string {
  const text = textAt(root, 'EInvoiceData', 'BasicInformation', 'RequestTime') ?? textAt(root, 'TaxSupervisionInfo', 'IssueTime');
  if (text === undefined) throw new LedgerError('FIELD_MISSING', { path: '/soldAt', wanted: 'RequestTime' });
  const [, date = '', time = '00:00:00'] = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d:\d\d))?$/.exec(text) ?? [];
  const milliseconds = parseTime(`${date}T${time}Z`);
  if (milliseconds === undefined) throw new LedgerError('TIME_MALFORMED', { path: '/soldAt', wanted: 'YYYY-MM-DD hh:mm:ss' });
  return formatTime(milliseconds - CHINA_OFFSET_MS);
}

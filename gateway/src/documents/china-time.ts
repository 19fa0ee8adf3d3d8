import { formatTime, LedgerError, parseTime } from '@lianpiao/chaincode/domain';

const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000;

/** Civil time in China (UTC+8, no summer time), YYYY-MM-DD hh:mm:ss. @throws LedgerError INTERNAL for what is no time. */
export function chinaDateTime(time: string): string {
  const milliseconds = parseTime(time);
  if (milliseconds === undefined) throw new LedgerError('INTERNAL', { found: 'a record whose time cannot be read' });
  return formatTime(milliseconds + CHINA_OFFSET_MS)
    .slice(0, 19)
    .replace('T', ' ');
}

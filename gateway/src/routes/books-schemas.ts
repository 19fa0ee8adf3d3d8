import { z } from 'zod';
import { CUTS } from '../stores/project-cuts';
import { identifier, page } from './schemas';

/** Forms of what books, statistics and reconciliation are asked. */
const day = z.iso.date('TIME_MALFORMED').meta({ description: 'A day in China' });
export const statsQuery = z.strictObject({
  date: day.optional(),
  after: identifier.meta({ description: '`next` of the page before' }).optional(),
  limit: page.shape.limit,
});
/** Days that one answer sums up, at most. */
export const MAX_DAYS = 92;
export const cutQuery = z.strictObject({
  by: z.enum([...CUTS, 'day']),
  from: day.optional(),
  to: day.optional(),
  limit: page.shape.limit,
});
export const reportId = z
  .string()
  .regex(/^[0-9a-f]{16}$/)
  .meta({ description: 'Id of a report' });
const wholePage = page.shape;
export const findingsQuery = z.strictObject({
  ...wholePage,
  open: z.enum(['true', 'false']).meta({ description: 'true: only what is still wrong' }).optional(),
});

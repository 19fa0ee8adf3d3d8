import { z } from 'zod';
import { page } from './schemas';

/** Which alarms to show: those that are open, or closed ones too; the newest come first. */
export const alarmQuery = z.strictObject({ alarms: z.enum(['open', 'all']).default('open'), limit: page.shape.limit });

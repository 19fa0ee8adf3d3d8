import { z } from 'zod';

/** Parts that many answers share. */
export const digest = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: 'SHA-256, hexadecimal' });
export const instant = z
  .string()
  .regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$/)
  .meta({ format: 'date-time' });
export const number = z
  .string()
  .regex(/^[0-9]{20}$/)
  .meta({ description: 'Invoice number: year 2, region 2, channel 1, sequence 15 digits', example: '26440000000000000001' });

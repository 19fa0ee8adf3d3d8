import { z } from 'zod';
import { money } from './schemas';

const MAX_THRESHOLDS = 10;
const coordinate = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

export const publicJwk = z
  .strictObject({ kty: z.literal('EC'), crv: z.literal('P-256'), x: coordinate, y: coordinate })
  .meta({ id: 'PublicJwk', description: 'A public key on P-256 (RFC 7517)' });

export const figuresRequest = z
  .strictObject({
    from: z.iso.date('TIME_MALFORMED').meta({ description: 'First day, in China' }),
    to: z.iso.date('TIME_MALFORMED').meta({ description: 'Last day, in China' }),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .default('CNY'),
    above: z
      .array(money)
      .max(MAX_THRESHOLDS)
      .default([])
      .meta({ description: 'Amounts: of each a claim `turnover-above-<amount>` is made' }),
    holderKey: publicJwk,
  })
  .meta({ id: 'FiguresRequest' });

import { isDeviceKey, isDeviceSignature } from '@lianpiao/chaincode/domain';
import { z } from 'zod';
import { reason } from './schemas';

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const place = z.int().min(1);

/** What is sent to hold a till's device key, and to close an outage. */
export const tillKey = z
  .strictObject({
    key: z.string().max(44).refine(isDeviceKey).meta({ description: 'Ed25519 public key (RFC 8032), 32 bytes, base64' }),
    reason,
  })
  .meta({ id: 'TillKey' });

export const outage = z
  .strictObject({
    from: place,
    to: place,
    count: place,
    first: digest,
    last: digest,
    key: z.string().regex(/^[0-9a-f]{16}$/),
    signature: z.string().max(88).refine(isDeviceSignature).meta({ description: 'Ed25519 by the device key, base64' }),
    signedAt: z.string().regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}\.[0-9]{3}Z$/),
    reason,
  })
  .meta({ id: 'Outage', description: "A till's collective record of what it reported since the last one" });

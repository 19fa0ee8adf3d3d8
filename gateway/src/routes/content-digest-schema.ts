import type { ContentDigest } from '@lianpiao/chaincode/domain';
import { z } from 'zod';

/** A content's digest as the API takes it, in paths and in bodies. */
export const contentDigest = z
  .string('DIGEST_MALFORMED')
  .regex(/^sha256:[0-9a-f]{64}$/, 'DIGEST_MALFORMED')
  .transform((text) => text as ContentDigest)
  .meta({ description: 'SHA-256 of the content', example: `sha256:${'5f'.repeat(32)}` });

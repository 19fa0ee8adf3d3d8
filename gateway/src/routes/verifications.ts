import type { ContentDigest } from '@lianpiao/chaincode/domain';
import { Router } from 'express';
import type { z } from 'zod';
import type { Gateway } from '../gateway';
import { parseWith } from '../middleware/parse';
import type { VerificationResult } from '../verification/verification-desk';
import { verification, type verificationItem } from './schemas';

/** Verification for anyone, without login: one paper, or a list of them. */
export function verificationRoutes(gateway: Gateway): Router {
  const router = Router();
  router.post('/v1/verifications', (request, response) => {
    response.json(verifyPapers(gateway, request.body));
  });
  return router;
}

/** The answer about the paper, or the list of them, that a body names. */
export function verifyPapers(gateway: Gateway, body: unknown): VerificationResult | { readonly items: VerificationResult[] } {
  const asked = parseWith(verification, body);
  return 'items' in asked ? { items: asked.items.map((item) => verify(gateway, item)) } : verify(gateway, asked);
}

function verify(gateway: Gateway, item: z.output<typeof verificationItem>): VerificationResult {
  if ('digest' in item) return verifyDigest(gateway, item.digest);
  if ('bundle' in item) return gateway.verifications.byBundle(item.bundle);
  return 'qr' in item ? gateway.verifications.byQr(item.qr) : gateway.verifications.byFacts(item);
}

/** Is this content registered, since when, and by whom first? */
function verifyDigest({ provenance }: Gateway, digest: ContentDigest): VerificationResult {
  const [first] = provenance.registrations(digest, -1, 1);
  return first === undefined
    ? { result: 'unknown', digest }
    : { result: 'registered', digest, registration: provenance.view(first, false) };
}

import type { Logger } from 'pino';
import type { ErasureDesk } from './erasure-desk';

/**
 * Attests an erasure that was carried out just now. The content is gone already: when the ledger does not take the
 * attestation at the moment, the follower of erasures gives it later.
 */
export async function attestErasure(
  { erasures, logger }: { readonly erasures: ErasureDesk; readonly logger: Logger },
  sequence: number,
  stores: readonly string[],
  actor: { readonly keyId: string; readonly why: string },
): Promise<void> {
  try {
    await erasures.attest(sequence, stores, actor);
  } catch (error) {
    logger.warn({ err: error, sequence }, 'an erasure is not attested yet');
  }
}

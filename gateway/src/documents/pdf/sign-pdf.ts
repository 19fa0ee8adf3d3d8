import type { DocumentKey } from '../../crypto/document-key';
import { signCms } from '../../crypto/sign-cms';
import { fillSignature } from './signature-place';

/**
 * Signs a rendered PDF (PAdES B-B). The claimed time is that of the proof inside, or of the certificate when that is younger:
 * the same invoice gives the same file whenever it is asked for.
 */
export async function signPdf(unsigned: Buffer, key: DocumentKey, sealedAt: Date): Promise<Buffer> {
  const { value: validFrom } = key.certificate.notBefore;
  return fillSignature(unsigned, sealedAt < validFrom ? validFrom : sealedAt, (covered) => signCms(covered, key));
}

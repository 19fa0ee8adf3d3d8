import type { VerificationResult } from '../api/answers';
import { answerOf, api } from '../api/client';
import type { Outcome, PaperFacts } from './outcome';

type Asked = PaperFacts | { readonly qr: string };

/** Asks the service about a paper; it learns what stands on it, and answers no more than whether that is right. */
export async function askGateway(asked: Asked): Promise<Outcome> {
  const answer = (await answerOf(api.POST('/v1/verifications', { body: asked }))) as VerificationResult;
  const { result, number, differing, reason } = answer;
  return {
    result,
    by: 'gateway',
    ...(number === undefined ? {} : { number }),
    ...(differing === undefined ? {} : { differing }),
    ...(reason === undefined ? {} : { reason }),
  };
}

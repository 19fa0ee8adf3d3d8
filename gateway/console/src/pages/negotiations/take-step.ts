import { answerOf, api } from '../../api/client';
import type { Negotiation, Word } from './steps';

/** What people add to a step. */
interface Words {
  readonly offer?: string;
  readonly reason: string;
}

/** Takes a step; done when the other side's connector has taken the message. */
export function takeStep(negotiation: string, word: Word, body: Words): Promise<Negotiation> {
  const call = { params: { path: { negotiation } }, body };
  const steps: Readonly<Record<Word, () => Promise<Negotiation>>> = {
    counter: () => answerOf(api.POST('/v1/negotiations/{negotiation}/counter', call)),
    accept: () => answerOf(api.POST('/v1/negotiations/{negotiation}/accept', call)),
    verify: () => answerOf(api.POST('/v1/negotiations/{negotiation}/verify', call)),
    offer: () => answerOf(api.POST('/v1/negotiations/{negotiation}/offer', call)),
    agree: () => answerOf(api.POST('/v1/negotiations/{negotiation}/agree', call)),
    finalize: () => answerOf(api.POST('/v1/negotiations/{negotiation}/finalize', call)),
    terminate: () => answerOf(api.POST('/v1/negotiations/{negotiation}/terminate', call)),
  };
  return steps[word]();
}

import type { components } from '@lianpiao/gateway/client';

export type Negotiation = components['schemas']['Negotiation'];
export type State = Negotiation['state'];
export type Side = Negotiation['side'];
/** The words of the API for what a side does next. */
export type Word = 'accept' | 'agree' | 'counter' | 'finalize' | 'offer' | 'terminate' | 'verify';

/** The way of a negotiation that comes to its end (Dataspace Protocol 2025-1, states of the contract negotiation). */
export const WAY = ['REQUESTED', 'OFFERED', 'ACCEPTED', 'AGREED', 'VERIFIED', 'FINALIZED'] as const satisfies readonly State[];

/** From which states each side may take a step; a test holds this equal to the gateway's own table. */
export const STEPS: Readonly<Record<Word, Readonly<Partial<Record<Side, readonly State[]>>>>> = {
  agree: { provider: ['REQUESTED', 'ACCEPTED'] },
  offer: { provider: ['REQUESTED'] },
  accept: { consumer: ['OFFERED'] },
  counter: { consumer: ['OFFERED'] },
  verify: { consumer: ['AGREED'] },
  finalize: { provider: ['VERIFIED'] },
  terminate: {
    consumer: ['REQUESTED', 'OFFERED', 'AGREED'],
    provider: ['REQUESTED', 'OFFERED', 'ACCEPTED', 'VERIFIED'],
  },
};

/** What the reader's side may do now, the likely one first. */
export function possibleSteps({ side, state }: Pick<Negotiation, 'side' | 'state'>): Word[] {
  return (Object.keys(STEPS) as Word[]).filter((word) => STEPS[word][side]?.includes(state));
}

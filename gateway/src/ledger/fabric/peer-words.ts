import { ChannelError, parseRefusal, type Problem } from './channel-error';

/** What a peer says when a chaincode, ours or the peer's own, ran and answered with an error. */
const ANSWERED = /chaincode response \d|transaction returned with failure/i;
/** What a peer says to a certificate that it does not take. */
const ACCESS_DENIED = /access denied/i;
/** What a peer's Gateway says when endorsers come to different results. */
const DIFFERENT = /do not match/i;

export function isDenial(text: string): boolean {
  return ACCESS_DENIED.test(text);
}

/**
 * What the texts of peers, and of the client between, say of an endorsement that failed. An endorser that cannot ask its
 * chaincode, or does not know it yet because it is getting its blocks back, has decided nothing; nor has whoever says what
 * nobody here knows.
 */
export function problemSaid(texts: readonly string[]): Problem {
  if (texts.some((text) => DIFFERENT.test(text))) return 'disagreed';
  return texts.some((text) => ANSWERED.test(text) || parseRefusal(text) !== undefined) ? 'refused' : 'unavailable';
}

/**
 * A peer that has lost its disk, and is not back in the channel, denies access to everybody, in the words that a stranger
 * gets. It is the caller's certificate when our own peer denies it and lets the reader in.
 * @param deniers MSPs whose peers deny; `letsReaderIn` asks the reader's own.
 */
export async function problemOfDenial(
  deniers: readonly (string | undefined)[],
  reader: string,
  letsReaderIn: () => Promise<unknown>,
): Promise<Problem> {
  if (!deniers.includes(reader)) return 'unavailable';
  return letsReaderIn().then(
    () => 'stranger',
    () => 'unavailable',
  );
}

/**
 * Understands a denial better, of whichever client: it may be the certificate's fault, or the peer's.
 * @param deniersOf MSPs whose peers deny, by what a client threw. @throws the error, with the problem that it is.
 */
export async function throwUnderstood(
  error: unknown,
  deniersOf: (error: ChannelError) => readonly (string | undefined)[],
  reader: string,
  letsReaderIn: () => Promise<unknown>,
): Promise<never> {
  const deniers = error instanceof ChannelError ? deniersOf(error) : [];
  if (!(error instanceof ChannelError) || deniers.length === 0) throw error;
  throw error.as(await problemOfDenial(deniers, reader, letsReaderIn));
}

import type { Checkpoint } from '../log/checkpoint';
import type { QuorumPeriod, TrustedLog, TrustedWitness, TrustFile } from './trust';
import { CheckFailure } from './verdict';

/** A cosignature of a trusted witness. */
export interface Cosigned {
  readonly witness: TrustedWitness;
  /** Seconds since 1970, by the witness' own word. */
  readonly seconds: number;
}

/** When a checkpoint was there at the latest, as a period's quorum shows it; undefined where no witnesses were asked for. */
export type Moment = number | undefined;

/** The periods of a trust file. */
export function quorumsOf({ quorum, quorums }: TrustFile): readonly QuorumPeriod[] {
  return quorums ?? [{ least: quorum }];
}

/**
 * The first times of the witnesses that count, earliest first; each name once. A witness' key that was compromised counts for
 * nothing: only enough other witnesses could show that it signed before that, and then it is not needed.
 */
export function witnessTimes(cosigned: readonly Cosigned[]): readonly number[] {
  const times = new Map<string, number>();
  for (const { witness, seconds } of cosigned) {
    const { name, from = -Infinity, until = Infinity, compromisedAt } = witness;
    if (compromisedAt !== undefined || seconds < from || seconds >= until) continue;
    times.set(name, Math.min(seconds, times.get(name) ?? Infinity));
  }
  return [...times.values()].sort((left, right) => left - right);
}

/**
 * What shows when a checkpoint was there: one moment for each period whose quorum is reached in it.
 * @param leafTime seconds since 1970, by the log's own word; undefined when there is no leaf that can be read.
 */
export function momentsOf(trust: TrustFile, times: readonly number[], leafTime: number | undefined): Moment[] {
  const moments: Moment[] = [];
  let from = -Infinity;
  for (const { least, until = Infinity } of quorumsOf(trust)) {
    const reached = least === 0 ? undefined : times[least - 1];
    if (least === 0 ? (leafTime ?? -Infinity) < until : reached !== undefined && reached >= from && reached < until) {
      moments.push(reached);
    }
    from = until;
  }
  return moments;
}

type Standing = 'counts' | 'LOG_KEY_COMPROMISED' | 'LOG_KEY_OUT_OF_WINDOW' | 'LOG_ENDED';

/**
 * Requires that one of the keys that signed a checkpoint counts for it: docs/formats.md, "When a key counts".
 * @param moments none when no quorum is reached: then only what is wrong at any time is found here.
 * @throws CheckFailure LOG_ENDED, LOG_KEY_OUT_OF_WINDOW; LOG_KEY_COMPROMISED (lacking).
 */
export function requireLogKey(
  signers: readonly TrustedLog[],
  checkpoint: Checkpoint,
  moments: readonly Moment[],
  leafTime: number | undefined,
): void {
  const shown = moments.length === 0 ? [undefined] : moments;
  const standings = signers.flatMap((log) => shown.map((moment) => standingOf(log, checkpoint, moment, leafTime)));
  if (standings.includes('counts')) return;
  if (standings.includes('LOG_KEY_COMPROMISED')) throw new CheckFailure('LOG_KEY_COMPROMISED', 'lacking');
  throw new CheckFailure(standings.includes('LOG_KEY_OUT_OF_WINDOW') ? 'LOG_KEY_OUT_OF_WINDOW' : 'LOG_ENDED');
}

function standingOf(log: TrustedLog, checkpoint: Checkpoint, moment: Moment, leafTime: number | undefined): Standing {
  if (isBeyondEnd(log, checkpoint)) return 'LOG_ENDED';
  // A leaf is older than a checkpoint over it, so its time says nothing of a key's beginning.
  const latest = Math.max(moment ?? -Infinity, leafTime ?? -Infinity);
  if (latest >= (log.until ?? Infinity) || isBefore(moment, log.from)) return 'LOG_KEY_OUT_OF_WINDOW';
  const { compromisedAt } = log;
  const isShownSound = compromisedAt === undefined || (moment !== undefined && latest < compromisedAt);
  return isShownSound ? 'counts' : 'LOG_KEY_COMPROMISED';
}

function isBefore(moment: Moment, from: number | undefined): boolean {
  return moment !== undefined && from !== undefined && moment < from;
}

/** True for a checkpoint that an ended log cannot have signed: a larger one than its last, or another one of that size. */
function isBeyondEnd({ last }: TrustedLog, { size, root }: Checkpoint): boolean {
  return last !== undefined && (size > last.size || (size === last.size && root !== last.root));
}

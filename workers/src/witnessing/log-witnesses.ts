import {
  consistencyPathFromTiles,
  isWitnessed,
  withSignatures,
  type NoteSignature,
  type PolicyParty,
  type VerifierKey,
  type WitnessPolicy,
} from '@lianpiao/chaincode/domain';
import type { LogStore, StoredCheckpoint } from '@lianpiao/gateway/stores';
import type { Logger } from 'pino';
import { WitnessClient, type WitnessAnswer } from './witness-client';

/** A witness that does not answer holds nothing up for longer, and is asked ever more rarely. */
const DEADLINE_MS = 1000;
const FIRST_PAUSE_MS = 500;
const MAX_PAUSE_MS = 5000;

export interface LogWitnessesOptions {
  readonly log: LogStore;
  readonly policy: WitnessPolicy;
  readonly clock: () => number;
  readonly logger: Logger;
}

/** A witness of the policy that has an address, and how we stand with it. */
interface Asked {
  readonly name: string;
  readonly key: VerifierKey;
  readonly client: WitnessClient;
  size: number;
  failures: number;
  /** Not to be asked before. */
  notBefore: number;
  busy: boolean;
  trouble: string | undefined;
}

/**
 * Has the log's newest checkpoint cosigned by the witnesses of a policy (C2SP tlog-policy). Once enough have, everybody
 * may see it; a later cosignature of the same checkpoint is added to it.
 */
export class LogWitnesses {
  readonly #options: LogWitnessesOptions;
  readonly #asked: readonly Asked[];

  constructor(options: LogWitnessesOptions) {
    this.#options = options;
    const known = new Map(options.log.witnesses().map((state) => [state.name, state]));
    this.#asked = [...options.policy.witnesses].flatMap(([name, party]) => newAsked(name, party, known.get(name)?.size ?? 0));
  }

  /** Asks for what lacks; returns when the newest checkpoint may be shown, or when everybody asked has answered. */
  async cosign(): Promise<void> {
    const { log, clock } = this.#options;
    const newest = log.latest();
    if (newest === undefined || log.published()?.size === newest.size) return;
    const free = this.#asked.filter(({ busy, notBefore }) => !busy && notBefore <= clock());
    const collected: NoteSignature[] = [];
    await new Promise<void>((enough, broken) => {
      const asking = free.map(async (witness) => {
        const signature = await this.#ask(witness, newest);
        if (signature === undefined) return;
        collected.push(signature);
        if (this.#keep(newest, collected)) enough();
      });
      Promise.all(asking).then(() => enough(), broken);
    });
  }

  /** @returns whether the checkpoint has the cosignatures that the policy wants. */
  #keep({ size, note }: StoredCheckpoint, collected: readonly NoteSignature[]): boolean {
    const has = ({ name, keyId }: VerifierKey): boolean =>
      collected.some((signature) => signature.name === name && signature.keyId === keyId);
    if (!isWitnessed(this.#options.policy, has)) return false;
    this.#options.log.addWitnessed(size, withSignatures(note, collected));
    return true;
  }

  async #ask(witness: Asked, checkpoint: StoredCheckpoint): Promise<NoteSignature | undefined> {
    witness.busy = true;
    try {
      let answer = await this.#send(witness, checkpoint);
      if (answer.answer === 'other-size' && answer.size <= checkpoint.size) {
        witness.size = answer.size;
        answer = await this.#send(witness, checkpoint);
      }
      this.#note(witness, answer, checkpoint.size);
      return answer.answer === 'cosigned' ? answer.signature : undefined;
    } finally {
      witness.busy = false;
    }
  }

  #send({ client, size }: Asked, checkpoint: StoredCheckpoint): Promise<WitnessAnswer> {
    const path = size === 0 ? [] : consistencyPathFromTiles(this.#options.log, size, checkpoint.size);
    return client.add({ oldSize: size, path, note: checkpoint.note });
  }

  #note(witness: Asked, answer: WitnessAnswer, size: number): void {
    const { log, clock, logger } = this.#options;
    const good = answer.answer === 'cosigned';
    if (good) witness.size = size;
    witness.failures = good ? 0 : witness.failures + 1;
    const pause = good ? 0 : Math.min(MAX_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(witness.failures - 1, 10));
    witness.notBefore = clock() + pause;
    const trouble = good ? undefined : answer.answer;
    if (trouble !== witness.trouble)
      logger.warn({ witness: witness.name, size, ...answer }, 'a witness answers otherwise than before');
    if (good || trouble !== witness.trouble) {
      log.noteWitness({ name: witness.name, size: witness.size, answeredAt: clock(), trouble: trouble ?? null });
    }
    witness.trouble = trouble;
  }
}

/** A witness without an address cannot be asked by us; others may bring its cosignatures. */
function newAsked(name: string, { key, url }: PolicyParty, size: number): Asked[] {
  if (url === undefined) return [];
  const client = new WitnessClient(url, key, DEADLINE_MS);
  return [{ name, key, client, size, failures: 0, notBefore: 0, busy: false, trouble: undefined }];
}

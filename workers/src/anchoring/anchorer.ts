import { parseCheckpoint, parseNote, rootFromTiles, type Digest } from '@lianpiao/chaincode/domain';
import { hashOrigin, parseBytes32, type AnchorChain, type Bytes32, type ChainHash } from '@lianpiao/contracts';
import {
  isAnchorAlarmCode,
  type AnchorAlarmCode,
  type AnchorWriter,
  type LogStore,
  type OutboxAttempt,
  type OutboxNonce,
  type StoredCheckpoint,
  type WatchedAnchor,
} from '@lianpiao/gateway/stores';
import type { Logger } from 'pino';
import { decide } from './decide';
import { observe } from './observe';
import type { Alarm, AnchorSettings, Observation, Situation, SizedRoot, Step } from './situation';

/** A look takes seconds at most, unless the node is slow; then another worker may take over in the middle of it, harmlessly. */
const LEASE_MS = 15_000;
/** Failures of the node in a row that are no alarm yet. */
const PATIENCE = 3;
/** After failures the node is asked less often: twice the pause each time, and no longer than this. */
const FIRST_PAUSE_MS = 1000;
const MAX_PAUSE_MS = 60_000;
/** Refusals of a checkpoint by the contract: a larger one may be taken. */
const REFUSALS: readonly string[] = ['ANCHOR_SIZE_DECREASED', 'ANCHOR_ROOT_CONFLICT', 'ANCHOR_ROOT_INVALID'];

export interface AnchorerParts {
  readonly chain: AnchorChain;
  readonly outbox: AnchorWriter;
  readonly log: LogStore;
  /** First line of the log's checkpoints while it has none. */
  readonly origin: string;
  readonly settings: AnchorSettings;
  readonly clock: () => number;
  readonly logger: Logger;
  readonly leaseMs?: number;
}

/**
 * Publishes the log's checkpoints. Each look asks the node, decides (`decide`) and takes one step, so that whatever
 * happens in between is met by the next look. A signed transaction is stored before it is sent: after a crash the same one
 * is sent again, never a second one for its nonce without higher fees.
 */
export class Anchorer {
  readonly #parts: AnchorerParts;
  /** Of the log that this look is about: of two that follow one another, each has anchors of its own. */
  #origin: Bytes32;
  #before: Observation | undefined;
  #lowHead: number | undefined;
  #failures = 0;
  #notBefore = 0;
  #knownRoot: SizedRoot | undefined;

  constructor(parts: AnchorerParts) {
    this.#parts = parts;
    this.#origin = hashOrigin(parts.origin);
  }

  /**
   * One look and one step. Failures of the node are counted, told as alarms and waited out, not thrown.
   * @returns what was done; `busy` while another worker has the lease, `pause` after failures of the node.
   */
  async look(): Promise<Step['do'] | 'busy' | 'pause'> {
    const { outbox, clock, leaseMs = LEASE_MS } = this.#parts;
    const now = clock();
    if (now < this.#notBefore) return 'pause';
    if (!outbox.enter(now, leaseMs)) return 'busy';
    try {
      const step = await this.#step(now);
      this.#failures = 0;
      return step;
    } catch (error) {
      this.#fail(error, now);
      return 'pause';
    }
  }

  /** Lets another worker go on at once. */
  stop(): void {
    this.#parts.outbox.leave();
  }

  async #step(now: number): Promise<Step['do']> {
    const { chain, outbox } = this.#parts;
    const [newest, oldest] = [outbox.newest(), outbox.oldestOpen()];
    this.#origin = this.#originFor(oldest);
    const seen = await observe(chain, { origin: this.#origin, newest, oldest });
    const situation = this.#situation(now, seen, { newest, oldest });
    const { step, raise, settle, lowHead } = decide(situation);
    this.#before = seen;
    this.#lowHead = lowHead;
    this.#note(raise, settle, now);
    await this.#take(step, now);
    return step.do;
  }

  /** A transaction under way belongs to the log whose checkpoint it has; the next one to the log that is open. */
  #originFor(oldest: OutboxNonce | undefined): Bytes32 {
    const { log, origin } = this.#parts;
    const about = oldest?.attempts.at(-1);
    const checkpoint = about === undefined ? log.published() : log.checkpoint(about.size);
    return hashOrigin(checkpoint === undefined ? origin : parseCheckpoint(parseNote(checkpoint.note).text).origin);
  }

  #situation(now: number, seen: Observation, known: Pick<Situation['outbox'], 'newest' | 'oldest'>): Situation {
    const { outbox, settings, log } = this.#parts;
    const latest = sizedRoot(log.published());
    const sealed = sizedRoot(log.latest());
    const next = outbox.nonce(seen.nextNonce);
    return {
      now,
      settings,
      chain: seen,
      before: this.#before,
      lowHead: this.#lowHead,
      outbox: { ...known, next, lastSignedAt: outbox.lastSignedAt(), ...outbox.sizes(settings.contract) },
      log: {
        origin: this.#origin,
        latest,
        rootAtChain: seen.latest && sealed && this.#rootAt(seen.latest.size, sealed),
      },
    };
  }

  /** Our root for a size; undefined when the log is smaller. */
  #rootAt(size: number, latest: SizedRoot): Digest | undefined {
    if (size === latest.size) return latest.root;
    if (size > latest.size) return undefined;
    if (this.#knownRoot?.size !== size) this.#knownRoot = { size, root: rootFromTiles(this.#parts.log, size) };
    return this.#knownRoot.root;
  }

  async #take(step: Step, now: number): Promise<void> {
    const { outbox, settings } = this.#parts;
    switch (step.do) {
      case 'wait':
        return;
      case 'sign':
        return this.#sign(step, now);
      case 'send':
        return this.#send(step.attempt, now);
      case 'confirm':
        outbox.confirm(this.#anchorOf(step.attempt, step.mined.block, step.attempt.hash, now));
        return;
      case 'adopt':
        return this.#adopt(step.latest, now);
      case 'withdraw':
        outbox.withdraw(step.anchor, now);
        return;
      case 'close':
        if (step.as === 'reverted') outbox.refuse(settings.contract, step.size, 'ANCHOR_REVERTED');
        outbox.close(step.nonce, step.as);
    }
  }

  async #sign(step: Extract<Step, { do: 'sign' }>, now: number): Promise<void> {
    const { chain, outbox, settings } = this.#parts;
    const { nonce, attempt, fees } = step;
    const checkpoint = { origin: this.#origin, size: BigInt(step.checkpoint.size), root: bytes32(step.checkpoint.root) };
    if (step.ask && !(await this.#isTaken(step.checkpoint, () => chain.check(checkpoint), now))) return;
    const { hash, raw } = await chain.sign(checkpoint, nonce, fees);
    const head = this.#before?.head ?? 0;
    const signed = { nonce, attempt, ...step.checkpoint, contract: settings.contract, hash, raw, fees, signedAt: now, head };
    outbox.sign(signed);
    await this.#send({ ...signed, sends: 0, sentAt: null, problem: null }, now);
  }

  /** Whether the contract would take the checkpoint; its refusal is remembered and told. */
  async #isTaken({ size }: SizedRoot, ask: () => Promise<void>, now: number): Promise<boolean> {
    try {
      await ask();
      this.#note([], ['ANCHOR_CALLER_REFUSED'], now);
      return true;
    } catch (error) {
      const code = codeOf(error);
      if (!code?.startsWith('ANCHOR_')) throw error;
      if (REFUSALS.includes(code)) this.#parts.outbox.refuse(this.#parts.settings.contract, size, code);
      this.#note([{ code, detail: `size ${size}: ${messageOf(error)}` }], [], now);
      return false;
    }
  }

  /** Hands a stored transaction to the node. Whatever the node says, the next look finds out where it stands. */
  async #send(attempt: OutboxAttempt, now: number): Promise<void> {
    const { chain, outbox } = this.#parts;
    const { hash, raw, nonce, fees } = attempt;
    const problem = await this.#tryToSend(() => chain.broadcast({ hash: hash as ChainHash, raw, nonce, fees }));
    outbox.sent(nonce, attempt.attempt, now, problem);
    if (problem === 'CHAIN_FUNDS_MISSING' || problem === 'CHAIN_ANSWER_INVALID') {
      this.#note([{ code: problem, detail: `transaction ${hash}` }], [], now);
    }
  }

  async #tryToSend(send: () => Promise<void>): Promise<string | null> {
    try {
      await send();
      return null;
    } catch (error) {
      const code = (error as { code?: unknown }).code;
      if (typeof code !== 'string') throw error;
      return code;
    }
  }

  async #adopt(latest: SizedRoot & { readonly block: number }, now: number): Promise<void> {
    const { chain } = this.#parts;
    const events = await chain.events(this.#origin, BigInt(latest.block), BigInt(latest.block));
    const event = events.find(({ size, root }) => size === BigInt(latest.size) && root === String(latest.root));
    if (event === undefined) {
      this.#note(
        [{ code: 'CHAIN_ANSWER_INVALID', detail: `block ${latest.block} shows no event of size ${latest.size}` }],
        [],
        now,
      );
      return;
    }
    this.#parts.outbox.confirm({ ...this.#anchorOf(latest, event.block, event.transaction, now), nonce: null });
  }

  #anchorOf(
    of: SizedRoot & { readonly nonce?: number },
    block: { readonly number: bigint; readonly hash: string },
    transaction: string,
    now: number,
  ): WatchedAnchor {
    const { chainId, contract } = this.#parts.settings;
    const place = { chainId, contract, transaction, block: Number(block.number), blockHash: block.hash };
    return { size: of.size, root: of.root, ...place, confirmedAt: now, nonce: of.nonce ?? null };
  }

  #fail(error: unknown, now: number): void {
    const code = codeOf(error);
    if (code === undefined) throw error;
    this.#failures += 1;
    this.#notBefore = now + Math.min(MAX_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (this.#failures - 1));
    const mayPass = ['CHAIN_TIMEOUT', 'CHAIN_UNREACHABLE', 'CHAIN_REFUSED'].includes(code);
    if (!mayPass || this.#failures >= PATIENCE) this.#note([{ code, detail: messageOf(error) }], [], now);
  }

  #note(raise: readonly Alarm[], settle: readonly AnchorAlarmCode[], now: number): void {
    const { outbox, logger } = this.#parts;
    const { opened, closed } = outbox.note(raise, settle, now);
    for (const { code, detail } of opened) logger.error({ code, detail }, 'anchoring: alarm');
    for (const code of closed) logger.info({ code }, 'anchoring: alarm is over');
  }
}

function bytes32(root: Digest): Bytes32 {
  return parseBytes32(root) as Bytes32;
}

/** The code of an error that is one of our alarms; undefined for a fault of ours. */
function codeOf(error: unknown): AnchorAlarmCode | undefined {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && isAnchorAlarmCode(code) ? code : undefined;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function sizedRoot(checkpoint: StoredCheckpoint | undefined): SizedRoot | undefined {
  return checkpoint && parseCheckpoint(parseNote(checkpoint.note).text);
}

import { readFileSync } from 'node:fs';
import {
  LedgerError,
  openNote,
  parseCheckpoint,
  parseNote,
  type TrustedLog,
  type WitnessPolicy,
} from '@lianpiao/chaincode/domain';
import { openCheckpoint } from '../cli/monitor/check-log-once';
import { LogAlarm } from '../cli/monitor/log-alarm';
import { LogSource } from '../cli/monitor/log-source';
import { nodeSignatures } from '../crypto/log-keys';
import { originHash } from '../witness/witness-server';

const RPC_DEADLINE_MS = 10_000;

/** A state of our log that somebody else holds. */
export interface Seen {
  /** Who: a witness's name, a file, a chain. */
  readonly by: string;
  readonly size: number;
  /** RFC 6962 root, hexadecimal. */
  readonly root: string;
}

/** Somebody who was asked and does not say anything that can be used. */
export interface Silent {
  readonly by: string;
  readonly why: string;
}

export interface Sources {
  readonly policy?: WitnessPolicy;
  /** Files with signed checkpoints that were kept elsewhere. */
  readonly checkpointFiles: readonly string[];
  readonly anchor?: { readonly rpcUrl: string; readonly chainId: number; readonly contract: string };
}

/** Asks everybody at once what they have seen. @param logs those of one ledger, one after the other, with all their keys. */
export async function seenElsewhere(sources: Sources, logs: readonly TrustedLog[]): Promise<{ seen: Seen[]; silent: Silent[] }> {
  const witnesses = [...(sources.policy?.witnesses.values() ?? [])].map(({ key, url = '' }): [string, () => Promise<Seen>] => [
    key.name,
    () => askWitness(url, key, logs),
  ]);
  const files = sources.checkpointFiles.map((file): [string, () => Promise<Seen>] => [
    file,
    () => Promise.resolve(seenIn(readFileSync(file, 'utf8'), file, logs)),
  ]);
  const { anchor } = sources;
  const chain: [string, () => Promise<Seen>][] =
    anchor === undefined ? [] : [[`chain ${String(anchor.chainId)}`, () => askChain(anchor, originsOf(logs))]];
  const answers = await Promise.all([...witnesses, ...files, ...chain].map(([by, ask]) => answerOf(by, ask)));
  return {
    seen: answers.filter((answer) => 'root' in answer),
    silent: answers.filter((answer) => 'why' in answer),
  };
}

async function answerOf(by: string, ask: () => Promise<Seen>): Promise<Seen | Silent> {
  try {
    const answer = await ask();
    // An empty log is the beginning of every ledger: whoever has seen no more than that proves nothing.
    return answer.size > 0 ? answer : { by, why: 'has seen nothing of this log' };
  } catch (error) {
    if (error instanceof LedgerError) return { by, why: [error.code, error.detail.found ?? ''].join(' ').trim() };
    if (error instanceof LogAlarm) return { by, why: error.kind };
    return { by, why: error instanceof Error ? error.message : String(error) };
  }
}

/** The newest checkpoint that a witness has cosigned: without its own signature anybody could answer for it. */
async function askWitness(url: string, key: Parameters<typeof openNote>[1][number], logs: readonly TrustedLog[]): Promise<Seen> {
  const notes = await Promise.all(
    originsOf(logs).map((origin) => found(new LogSource(`${url.replace(/\/+$/, '')}/${originHash(origin)}`).checkpoint())),
  );
  return mostOf(
    notes.flatMap((note) => {
      if (note === undefined) return [];
      if (openNote(note, [key], nodeSignatures).verifiedBy.length === 0)
        throw new LogAlarm('signature-wrong', { origin: key.name });
      return [seenIn(note, key.name, logs)];
    }),
  );
}

function originsOf(logs: readonly TrustedLog[]): string[] {
  return [...new Set(logs.map(({ origin }) => origin))];
}

/** Undefined for what is not there: who has not seen a successor may have seen the log before it. */
async function found<Result>(answer: Promise<Result>): Promise<Result | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof LedgerError && error.code === 'NOT_FOUND') return undefined;
    throw error;
  }
}

/** @throws LedgerError NOT_FOUND when nothing was seen of any log. */
function mostOf(all: readonly Seen[]): Seen {
  const [most] = [...all].sort((one, other) => other.size - one.size);
  if (most === undefined) throw new LedgerError('NOT_FOUND', { found: 'has seen nothing of this log' });
  return most;
}

function seenIn(note: string, by: string, logs: readonly TrustedLog[]): Seen {
  const { origin } = parseCheckpoint(parseNote(note).text);
  const { size, root } = openCheckpoint(note, origin, logs).checkpoint;
  return { by, size, root };
}

async function askChain(
  { rpcUrl, chainId, contract }: NonNullable<Sources['anchor']>,
  origins: readonly string[],
): Promise<Seen> {
  // Loaded only here: who asks no chain loads nothing that speaks to one.
  const { EthersAnchorReader, hashOrigin, parseAddress } = await import('@lianpiao/contracts');
  const address = parseAddress(contract);
  if (address === undefined) throw new LedgerError('FIELD_INVALID', { path: '/contract', wanted: 'an address' });
  const reader = new EthersAnchorReader({ rpcUrl, contract: address, chainId: BigInt(chainId), deadlineMs: RPC_DEADLINE_MS });
  try {
    await reader.verifyTarget();
    const anchored: Seen[] = [];
    for (const origin of origins) {
      const latest = await reader.latest(hashOrigin(origin));
      if (latest !== undefined) anchored.push({ by: `chain ${String(chainId)}`, size: Number(latest.size), root: latest.root });
    }
    return mostOf(anchored);
  } finally {
    reader.close();
  }
}

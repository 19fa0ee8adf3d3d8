import {
  formatVerifierKey,
  LedgerError,
  parseTrustDraft,
  SIGNED_TRUST_MEDIA_TYPE,
  type JsonValue,
  type SourceSignature,
  type TrustedLog,
  type VerifierKey,
  type WitnessPolicy,
} from '@lianpiao/chaincode/domain';
import { timeOfSeconds, windowTexts } from '../crypto/log-key-list';

type JsonRecord = Readonly<Record<string, JsonValue>>;
type Root = Pick<SourceSignature, 'algorithm' | 'publicKey'>;

export interface DraftOptions {
  /** The version before, as JSON; undefined for the first. */
  readonly previous: JsonRecord | undefined;
  /** Of the series; needed for the first version. */
  readonly name: string;
  /** All keys of the own log, with their windows. */
  readonly logs: readonly TrustedLog[];
  /** Whose cosignatures count from now on; those of the version before when absent. */
  readonly policy?: WitnessPolicy;
  /** How many of them; the number before when absent. */
  readonly quorum?: number;
  /** Instead of the roots of the version before. */
  readonly roots?: readonly Root[];
  readonly threshold?: number;
  /** Seconds since 1970. */
  readonly now: number;
  /** For how long a witness that the policy does not name any more still counts. */
  readonly overlapSeconds: number;
}

/**
 * The next version of a trust file, to be signed. Keys of logs and witnesses that were there stay, with their windows.
 * @throws LedgerError when it would be no trust file: without roots, or with a quorum beyond its witnesses.
 */
export function draftTrust(options: DraftOptions): JsonRecord {
  const { previous, name, logs, now } = options;
  const draft = {
    mediaType: SIGNED_TRUST_MEDIA_TYPE,
    name: previous?.['name'] ?? name,
    version: Number(previous?.['version'] ?? 0) + 1,
    issuedAt: timeOfSeconds(now),
    ...rootMembers(options),
    logs: [...otherLogs(previous, logs), ...logs.map(logMember)],
    witnesses: witnessMembers(options),
    quorums: quorumMembers(options),
    anchors: previous?.['anchors'] ?? [],
  };
  parseTrustDraft(draft);
  return draft;
}

function rootMembers({ previous, roots, threshold }: DraftOptions): JsonRecord {
  const members = roots?.map(({ algorithm, publicKey }) => ({ algorithm, publicKey })) ?? membersOf(previous, 'roots');
  if (members.length === 0) throw new LedgerError('FIELD_MISSING', { path: '/roots', wanted: '--root' });
  return { roots: members, threshold: threshold ?? previous?.['threshold'] ?? 1 };
}

function otherLogs(previous: JsonRecord | undefined, logs: readonly TrustedLog[]): JsonRecord[] {
  const own = new Set(logs.map(({ origin }) => origin));
  return membersOf(previous, 'logs').filter(({ origin }) => !own.has(origin as string));
}

function membersOf(previous: JsonRecord | undefined, name: string): JsonRecord[] {
  return (previous?.[name] ?? []) as unknown as JsonRecord[];
}

function logMember(log: TrustedLog): JsonRecord {
  return { origin: log.origin, vkey: vkeyOf(log.key), ...windowTexts(log) };
}

function witnessMembers({ previous, policy, now, overlapSeconds }: DraftOptions): JsonRecord[] {
  const known = membersOf(previous, 'witnesses');
  if (policy === undefined) return known;
  const wanted = [...policy.witnesses.values()].map(({ key }) => vkeyOf(key));
  const kept = known.map((witness) => {
    const leaves = !wanted.includes(witness['vkey'] as string) && witness['until'] === undefined;
    return leaves ? { ...witness, until: timeOfSeconds(now + overlapSeconds) } : witness;
  });
  const fresh = wanted.filter((vkey) => !known.some((witness) => witness['vkey'] === vkey));
  // The first version names witnesses that may have cosigned before there was a trust file.
  const from = previous === undefined ? {} : { from: timeOfSeconds(now) };
  return [...kept, ...fresh.map((vkey) => ({ vkey, ...from }))];
}

/** A change begins a new period: what was cosigned before is judged as it was. */
function quorumMembers({ previous, quorum, now }: DraftOptions): JsonRecord[] {
  const known = membersOf(previous, 'quorums');
  const last = known.at(-1);
  if (last === undefined) return [{ least: quorum ?? 0 }];
  if (quorum === undefined || quorum === last['least']) return known;
  return [...known.slice(0, -1), { ...last, until: timeOfSeconds(now) }, { least: quorum }];
}

function vkeyOf({ name, publicKey, type }: VerifierKey): string {
  return formatVerifierKey(name, publicKey, type);
}

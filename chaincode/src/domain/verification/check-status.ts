import { parseDigest, type Digest } from '../encoding/digest';
import { parseTime } from '../encoding/time';
import { commitmentOf, disclosedDigest, type DisclosedField } from '../record/commitment';
import { rootOfWay, statusKey } from '../status/status-proof';
import {
  parseAxisStatus,
  stateAt,
  STATUS_AXES,
  STATUS_AXIS_NAMES,
  STATUS_FIELDS,
  type StatusAxis,
} from '../status/status-record';
import type { StatusPair } from '../status/status-node';
import { openObject, type ParsedBundle, type ParsedStatus } from './bundle';
import { isCount } from './bundle-form';
import type { ReadProof } from './check-log';
import type { CheckReport } from './check-report';
import type { Leaf } from './parse-leaf';
import { CheckFailure, type StatusSummary, type VerdictResult } from './verdict';

/** What a verifier wants to know of an invoice's status, beside that its proof is right. */
export interface StatusAsk {
  /** Milliseconds since 1970: the age is counted up to here. */
  readonly now: number;
  /** A seal of an older map does not count; without this every age will do. */
  readonly maxAgeSeconds?: number;
  /** Where the invoice has to stand. */
  readonly wanted?: readonly WantedState[];
}

/** An axis has to stand at a state, or must not. */
export interface WantedState {
  readonly axis: StatusAxis;
  readonly is: boolean;
  readonly state: string;
}

/** A bundle whose own parts were read. */
export interface StatusParts {
  readonly bundle: ParsedBundle;
  readonly leaf: Leaf;
  readonly proof: ReadProof;
}

/** A seal and what the verifier found of it. */
export interface JudgedSeal {
  readonly result: VerdictResult;
  readonly leaf: Leaf | undefined;
  readonly proof: ReadProof | undefined;
}

const SEAL_TYPE = 'status.sealed';
const MS_PER_SECOND = 1000;

/**
 * Checks the status that a bundle brings along: docs/formats.md, "Status". Without one there is no such check unless somebody asks.
 * @param judge verifies the seal as the bundle that it is.
 * @returns where the invoice stands; undefined unless the proof holds.
 */
export function reportStatus(
  report: CheckReport,
  parts: StatusParts | undefined,
  ask: StatusAsk | undefined,
  judge: (seal: ParsedBundle) => JudgedSeal,
): StatusSummary | undefined {
  if (parts === undefined) {
    if (ask !== undefined) report.skip('status', 'earlier');
    return undefined;
  }
  const { status } = parts.bundle;
  if (status === undefined && ask === undefined) return undefined;
  let summary: StatusSummary | undefined;
  report.check('status', parts, () => {
    if (status === undefined) throw new CheckFailure('STATUS_LACKING', 'lacking');
    summary = readStatus(parts, status, judge(status.seal));
    if (ask !== undefined) requireAsked(summary, ask);
  });
  return summary;
}

function readStatus({ bundle, leaf, proof }: StatusParts, status: ParsedStatus, seal: JudgedSeal): StatusSummary {
  const { covers, root, time } = readSeal(status.seal, seal, proof);
  if (leaf.type !== 'invoice.issued') throw new CheckFailure('STATUS_WRONG');
  const key = statusKey(bundle.fields.map(disclosedDigest));
  if (status.other?.key === key || rootOfWay(key, pairAt(key, status), status.path) !== root)
    throw new CheckFailure('STATUS_WRONG');
  const axes = axesOf(status.fields, parseTime(time) ?? 0);
  if (proof.index >= covers) throw new CheckFailure('STATUS_NOT_COVERED', 'lacking');
  return { asOf: time, covers, changed: status.fields !== undefined, axes };
}

/** What the seal says. @throws CheckFailure STATUS_SEAL_WRONG; STATUS_SEAL_UNKNOWN (lacking) where trust is missing. */
function readSeal(
  { fields }: ParsedBundle,
  { result, leaf, proof }: JudgedSeal,
  own: ReadProof,
): { readonly covers: number; readonly root: Digest; readonly time: string } {
  const { covers, root } = openObject(fields, 'what') ?? {};
  const digest = parseDigest(root);
  const isRight =
    leaf?.type === SEAL_TYPE && proof?.checkpoint.origin === own.checkpoint.origin && isCount(covers) && digest !== undefined;
  if (result === 'invalid' || !isRight) throw new CheckFailure('STATUS_SEAL_WRONG');
  if (result === 'unknown') throw new CheckFailure('STATUS_SEAL_UNKNOWN', 'lacking');
  return { covers: covers as number, root: digest, time: leaf.time };
}

function pairAt(key: Digest, { fields, other }: ParsedStatus): StatusPair | undefined {
  return fields === undefined ? other : { key, value: commitmentOf(fields.map(disclosedDigest)) };
}

/** The state of every axis that is shown. @throws CheckFailure STATUS_WRONG for fields of another form. */
function axesOf(fields: readonly DisclosedField[] | undefined, at: number): StatusSummary['axes'] {
  if (fields === undefined) return STATUS_AXES;
  const isLaidOut =
    fields.length === STATUS_FIELDS.length &&
    fields.every((field, place) => 'digest' in field || field.name === STATUS_FIELDS[place]);
  if (!isLaidOut) throw new CheckFailure('STATUS_WRONG');
  const axes: Partial<Record<StatusAxis, string>> = {};
  STATUS_AXIS_NAMES.forEach((axis, place) => {
    const field = fields[place] as DisclosedField;
    if ('digest' in field) return;
    const status = parseAxisStatus(field.value);
    if (status === undefined) throw new CheckFailure('STATUS_WRONG');
    axes[axis] = stateAt(axis, status, at);
  });
  return axes;
}

/** @throws CheckFailure STATUS_NOT_AS_ASKED; STATUS_TOO_OLD or STATUS_WITHHELD (lacking). */
function requireAsked({ asOf, axes }: StatusSummary, { now, maxAgeSeconds, wanted = [] }: StatusAsk): void {
  if (wanted.some(({ axis, is, state }) => axes[axis] !== undefined && (axes[axis] === state) !== is))
    throw new CheckFailure('STATUS_NOT_AS_ASKED');
  const age = now - (parseTime(asOf) ?? 0);
  if (maxAgeSeconds !== undefined && age > maxAgeSeconds * MS_PER_SECOND) throw new CheckFailure('STATUS_TOO_OLD', 'lacking');
  if (wanted.some(({ axis }) => axes[axis] === undefined)) throw new CheckFailure('STATUS_WITHHELD', 'lacking');
}

import type { NewFinding } from '@lianpiao/gateway/stores';
import type { FolderSnapshot } from '@lianpiao/gateway/verify';
import type { Heights } from './heights';
import { nameFinding, remembered } from './name-finding';
import { Rotation } from './rotation';
import { sealOf, sealsOf, type SealedRows } from './seals';
import { lookBack, STRETCH_ENTRIES, type LookedAt, type StretchLook } from './stretch-check';
import { DayTotals } from '@lianpiao/gateway/stores';
import { SEALED, type SealedPart, type Seals, type Stretch, type StretchTable } from './stretch-table';

/** Which height tells that a database has grown: its change is then explained. */
const GROWS_WITH: Readonly<Record<SealedPart, keyof Heights>> = {
  ledger: 'ledger',
  payloads: 'ledger',
  index: 'index',
  log: 'log',
};
/** Small neighbours that are joined at a time. */
const JOINED = 32;
/** Missing checkpoints of a stretch that are told, and mended, at a time: a log that was made anew lacks thousands. */
const MAX_TOLD = 16;

type Settle = (scope: string, found: readonly NewFinding[], soundAt: number) => void;

/** Looks again at what was compared before: by its seals, and where one does not hold, by its values. */
export class StretchPatrol {
  readonly #table: StretchTable;
  readonly #settle: Settle;
  readonly #rotations: Readonly<Record<SealedPart, Rotation>> = {
    ledger: new Rotation(),
    payloads: new Rotation(),
    index: new Rotation(),
    log: new Rotation(),
  };
  /** First blocks of the stretches in which something is wrong. */
  readonly #wrong = new Set<number>();
  #background = 1;

  constructor(table: StretchTable, openScopes: readonly string[], settle: Settle) {
    this.#table = table;
    this.#settle = settle;
    for (const scope of openScopes) if (scope.startsWith(SCOPE)) this.#wrong.add(Number(scope.slice(SCOPE.length)));
  }

  get isGoing(): boolean {
    return SEALED.some((part) => this.#rotations[part].next !== undefined);
  }

  get isUrgent(): boolean {
    return SEALED.some((part) => this.#rotations[part].urgent);
  }

  /** @param soundAt when the databases were last seen unchanged. */
  changed(parts: readonly SealedPart[], before: Heights, after: Heights, now: number, soundAt: number): void {
    for (const part of parts) {
      const grown = after[GROWS_WITH[part]] > before[GROWS_WITH[part]];
      this.#rotations[part].changed(now, soundAt, grown);
    }
  }

  /** Goes round as long as the time allows; when nothing has changed, one stretch further. */
  look(look: StretchLook, until: number): void {
    if (!this.isGoing) this.#patrol(look);
    for (const part of [...SEALED].sort((left, right) => this.#rank(left) - this.#rank(right))) this.#round(part, look, until);
  }

  #rank(part: SealedPart): number {
    return this.#rotations[part].urgent ? 0 : 1;
  }

  #round(part: SealedPart, look: StretchLook, until: number): void {
    const rotation = this.#rotations[part];
    while (rotation.next !== undefined && performance.now() < until) {
      const stretch = this.#table.from(rotation.next);
      if (stretch === undefined) {
        rotation.finished(look.now);
        return;
      }
      this.#visit(stretch, [part], look, Math.max(rotation.unknownSince ?? look.now, stretch.verifiedAt));
      rotation.next = stretch.end.number + 1;
    }
  }

  #patrol(look: StretchLook): void {
    const stretch = this.#table.from(this.#background);
    this.#background = stretch === undefined ? 1 : stretch.end.number + 1;
    if (stretch !== undefined) this.#visit(stretch, SEALED, look, stretch.verifiedAt);
  }

  #visit(stretch: Stretch, parts: readonly SealedPart[], look: StretchLook, soundAt: number): void {
    const rows = rowsOf(stretch);
    const holds = parts.every((part) => sealOf(part, look.snapshot, rows) === stretch.seals[part]);
    if (!holds || this.#wrong.has(stretch.firstBlock)) this.#compare(stretch, look, soundAt);
  }

  #compare(stretch: Stretch, look: StretchLook, soundAt: number): void {
    const looked = lookBack(look, this.#table.startOf(stretch), stretch);
    // As far as the chain holds: behind that nothing was compared.
    const reached = stretch.checkpoints.filter((size) => size <= looked.result.end.length);
    const lacking = reached.filter((size) => !looked.stretch.checkpoints.includes(size));
    const found = [
      ...looked.result.findings.map(nameFinding),
      ...replacedBlocks(stretch, looked),
      ...(look.snapshot.log === undefined
        ? []
        : lacking.slice(0, MAX_TOLD).map((size) => remembered('checkpoint-missing', { size }))),
    ];
    this.settleStretch(stretch.firstBlock, found, soundAt);
    if (looked.result.end.length === stretch.end.length)
      this.#table.renew(renewed(stretch, looked.stretch, lacking.length === 0));
  }

  /** Takes in what is wrong in a stretch; nothing, when all of it is right. */
  settleStretch(firstBlock: number, found: readonly NewFinding[], soundAt: number): void {
    if (found.length > 0) this.#wrong.add(firstBlock);
    else this.#wrong.delete(firstBlock);
    this.#settle(`${SCOPE}${String(firstBlock)}`, found, soundAt);
  }

  /** Joins the small stretches at the end, when all of them are as they were found right. */
  joinSmall(snapshot: FolderSnapshot): void {
    const parts: Stretch[] = [];
    let entries = 0;
    for (const stretch of this.#table.tail(JOINED * 2)) {
      entries += stretch.end.length - stretch.first;
      if (entries > STRETCH_ENTRIES || !this.#isJoinable(stretch)) break;
      parts.unshift(stretch);
    }
    if (parts.length < JOINED || !parts.every((part) => sameSeals(sealsOf(snapshot, rowsOf(part)), part.seals))) return;
    this.#table.replace(parts, joined(parts, snapshot));
  }

  #isJoinable({ firstBlock, seals }: Stretch): boolean {
    return !this.#wrong.has(firstBlock) && SEALED.every((part) => seals[part] !== null);
  }
}

const SCOPE = 'stretch/';

function rowsOf({ firstBlock, first, end }: Stretch): SealedRows {
  return { firstBlock, lastBlock: end.number, first, end: end.length };
}

/** Blocks never change: when all values are right and it is another block all the same, somebody with the keys wrote it. */
function replacedBlocks(before: Stretch, { stretch, result }: LookedAt): NewFinding[] {
  const known = before.seals.ledger;
  const found = result.findings.some(({ part }) => part === 'blocks' || part === 'references' || part === 'acts');
  if (found || known === null || stretch.seals.ledger === known) return [];
  return [remembered('block-replaced', { block: before.firstBlock, to: before.end.number, sequence: before.first })];
}

/** What a second look leaves: new seals where a change was a right one, the old ones where it was not. */
function renewed(before: Stretch, now: Stretch, allCheckpoints: boolean): Stretch {
  const seals: Seals = {
    ledger: before.seals.ledger ?? now.seals.ledger,
    payloads: now.seals.payloads ?? before.seals.payloads,
    index: now.seals.index ?? before.seals.index,
    log: allCheckpoints ? (now.seals.log ?? before.seals.log) : before.seals.log,
  };
  const checkpoints = allCheckpoints ? now.checkpoints : before.checkpoints;
  return { ...now, end: before.end, seals, checkpoints };
}

function sameSeals(left: Seals, right: Seals): boolean {
  return SEALED.every((part) => left[part] === right[part]);
}

function joined(parts: readonly Stretch[], snapshot: FolderSnapshot): Stretch {
  const [first, last] = [parts[0] as Stretch, parts.at(-1) as Stretch];
  const totals = new DayTotals();
  for (const part of parts) totals.merge(part.totals);
  const rows = { ...rowsOf(last), firstBlock: first.firstBlock, first: first.first };
  return {
    firstBlock: first.firstBlock,
    first: first.first,
    end: last.end,
    checkpoints: parts.flatMap(({ checkpoints }) => checkpoints),
    seals: sealsOf(snapshot, rows),
    totals: totals.lines(),
    verifiedAt: Math.min(...parts.map(({ verifiedAt }) => verifiedAt)),
  };
}

/** The parts of a data folder, in the order in which they are told. */
export const PARTS = ['blocks', 'references', 'state', 'acts', 'payloads', 'index', 'log'] as const;
export type Part = (typeof PARTS)[number];

/** What is wrong with a record: stable words, most of them one check each. */
export type Cause =
  | 'storage-damaged'
  | 'header-malformed'
  | 'header-changed'
  | 'order-wrong'
  | 'block-missing'
  | 'blocks-missing-at-end'
  | 'link-broken'
  | 'position-wrong'
  | 'time-wrong'
  | 'operator-signature-wrong'
  | 'entries-changed'
  | 'entry-malformed'
  | 'entry-refused'
  | 'transactions-changed'
  | 'transactions-malformed'
  | 'transaction-key-unknown'
  | 'transaction-signature-wrong'
  | 'reference-bits-wrong'
  | 'state-differs'
  | 'act-differs'
  | 'act-missing'
  | 'act-extra'
  | 'payload-unreadable'
  | 'payload-differs'
  | 'payload-lost'
  | 'index-row-differs'
  | 'index-row-missing'
  | 'index-row-extra'
  | 'tile-differs'
  | 'tile-missing'
  | 'tile-truncated'
  | 'tile-extra'
  | 'checkpoint-malformed'
  | 'checkpoint-signature-wrong'
  | 'checkpoint-root-wrong';

/** Where a bad record stands: whatever of these names it. */
export interface Place {
  readonly block?: number;
  readonly sequence?: number;
  /** Last sequence, when a span of entries is meant. */
  readonly to?: number;
  /** Invoice number. */
  readonly number?: string;
  /** Key of the ledger's state. */
  readonly key?: string;
  /** Hash tile, `level/index`. */
  readonly tile?: string;
  /** Size of a checkpoint. */
  readonly size?: number;
}

/** The first bad record of a part. */
export interface Finding {
  readonly part: Part;
  readonly cause: Cause;
  readonly place: Place;
  /** What was found, in one line; never personal data. */
  readonly detail?: string;
  readonly repair: { readonly en: string; readonly zh: string };
}

/** `unknown`: something needed was not at hand; `skipped`: not asked for, or not there and not needed. */
export type PartResult = 'ok' | 'bad' | 'unknown' | 'skipped';

export interface PartReport {
  readonly part: Part;
  readonly result: PartResult;
  /** How many records were checked: blocks, entries, keys, acts, records, rows, tiles. */
  readonly checked: number;
  readonly finding?: Finding;
  /** Why the part is unknown or skipped. */
  readonly why?: string;
}

export interface LedgerReport {
  readonly result: 'ok' | 'bad' | 'unknown';
  /** Blocks and entries whose replay held. */
  readonly blocks: number;
  readonly entries: number;
  /** Entries whose content was erased, with the act that says so. */
  readonly erased: number;
  /** Entries with such an act whose content is there all the same: erase them again. */
  readonly erasuresPending: number;
  /** For the mirror of a Fabric channel: no signature of a caller is here to be checked, the channel's blocks have them. */
  readonly mirrored?: boolean;
  /** What a comparison of a mirror with its peer's blocks gave: how many headers are equal, and the first that is not. */
  readonly compared?: { readonly same: number; readonly differs?: number };
  readonly milliseconds: number;
  readonly parts: readonly PartReport[];
}

const RESTORE = {
  en: 'restore the folder from a backup; a ledger is never repaired automatically',
  zh: '请从备份恢复数据目录；账本绝不自动修复',
};
const RESTORE_TABLE = {
  en: 'stop the gateway and restore ledger.db from a backup: this table is written together with the chain',
  zh: '请停止网关并从备份恢复 ledger.db：此表与区块同时写入',
};

/** What to do about a bad record of each part. */
export const REPAIR: Readonly<Record<Part, Finding['repair']>> = {
  blocks: RESTORE,
  references: RESTORE_TABLE,
  state: RESTORE_TABLE,
  acts: RESTORE_TABLE,
  payloads: {
    en: 'restore payloads.db from a backup; it cannot be made again from the ledger',
    zh: '请从备份恢复 payloads.db；它无法由账本重建',
  },
  index: {
    en: 'derived data, rebuild: stop gateway and workers, delete index.db, start them; the workers fill it again',
    zh: '派生数据，可重建：停止网关和工作进程，删除 index.db 后重启，工作进程会重新生成',
  },
  log: {
    en: 'derived data, rebuild: stop gateway and workers, delete log.db, start them; keep the old file as evidence, since served checkpoints must stay true',
    zh: '派生数据，可重建：停止网关和工作进程，删除 log.db 后重启；请保留旧文件作为证据',
  },
};

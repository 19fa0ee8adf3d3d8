/**
 * What a monitor raises the alarm for. `signature-wrong`: the checkpoint is not by the log's key; `rollback`: the log has
 * become shorter; `split-view`: it does not contain what was seen before; `root-wrong`: the entries do not give the signed
 * root; `tile-wrong`: a tile does not hold what the entries give; `malformed`: what is served is no log at all.
 */
export type AlarmKind = 'signature-wrong' | 'rollback' | 'split-view' | 'root-wrong' | 'tile-wrong' | 'malformed';

/** The log did what no log may do. */
export class LogAlarm extends Error {
  constructor(
    readonly kind: AlarmKind,
    readonly facts: Readonly<Record<string, string>>,
  ) {
    super(kind);
    this.name = 'LogAlarm';
  }
}

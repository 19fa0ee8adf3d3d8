/**
 * What a monitor raises the alarm for. `signature-wrong`: the checkpoint is not by the log's key; `rollback`: the log has
 * become shorter; `split-view`: it does not contain what was seen before; `root-wrong`: the entries do not give the signed
 * root; `tile-wrong`: a tile does not hold what the entries give; `malformed`: what is served is no log at all; `status-wrong`: a seal of the map of
 * statuses is not what its changes make, or is not shown; `status-stale`: what happened to invoices is not sealed.
 */
export type AlarmKind =
  'signature-wrong' | 'rollback' | 'split-view' | 'root-wrong' | 'tile-wrong' | 'malformed' | 'status-wrong' | 'status-stale';

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

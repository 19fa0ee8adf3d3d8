import type { Digest } from '../encoding/digest';

/** How far the receipts of a grant are signed: by the provider, and of those answered by the consumer. */
export type ReceiptsState = { readonly provided: number; readonly answered: number };

/** A batch of receipts in the ledger's state; without `answer` the consumer's half is missing. */
export type ReceiptBatchState = {
  readonly count: number;
  readonly root: Digest;
  readonly answer?: 'acknowledged' | 'disputed';
};

/** A query template: its newest version, and whether that may run. */
export type TemplateState = {
  readonly resource: string;
  readonly version: number;
  readonly status: 'approved' | 'withdrawn';
};

/** What the provider said about the export of a run's result: a permit, unless it is refused. */
export type ExportState = { readonly grant: string; readonly result: Digest; readonly refused?: true };

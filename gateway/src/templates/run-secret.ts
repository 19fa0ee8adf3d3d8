import type { StoredRun } from '../stores/run-table';
import type { AskedSelection } from './selection';
import type { Release } from './template';

/** What only the parties of a run may see: what was selected, what was found, and how that leaves. */
export interface RunSecret {
  readonly selection: AskedSelection | null;
  readonly answer: string;
  readonly release: Release;
}

export function secretOf({ secret }: Pick<StoredRun, 'secret'>): RunSecret {
  return JSON.parse(secret) as RunSecret;
}

export function releaseOf(run: Pick<StoredRun, 'secret'>): Release {
  return secretOf(run).release;
}

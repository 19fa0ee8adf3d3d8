import type { AuditStore } from '../stores/audit-store';
import type { ReceiptHead, ReceiptTable } from '../stores/receipt-table';

const HOUR_MS = 3600_000;
const MINUTE_MS = 60_000;
/** The hours that an hour is compared with. */
const LOOK_BACK_HOURS = 7 * 24;
/** Rows of an hour that are unusual whatever came before are many times the most of any hour, and no small number. */
const TIMES_THE_MOST = 5;
const LEAST_ROWS = 1000;
const REFUSALS = 20;
const REFUSALS_WITHIN_MS = 10 * MINUTE_MS;
/** Entries of the audit log, the newest, that are looked at for refusals. */
const RECENT = 5000;
/** Grants that are looked at for one caller. */
const GRANTS = 1000;

/** Use that its provider should look at. */
export interface UsageAlert {
  readonly grant: string;
  readonly provider: string;
  readonly consumer: string;
  readonly kind: 'refusals' | 'volume';
  /** Rows of this hour, or refusals of the last ten minutes. */
  readonly found: number;
  /** What would not have been unusual. */
  readonly usual: number;
}

/** Finds unusual use in the audit log itself: nothing is kept, so nothing can be missing or stale. */
export class UsageAlerts {
  readonly #audit: AuditStore;
  readonly #receipts: ReceiptTable;
  readonly #clock: () => number;

  constructor(audit: AuditStore, receipts: ReceiptTable, clock: () => number) {
    this.#audit = audit;
    this.#receipts = receipts;
    this.#clock = clock;
  }

  /** @param provider whose data is looked at; everybody's when undefined. */
  list(provider: string | undefined): UsageAlert[] {
    const heads = this.#receipts
      .heads(provider, '', GRANTS)
      .filter((head) => provider === undefined || head.provider === provider);
    return [...heads.flatMap((head) => this.#volume(head)), ...this.#refusals(provider)];
  }

  /** This hour against the busiest one of the days before; a grant's first hours have nothing to be compared with. */
  #volume({ grant, provider, consumer }: ReceiptHead): UsageAlert[] {
    const now = Math.floor(this.#clock() / HOUR_MS);
    const hours = this.#receipts.hours(grant, (now - LOOK_BACK_HOURS) * HOUR_MS);
    const found = hours.find(({ hour }) => hour === now)?.rows ?? 0;
    const before = hours.filter(({ hour }) => hour < now).map(({ rows }) => rows);
    const usual = Math.max(LEAST_ROWS, TIMES_THE_MOST * Math.max(0, ...before));
    if (before.length === 0 || found <= usual) return [];
    return [{ grant, provider, consumer, kind: 'volume', found, usual }];
  }

  /** Whoever is refused again and again under a grant tries something, whether it ever read or not. */
  #refusals(of: string | undefined): UsageAlert[] {
    const since = this.#clock() - REFUSALS_WITHIN_MS;
    const found = new Map<string, { alert: Omit<UsageAlert, 'found'>; found: number }>();
    for (const { outcome, time, grant, provider, organisation: consumer } of this.#audit.newest(RECENT)) {
      if (outcome !== 'refused' || grant === undefined || provider === undefined || Date.parse(time) < since) continue;
      if (of !== undefined && provider !== of) continue;
      const key = JSON.stringify([grant, consumer]);
      const known = found.get(key) ?? { alert: { grant, provider, consumer, kind: 'refusals', usual: REFUSALS - 1 }, found: 0 };
      found.set(key, { ...known, found: known.found + 1 });
    }
    return [...found.values()]
      .filter((one) => one.found >= REFUSALS)
      .map(({ alert, found: times }) => ({ ...alert, found: times }));
  }
}

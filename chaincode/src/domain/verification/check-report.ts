import { FAILS, HOLDS, SKIPPED } from './check-texts';
import {
  CHECK_IDS,
  CheckFailure,
  type BundleSummary,
  type Check,
  type CheckId,
  type Verdict,
  type VerdictReason,
  type VerdictResult,
} from './verdict';

/** Every bundle has the same few outcomes, and a program may verify ten thousand in a second: they are made once. */
const HELD = Object.fromEntries(CHECK_IDS.map((id) => [id, Object.freeze({ id, ok: true, ...HOLDS[id] })])) as Record<
  CheckId,
  Check
>;

/** Collects the outcomes of checks, each with the right sentence. */
export class CheckReport {
  private readonly checks: Check[] = [];
  private readonly failures: CheckFailure[] = [];

  /**
   * Makes a check on what earlier ones gave; undefined when it fails, and skipped when `needed` is undefined because an
   * earlier one failed. Anything but a CheckFailure is a fault of ours and goes through.
   * @param instead why a check counts as not made although nothing was wrong.
   */
  check<Needed, Found>(
    id: CheckId,
    needed: Needed | undefined,
    run: (needed: Needed) => Found,
    instead?: (found: Found) => keyof typeof SKIPPED | undefined,
  ): Found | undefined {
    if (needed === undefined) {
      this.skip(id, 'earlier');
      return undefined;
    }
    try {
      const found = run(needed);
      const why = instead?.(found);
      if (why === undefined) this.checks.push(HELD[id]);
      else this.skip(id, why);
      return found;
    } catch (error) {
      if (!(error instanceof CheckFailure)) throw error;
      this.failures.push(error);
      this.checks.push({ id, ok: false, ...FAILS[error.reason] });
      return undefined;
    }
  }

  /** Notes a check that is not made. */
  skip(id: CheckId, why: keyof typeof SKIPPED): void {
    this.checks.push({ id, ok: 'skipped', ...SKIPPED[why] });
  }

  /** The first thing proven wrong decides; then the first lack of trust; otherwise all holds. */
  verdict(summary: BundleSummary): Verdict {
    const failure = this.failures.find(({ kind }) => kind === 'wrong') ?? this.failures[0];
    if (failure === undefined) return this.result('valid', summary);
    return this.result(failure.kind === 'wrong' ? 'invalid' : 'unknown', summary, failure.reason);
  }

  private result(result: VerdictResult, summary: BundleSummary, reason?: VerdictReason): Verdict {
    const { checks } = this;
    return reason === undefined ? { result, checks, summary } : { result, checks, summary, reason };
  }
}

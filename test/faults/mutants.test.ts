import { runKills } from './kill-run';
import { MUTANTS } from './mutants';

/** In every run of the suite these two; `./scripts/faults mutants` breaks the build in more ways. */
const NAMES = ['answers-early', 'no-duplicate-check'];

describe('the kill test finds builds that are broken on purpose', () => {
  it.each(MUTANTS.filter(({ name }) => NAMES.includes(name)))(
    'a build that $what',
    async ({ apply, caughtBy }) => {
      // So many that a build which loses something at every second kill of what serves is as good as always found.
      const summary = await runKills({ kills: 24, seed: 16, rate: 500, settleMs: 5000, samples: 100, change: apply });
      // One of the checks that are about this very mistake, not just any.
      expect(summary.caughtBy.filter((check) => caughtBy.includes(check))).not.toEqual([]);
    },
    300_000,
  );
});

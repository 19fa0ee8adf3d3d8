import { runKills, tableOf } from './kill-run';

describe('kill -9 of gateway, serving processes, workers and Redis under load', () => {
  it('loses nothing, doubles nothing and completes every receipt: 10 seeded kills', async () => {
    const summary = await runKills({ kills: 10, seed: 20, rate: 500, samples: 500 });
    // Shown with the results, whatever they are.
    process.stdout.write(`${tableOf(summary)}\n`);
    expect(summary.violations).toEqual([]);
    expect(summary.told.invoices).toBeGreaterThan(1000);
    expect(summary.told.conflicts).toBeGreaterThan(20);
    expect(summary.ledger.invoices).toBe(summary.told.invoices);
    expect(summary.proofsVerified).toBe(500);
  }, 300_000);
});

import { runFabricFaults } from '../faults/fabric/fabric-run';
import { tableOf } from '../faults/fabric/report';

describe('a Fabric network that loses its parts under load', () => {
  it('loses no invoice, doubles none, tells everybody the same, and serves again', async () => {
    const summary = await runFabricFaults({ seed: 5, rate: 30, awayMs: 8000, say: (text) => process.stdout.write(`${text}\n`) });
    // Shown with the results, whatever they are.
    process.stdout.write(`${tableOf(summary)}\n`);
    expect(summary.violations).toEqual([]);
    expect(summary.invoices).toBe(summary.sales);
    expect(summary.sales).toBeGreaterThan(1000);
  }, 600_000);
});

import { cpus, loadavg } from 'node:os';
import type { FabricFaultSummary } from './fabric-run';

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

/** What each fault did, in Markdown. */
export function tableOf({ rows }: Pick<FabricFaultSummary, 'rows'>): string {
  const columns = [
    ...['fault', 'away', 'sales meanwhile', 'without an invoice at first', 'longest wait'],
    ...['full service without mending', 'full service after the mending began'],
  ];
  const cells = rows.map(({ what, awayMs, sales, unanswered, longestMs, aloneMs, mendedMs }) => [
    ...[what, seconds(awayMs), String(sales), String(unanswered), seconds(longestMs)],
    ...[aloneMs === undefined ? 'no' : seconds(aloneMs), seconds(mendedMs)],
  ]);
  return [columns, columns.map(() => '---'), ...cells].map((line) => `| ${line.join(' | ')} |`).join('\n');
}

export interface ReportFacts {
  readonly seed: number;
  readonly rate: number;
  /** YYYY-MM-DD. */
  readonly day: string;
}

/** The page docs/faults-fabric.md. */
export function reportOf(summary: FabricFaultSummary, { seed, rate, day }: ReportFacts): string {
  const { sales, resent, invoices, blocks, violations } = summary;
  return `# Faults of a Fabric network

Written by \`./scripts/faults fabric\`; \`test/fabric/faults.test.ts\` does the same with peers that are away for seconds.

Three orderers, three peers, three chaincode processes, a gateway with workers that is connected to the bureau's peer. Six
tills of two sellers sell, one after another, ${String(rate)} times a second, whatever happens; a request that got no invoice is sent again after a
second, twice, and every request once more at the end. Then every sale has exactly one invoice, the one that its client was
told of, in the same bytes each time; \`lianpiao ledger verify\` agrees; and the gateway's mirror is, to the byte (headers,
entries, state, records), what a new one gives that is made from block 0 of the bureau's peer, and of the sellers'.

"Full service": all sales from then on got their invoice within 3 s at the first asking. "Mending" is \`./scripts/fabric up\`
(for the gateway, its start), and its own time is in the figure; so is the peer's start.

${day}, Node ${process.version}, ${String(cpus().length)} virtual CPUs for everything, load average of the last 15 minutes ${(loadavg()[2] ?? 0).toFixed(1)}; seed ${String(seed)}.

${tableOf(summary)}

| what | value |
| --- | --- |
| sales / invoices in the ledger | ${String(sales)} / ${String(invoices)} |
| sales that only the repetition at the end gave an answer | ${String(resent)} |
| blocks of the mirror | ${String(blocks)} |
| lost, doubled, or told otherwise | ${violations.length === 0 ? 'none' : String(violations.length)} |
`;
}

// Says how the network of a folder is: a line for every process.
import { query } from './chaincode-lifecycle.mjs';
import { readMetrics } from './operations.mjs';
import { pidOf } from './processes.mjs';

/** @returns rows, and whether everything runs and can be reached. */
export async function status(plan, binaries) {
  const { folder } = plan;
  const orderers = plan.orderers.map(async (node) => {
    const metrics = await readMetrics(folder, node);
    const part = metrics?.consensus_etcdraft_is_leader === 1 ? 'leader' : 'follower';
    const height = metrics?.consensus_etcdraft_committed_block_number;
    return row(folder, node, metrics !== undefined, height === undefined ? '' : height + 1, metrics === undefined ? '' : part);
  });
  const peers = plan.peers.map(async (node) => {
    const metrics = await readMetrics(folder, node);
    return row(folder, node, metrics !== undefined, metrics?.ledger_blockchain_height ?? '', '');
  });
  const chaincodes = plan.peers.map(async (peer) => {
    const reached = await query({ folder, peer, binaries }).then(
      () => true,
      () => false,
    );
    return row(folder, peer.chaincode, reached, '', reached ? 'reachable' : 'not reachable');
  });
  const rows = await Promise.all([...orderers, ...peers, ...chaincodes]);
  return { rows, isWell: rows.every(({ isWell }) => isWell) };
}

function row(folder, { name, port }, answers, height, note) {
  const pid = pidOf(folder, name);
  return {
    name,
    pid: pid ?? '-',
    port,
    height,
    note: pid === undefined ? 'not running' : note,
    isWell: pid !== undefined && answers,
  };
}

/** The rows as a table. */
export function table(rows) {
  const columns = ['name', 'pid', 'port', 'height', 'note'];
  const cells = [columns, ...rows.map((row) => columns.map((column) => String(row[column])))];
  const widths = columns.map((_, index) => Math.max(...cells.map((line) => line[index].length)));
  return cells
    .map((line) =>
      line
        .map((cell, index) => cell.padEnd(widths[index]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

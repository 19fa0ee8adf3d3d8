/** The demonstration's Fabric network: started when none runs, and then ended with us. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { createRequire } from 'node:module';

const services = createRequire(import.meta.url)('./services.cjs');

/** Whoever issues for the sellers on Fabric: they delegate to it when they are registered. */
export const OPERATOR = {
  role: 'platform',
  organisation: 'operator',
  party: { name: '链票开票平台有限公司', taxId: '91440300MA5DEMQR08' },
};

function fabric(command, folder, { quiet = false } = {}) {
  const result = spawnSync(path.join(services.ROOT, 'scripts/fabric'), [command, '--data', folder], {
    stdio: ['ignore', quiet ? 'ignore' : 'inherit', quiet ? 'ignore' : 'inherit'],
  });
  return result.status === 0;
}

/**
 * Sees to it that the network of a folder runs.
 * @returns settings for gateway and workers; `folder` keeps what this gateway knows of the network, since it is worth
 * nothing on another one.
 */
export function startFabric(data, running) {
  const folder = path.join(data, 'fabric');
  if (!fabric('status', folder, { quiet: true })) {
    running.push({ stop: () => Promise.resolve(fabric('down', folder, { quiet: true })) });
    if (!fabric('up', folder)) throw new Error('the Fabric network does not start');
  }
  return {
    folder: path.join(folder, 'gateway'),
    env: { LIANPIAO_LEDGER: 'fabric', LIANPIAO_FABRIC_NETWORK: path.join(folder, 'network.json') },
  };
}

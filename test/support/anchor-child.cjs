/**
 * A worker's process that anchors until a size is confirmed, or kills itself at one of its commit points. Its argument is
 * JSON: folder, origin, holder, target size, settings, node, key, and `dieAt` (0, 1, 2 …; -1: never).
 */
const { EthersAnchorChain } = require('@lianpiao/contracts');
const { AnchorStore, LogStore, installNativeHasher } = require('@lianpiao/gateway/stores');
const { Anchorer } = require('@lianpiao/workers');
const { pino } = require('pino');

const LEASE_MS = 400;
const PAUSE_MS = 20;
const { folder, origin, holder, target, settings, node, privateKey, dieAt } = JSON.parse(process.argv[2]);

let point = 0;
function passPoint(name) {
  if (point === dieAt) {
    process.stdout.write(name);
    process.kill(process.pid, 'SIGKILL');
  }
  point += 1;
}

/** The object with points before and after each of these methods. */
function withPoints(object, names) {
  for (const name of names) {
    const method = object[name].bind(object);
    object[name] = (...values) => {
      passPoint(`before ${name}`);
      const result = method(...values);
      if (typeof result?.then !== 'function') {
        passPoint(`after ${name}`);
        return result;
      }
      return result.then((value) => {
        passPoint(`after ${name}`);
        return value;
      });
    };
  }
  return object;
}

async function main() {
  installNativeHasher();
  const chain = new EthersAnchorChain({ ...node, chainId: BigInt(settings.chainId), contract: settings.contract, privateKey });
  const store = new AnchorStore(folder);
  const outbox = store.writer({ account: chain.account, chainId: settings.chainId, holder });
  const anchorer = new Anchorer({
    chain: withPoints(chain, ['broadcast']),
    outbox: withPoints(outbox, ['sign', 'sent', 'confirm']),
    ...{ log: new LogStore(folder), origin, clock: Date.now, logger: pino({ level: 'silent' }), leaseMs: LEASE_MS },
    settings: { ...settings, feeCap: { maxFeePerGas: 10n ** 11n, maxPriorityFeePerGas: 10n ** 10n } },
  });
  while (store.newest()?.size !== target) {
    await anchorer.look();
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  anchorer.stop();
  process.exit(0);
}

main().catch((error) => {
  process.stderr.write(error.stack);
  process.exit(1);
});

import type { WitnessPolicy } from '@lianpiao/chaincode/domain';
import { installKeys, installNativeHasher, LogKeyRing } from '@lianpiao/gateway/stores';
import {
  AnchorStore,
  CutStore,
  DirectoryStore,
  IndexStore,
  LogStore,
  openSharedStores,
  PolicyFile,
  PayloadStore,
  readWitnessPolicy,
} from '@lianpiao/gateway/stores';
import { startTracing, TraceNotes } from '@lianpiao/gateway/queue';
import { BlockStore, EmbeddedLedgerReader } from '@lianpiao/gateway/ledger';
import { pino } from 'pino';
import { followAnchoring } from './anchoring/anchor-worker';
import { readConfig } from './config';
import { openDeliverer } from './delivery/open-deliverer';
import { follow } from './follow';
import { indexDirectory } from './indexing/index-directory';
import { QuietIndexer } from './indexing/index-when-quiet';
import { Sharer } from './indexing/sharer';
import { connectRedis, refuseUnsafeRedis } from './redis';
import { startReconciliation } from './reconciliation/start';
import { LogSealer } from './sealing/log-sealer';
import { TraceChain } from './watching/trace-chain';
import { traceSealing } from './watching/trace-sealing';
import { serveMetrics } from './watching/serve-metrics';
import { WorkerMetrics } from './watching/worker-metrics';
import { LogWitnesses } from './witnessing/log-witnesses';

async function main(): Promise<void> {
  const config = readConfig();
  const logger = pino({ level: config.logLevel, base: { room: 'workers' } });
  installNativeHasher();
  installKeys(config.keys);
  const connection = connectRedis(config.redisUrl);
  await refuseUnsafeRedis(connection);

  const folder = config.dataFolder;
  const ledger = new EmbeddedLedgerReader(new BlockStore(folder));
  const payloads = new PayloadStore(folder);
  const [index, cuts] = [new IndexStore(folder), new CutStore(folder)];
  const policy = readWitnessPolicy(config.witnessPolicyFile);
  const log = new LogStore(folder, policy !== undefined);
  const logKeys = new LogKeyRing(folder, config.logOrigin);
  const sealer = new LogSealer(ledger, log, logKeys, Date.now);
  const onFault = (err: unknown): void => logger.error({ err }, 'the witness policy was changed and cannot be used');
  const policyFile = policy && new PolicyFile(config.witnessPolicyFile as string, policy, onFault);
  const witnesses =
    policyFile && witnessesOf(policyFile, (wanted) => new LogWitnesses({ log, policy: wanted, clock: Date.now, logger }));

  const directory = new DirectoryStore(folder);
  const indexer = new QuietIndexer(ledger, payloads, index, cuts);

  const shared = openSharedStores(config.databaseUrl, folder);
  const sharer = shared && new Sharer({ ledger, payloads, index, shared });

  const deliverer = openDeliverer({ folder, ledger, payloads, index, settings: config.webhooks, logger });

  const anchors = new AnchorStore(folder);
  const reconciliation = startReconciliation({
    folder,
    ledger,
    payloads,
    index,
    logKeys,
    logger,
    anchors,
    anchoring: config.anchoring,
  });
  const metrics = new WorkerMetrics();
  const options = { connection, prefix: config.queuePrefix, tickMs: config.tickMs, logger, metrics };
  const tracing = startTracing('lianpiao-workers', config.traces);
  const chain = tracing && new TraceChain(tracing, new TraceNotes(connection, config.queuePrefix));
  const followers = [
    follow(
      'seal',
      traceSealing(() => sealAndCosign(sealer, witnesses?.()), log, chain),
      options,
    ),
    follow('index', () => indexer.look(), { ...options, isDue: () => indexer.isDue() }),
    follow('directory', () => indexDirectory(ledger, payloads, directory), options),
    follow('deliver', () => deliverer.look(), options),
    followAnchoring(config, log, anchors, options, chain),
    follow('reconcile', () => reconciliation.look(), options),
    ...(sharer === undefined ? [] : [follow('share', () => sharer.look(), options)]),
  ];
  const watching = config.watching && (await serveMetrics(metrics, connection, config.watching));
  logger.info({ folder, origin: config.logOrigin }, 'workers follow the ledger');

  const stop = async (): Promise<void> => {
    watching?.close();
    await Promise.all(followers.map((follower) => follower.close()));
    await deliverer.close();
    await reconciliation.close();
    await shared?.close();
    await tracing?.close();
    connection.disconnect();
    for (const store of [ledger, payloads, index, cuts, directory, log, anchors]) store.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

/** The witnesses of the policy as it is now. */
function witnessesOf(file: PolicyFile, open: (policy: WitnessPolicy) => LogWitnesses): () => LogWitnesses {
  let policy = file.current();
  let witnesses = open(policy);
  return () => {
    if (file.current() !== policy) {
      policy = file.current();
      witnesses = open(policy);
    }
    return witnesses;
  };
}

/** The witnesses see a checkpoint as soon as it is sealed. */
async function sealAndCosign(sealer: LogSealer, witnesses: LogWitnesses | undefined): Promise<number> {
  const size = sealer.seal();
  await witnesses?.cosign();
  return size;
}

main().catch((error: unknown) => {
  pino().fatal(error, 'workers do not start');
  process.exit(1);
});

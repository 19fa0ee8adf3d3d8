/**
 * A serving process with or without the audit entry of each check: the same otherwise. As in a gateway it is a worker of a primary, which
 * only hands it connections: then the database's log is brought into the database by the instance's own primary.
 */
import cluster from 'node:cluster';
import { createServer as createHttpServer } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { services } from './instance.mjs';

if (cluster.isPrimary) {
  const worker = cluster.fork();
  worker.on('listening', () => process.stdout.write('ready\n'));
  worker.on('exit', (code) => process.exit(code ?? 0));
  process.on('SIGTERM', () => worker.process.kill());
} else {
  serve(JSON.parse(process.argv[2]));
}

function serve({ port, audited }) {
  const require = createRequire(import.meta.url);
  const load = (file) => require(path.join(services.ROOT, 'gateway/dist', file));
  load('crypto/native-hasher.js').installNativeHasher();
  const logger = createRequire(path.join(services.ROOT, 'gateway/package.json'))('pino').pino({ level: 'warn' });
  const gateway = load('gateway.js').createGateway(load('config.js').readConfig(), logger);
  if (audited) gateway.sharing.sealer.start();
  else gateway.sharing.audit.append = (facts) => Promise.resolve({ ...facts, sequence: 0, time: '', previous: '' });
  createHttpServer(load('server.js').createServer(gateway)).listen(port, '127.0.0.1');
}

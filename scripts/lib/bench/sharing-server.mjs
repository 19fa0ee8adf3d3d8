/** A serving process with or without the audit entry of each check: the same otherwise. */
import { createServer as createHttpServer } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { services } from './instance.mjs';

const require = createRequire(import.meta.url);
const load = (file) => require(path.join(services.ROOT, 'gateway/dist', file));
const { port, audited } = JSON.parse(process.argv[2]);

load('crypto/native-hasher.js').installNativeHasher();
const logger = createRequire(path.join(services.ROOT, 'gateway/package.json'))('pino').pino({ level: 'warn' });
const gateway = load('gateway.js').createGateway(load('config.js').readConfig(), logger);
if (audited) gateway.sharing.sealer.start();
else gateway.sharing.audit.append = (facts) => Promise.resolve({ ...facts, sequence: 0, time: '', previous: '' });
createHttpServer(load('server.js').createServer(gateway)).listen(port, '127.0.0.1', () => process.stdout.write('ready\n'));

import cluster from 'node:cluster';
import { readConfig } from './config';
import { runPrimary } from './run-primary';
import { runServer } from './run-server';

const config = readConfig();
if (cluster.isPrimary && config.processes > 1) runPrimary(config);
else runServer(config);

// Asks a node's operations endpoint how it is; over TLS, as the administrator of its organisation.
import { readFileSync } from 'node:fs';
import https from 'node:https';
import net from 'node:net';
import path from 'node:path';
import { places } from './plan.mjs';

const DEADLINE_MS = 2000;

/** Values of a node's metrics by name (labels of the channel only); undefined when it does not answer. */
export async function readMetrics(folder, node) {
  try {
    return parse(await get(folder, node, '/metrics'));
  } catch {
    return undefined;
  }
}

/** True when the node says that it is well and takes calls: a peer that opens its ledger says the first before it does the second. */
export async function isReady(folder, node) {
  try {
    await get(folder, node, '/healthz');
    await reach(node);
    return true;
  } catch {
    return false;
  }
}

function parse(text) {
  const values = {};
  for (const line of text.split('\n')) {
    const [, name, value] = /^([a-z_]+)(?:\{channel="[^"]+"\})? ([0-9.e+]+)$/.exec(line) ?? [];
    if (name !== undefined) values[name] = Number(value);
  }
  return values;
}

function reach({ host, port }) {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ host, port, timeout: DEADLINE_MS }, () => resolve(socket.destroy()));
    socket.on('timeout', () => socket.destroy(new Error(`${host}:${port} does not answer`)));
    socket.on('error', reject);
  });
}

function get(folder, { mspId, name, host, operationsPort }, pathname) {
  const tls = path.join(places.admin(folder, mspId), 'tls');
  const options = {
    host,
    port: operationsPort,
    path: pathname,
    ca: readFileSync(places.tlsCa(folder, name)),
    cert: readFileSync(path.join(tls, 'cert.pem')),
    key: readFileSync(path.join(tls, 'key.pem')),
    timeout: DEADLINE_MS,
    agent: false,
  };
  return new Promise((resolve, reject) => {
    const request = https.get(options, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => {
        const text = Buffer.concat(parts).toString();
        if (response.statusCode === 200) resolve(text);
        else reject(new Error(`${name} answers ${response.statusCode}: ${text}`));
      });
    });
    request.on('timeout', () => request.destroy(new Error(`${name} does not answer`)));
    request.on('error', reject);
  });
}

import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { readSecret } from './crypto/keys';
import { wholeNumber } from './whole-number';

/** A second door, for machines: TLS on a port of its own, beside the port that a proxy stands before. */
export interface TlsSettings {
  readonly port: number;
  /** PEM: the chain of the gateway's certificate, and its private key. */
  readonly certificate: string;
  readonly privateKey: string;
  /** PEM: whose client certificates count; without it none is asked for. */
  readonly clientCa: string | undefined;
}

const DEFAULT_PORT = 3443;

/** Undefined without a certificate. @throws Error naming the setting that is missing or wrong; also when others may read the key. */
export function readTlsSettings(environment: NodeJS.ProcessEnv): TlsSettings | undefined {
  const file = (name: string): string | undefined => (environment[name] === '' ? undefined : environment[name]);
  const [certificateFile, keyFile, caFile] = ['LIANPIAO_TLS_CERT', 'LIANPIAO_TLS_KEY', 'LIANPIAO_CLIENT_CA'].map(file);
  if (certificateFile === undefined && keyFile === undefined) {
    if (caFile !== undefined) throw new Error('LIANPIAO_CLIENT_CA needs LIANPIAO_TLS_CERT and LIANPIAO_TLS_KEY');
    return undefined;
  }
  if (certificateFile === undefined || keyFile === undefined)
    throw new Error('LIANPIAO_TLS_CERT and LIANPIAO_TLS_KEY go together');
  const settings = {
    port: wholeNumber(environment, 'LIANPIAO_TLS_PORT', DEFAULT_PORT, 0, 65_535),
    certificate: read('LIANPIAO_TLS_CERT', () => readFileSync(certificateFile, 'utf8')),
    privateKey: read('LIANPIAO_TLS_KEY', () => readSecret(keyFile).toString('utf8')),
    clientCa: caFile === undefined ? undefined : read('LIANPIAO_CLIENT_CA', () => readFileSync(caFile, 'utf8')),
  };
  const { certificate, privateKey, clientCa } = settings;
  read('LIANPIAO_TLS_CERT', () => createSecureContext({ cert: certificate, key: privateKey }));
  if (clientCa !== undefined) read('LIANPIAO_CLIENT_CA', () => createSecureContext({ ca: clientCa }));
  return settings;
}

function read<Value>(name: string, make: () => Value): Value {
  try {
    return make();
  } catch (error) {
    throw new Error(`${name} cannot be used: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

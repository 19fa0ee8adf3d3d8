import { lookup, Resolver } from 'node:dns/promises';
import type { LookupAddress } from 'node:dns';

/** Finds the addresses of a host. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

const TIMEOUT_MS = 2000;
const TRIES = 2;

/** By the machine's own means: its hosts file too. It takes a thread, of which there are few: for names that are trusted. */
export const askSystem: Resolve = (host) => lookup(host, { all: true });

/** By the name servers alone, without a thread: a name whose server is slow delays no other. */
export const askNameServers: Resolve = async (host) => {
  // RFC 6761 §6.3: these are this machine, whatever a name server says.
  if (/(?:^|\.)localhost$/.test(host)) return [{ address: '127.0.0.1', family: 4 }];
  const resolver = new Resolver({ timeout: TIMEOUT_MS, tries: TRIES });
  const [four, six] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
  const found = [
    ...(four.status === 'fulfilled' ? four.value.map((address) => ({ address, family: 4 })) : []),
    ...(six.status === 'fulfilled' ? six.value.map((address) => ({ address, family: 6 })) : []),
  ];
  if (found.length === 0) throw new Error(`${host} has no address`, { cause: four.status === 'rejected' ? four.reason : six });
  return found;
};

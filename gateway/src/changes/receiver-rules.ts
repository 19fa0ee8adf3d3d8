import type { LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { LedgerError } from '@lianpiao/chaincode/domain';
import ipaddr from 'ipaddr.js';
import { askNameServers, askSystem, type Resolve } from './resolve-host';

type Range = ReturnType<typeof ipaddr.parseCIDR>;

/** Global unicast of IPv6 (RFC 4291 §2.4, IANA): what lies outside, such as ::127.0.0.1, leads elsewhere. */
const GLOBAL_UNICAST: Range = ipaddr.parseCIDR('2000::/3');
/** Answers machines of one cloud with their own secrets, at a public address. */
const METADATA = new Set(['168.63.129.16']);

/** True for an address on the public internet: not private, loopback, link-local, carrier's, multicast, tunnelled, reserved. */
export function isPublicAddress(text: string): boolean {
  const address = ipaddr.parse(text);
  if (address.range() !== 'unicast' || METADATA.has(text)) return false;
  return address.kind() === 'ipv4' || within(address, GLOBAL_UNICAST);
}

/**
 * Where webhooks may lead: by https to public addresses. What the operator lists, as hosts or as ranges such as 10.1.0.0/16,
 * is allowed beside, by http too: an intranet, a test.
 */
export class ReceiverRules {
  readonly #hosts = new Set<string>();
  readonly #ranges: Range[] = [];

  /** @param allowed hosts, addresses and ranges (CIDR), separated by commas. @throws Error naming what is neither. */
  constructor(allowed: string) {
    for (const item of allowed.split(',').map((part) => part.trim().toLowerCase())) {
      if (item === '') continue;
      const range = isIP(item) === 0 ? item : `${item}/${isIP(item) === 4 ? '32' : '128'}`;
      if (ipaddr.isValidCIDR(range)) this.#ranges.push(ipaddr.parseCIDR(range));
      else if (/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(item)) this.#hosts.add(item);
      else throw new Error(`LIANPIAO_WEBHOOK_ALLOW lists hosts and ranges such as 10.1.0.0/16, not ${item}`);
    }
  }

  /**
   * Reads a receiver's URL: its form only.
   * @throws LedgerError FIELD_INVALID, or WEBHOOK_URL_FORBIDDEN for http where nothing allows it.
   */
  parseUrl(text: string): URL {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const plain = url?.username === '' && url.password === '' && !text.includes('#');
    if (url === undefined || !plain || !['https:', 'http:'].includes(url.protocol))
      throw new LedgerError('FIELD_INVALID', { path: '/url', wanted: 'an https URL without credentials and fragment' });
    if (url.protocol === 'http:' && this.#hosts.size + this.#ranges.length === 0) throw forbidden('webhook.https');
    return url;
  }

  /**
   * The addresses behind a URL: all of them allowed, or none is given.
   * @param resolve finds the addresses of a host; tests bring their own.
   * @throws LedgerError WEBHOOK_URL_FORBIDDEN; what `resolve` throws when the host is not found.
   */
  async admit(url: URL, resolve: Resolve = askNameServers): Promise<readonly LookupAddress[]> {
    const host = url.hostname.replace(/^\[|\]$|\.$/g, '');
    const family = isIP(host);
    // A host of the operator's list may have a name that only this machine knows.
    const find = this.#hosts.has(host) ? askSystem : resolve;
    const found = family === 0 ? await find(host) : [{ address: host, family }];
    const allowed = found.length > 0 && found.every(({ address }) => this.#allows(host, address, url.protocol === 'https:'));
    if (!allowed) throw forbidden('webhook.address');
    return found;
  }

  /**
   * What a socket asks for its address: the answer was judged, and the socket connects to nothing else, so that a name
   * which leads elsewhere a moment later changes nothing. A socket to an address in the URL does not ask: `admit` before.
   */
  pinnedLookup(url: URL, resolve?: Resolve): LookupFunction {
    return (_host, options, callback) => {
      this.admit(url, resolve).then(
        (addresses) => {
          const [{ address, family }] = addresses as [LookupAddress];
          if (options.all === true) callback(null, [...addresses]);
          else callback(null, address, family);
        },
        (error: unknown) => callback(error as NodeJS.ErrnoException, ''),
      );
    };
  }

  #allows(host: string, text: string, secure: boolean): boolean {
    if (this.#hosts.has(host)) return true;
    const address = ipaddr.parse(text);
    return this.#ranges.some((range) => within(address, range)) || (secure && isPublicAddress(text));
  }
}

function within(address: ReturnType<typeof ipaddr.parse>, [base, bits]: Range): boolean {
  return address.kind() === base.kind() && address.match(base, bits);
}

/** It does not say which address was found: that would tell strangers about the network here. */
function forbidden(rule: string): LedgerError {
  return new LedgerError('WEBHOOK_URL_FORBIDDEN', { path: '/url', rule });
}

import { LedgerError } from '@lianpiao/chaincode/domain';
import { z } from 'zod';
import { readSecret } from '../crypto/keys';
import { identifier } from '../routes/schemas';

const address = z.string().regex(/^https?:\/\/[^\s?#]{1,200}$/);
const peersFile = z.strictObject({
  peers: z.record(
    identifier,
    z.strictObject({
      /** Addresses under which the organisation's connector may be reached; messages go nowhere else. */
      addresses: z.array(address).min(1).max(10),
      /** What we show there, whole: `Bearer …`. */
      authorization: z.string().min(1).max(4000).optional(),
    }),
  ),
});

export type Peer = z.output<typeof peersFile>['peers'][string];

/** Connectors of other organisations that this gateway sends messages to, from the operator's file. */
export class Peers {
  readonly #peers: ReadonlyMap<string, Peer>;

  /**
   * @param path docs/runbook.md, "Connectors of others"; without it, messages can be received and none is sent.
   * @throws Error naming what is wrong; the file may hold credentials, so nobody else may be able to read it.
   */
  constructor(path: string | undefined) {
    if (path === undefined) {
      this.#peers = new Map();
      return;
    }
    const parsed = peersFile.safeParse(JSON.parse(readSecret(path).toString('utf8')));
    if (!parsed.success) throw new Error(`LIANPIAO_PEERS: ${path}: ${z.prettifyError(parsed.error)}`);
    this.#peers = new Map(Object.entries(parsed.data.peers));
  }

  /**
   * An address of an organisation's connector, in the form that messages are sent to. A caller that names another host is
   * refused: nobody has us call machines of its choice.
   * @throws LedgerError PEER_UNKNOWN.
   */
  admit(organisation: string, callback: string): string {
    const wanted = URL.canParse(callback) ? new URL(callback) : undefined;
    const peer = this.#peers.get(organisation);
    const known = peer?.addresses.some((each) => isUnder(wanted, new URL(each))) ?? false;
    if (wanted === undefined || !known) throw new LedgerError('PEER_UNKNOWN', { found: organisation });
    return callback.replace(/\/+$/, '');
  }

  authorization(organisation: string): string | undefined {
    return this.#peers.get(organisation)?.authorization;
  }
}

function isUnder(wanted: URL | undefined, base: URL): boolean {
  if (wanted?.origin !== base.origin || wanted.username !== '' || wanted.search !== '') return false;
  const prefix = base.pathname.replace(/\/+$/, '');
  return wanted.pathname === prefix || wanted.pathname.startsWith(`${prefix}/`);
}

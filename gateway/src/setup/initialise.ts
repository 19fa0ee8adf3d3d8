import { join } from 'node:path';
import { LedgerError } from '@lianpiao/chaincode/domain';
import type { Logger } from 'pino';
import { makeKey } from '../access/make-key';
import type { GatewayConfig } from '../config';
import { markKeysComplete } from '../crypto/keys';
import { createGateway, type Gateway } from '../gateway';

/** An organisation's first way in. */
export interface Initialised {
  readonly organisation: string;
  readonly apiKey: string;
}

const ACTOR = { keyId: 'operator', why: 'initialisation' };

/**
 * Makes a ledger: the bureau registers itself as its first entry and gets an API key, with which all others are registered
 * over the API. On a ledger that exists, only a new key for the bureau is made, and recorded.
 */
export function initialise(config: GatewayConfig, logger: Logger, bureauName: string): Promise<Initialised> {
  return atGateway(config, logger, async (gateway) => {
    const organisation = (gateway.ledger.state('genesis') as string | undefined) ?? 'bureau';
    if (gateway.registry.organisation(organisation) === undefined) {
      await gateway.registrations.organisation(
        organisation,
        { organisation, role: 'bureau', sandbox: false, party: { name: bureauName } },
        ACTOR,
      );
    }
    return makeFirstKey(gateway, organisation);
  });
}

/**
 * Makes the first API key of a registered organisation at this gateway, recorded in the organisation's own name: on Fabric the
 * bureau registers at its own gateway, and cannot give keys of another side's.
 * @throws LedgerError ORGANISATION_UNKNOWN, IDENTITY_ELSEWHERE when this gateway does not sign for the organisation.
 */
export function initialiseFor(config: GatewayConfig, logger: Logger, organisation: string): Promise<Initialised> {
  return atGateway(config, logger, (gateway) => makeFirstKey(gateway, organisation));
}

async function atGateway(
  config: GatewayConfig,
  logger: Logger,
  work: (gateway: Gateway) => Promise<Initialised>,
): Promise<Initialised> {
  const gateway = createGateway(config, logger);
  try {
    await gateway.caughtUp();
    const made = await work(gateway);
    markKeysComplete(join(config.dataFolder, 'keys'));
    return made;
  } finally {
    gateway.close();
  }
}

async function makeFirstKey(gateway: Gateway, organisation: string): Promise<Initialised> {
  const role = gateway.registry.organisation(organisation)?.role;
  if (role === undefined) throw new LedgerError('ORGANISATION_UNKNOWN', { found: organisation });
  const { apiKey } = await makeKey(gateway, { organisation, role, label: 'first key' }, { caller: organisation, actor: ACTOR });
  return { organisation, apiKey };
}

import { join } from 'node:path';
import type { Logger } from 'pino';
import type { GatewayConfig } from '../config';
import { markKeysComplete } from '../crypto/keys';
import { createGateway } from '../gateway';

/** The bureau's first way in. */
export interface Initialised {
  readonly organisation: string;
  readonly apiKey: string;
}

/**
 * Makes a ledger: the bureau registers itself as its first entry and gets an API key, with which all others are registered
 * over the API. On a ledger that exists, only a new key for the bureau is made, and recorded.
 */
export async function initialise(config: GatewayConfig, logger: Logger, bureauName: string): Promise<Initialised> {
  const gateway = createGateway(config, logger);
  try {
    await gateway.caughtUp();
    const organisation = (gateway.ledger.state('genesis') as string | undefined) ?? 'bureau';
    const actor = { keyId: 'operator', why: 'initialisation' };
    if (gateway.registry.organisation(organisation) === undefined) {
      await gateway.registrations.organisation(
        organisation,
        { organisation, role: 'bureau', sandbox: false, party: { name: bureauName } },
        actor,
      );
    }
    const { id, apiKey } = gateway.access.create(organisation, 'bureau', 'first key', gateway.clock());
    await gateway.acts.record(organisation, { type: 'act.recorded', act: 'api-key.created', subject: id }, actor);
    markKeysComplete(join(config.dataFolder, 'keys'));
    return { organisation, apiKey };
  } finally {
    gateway.close();
  }
}

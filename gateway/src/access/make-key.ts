import type { JsonValue, Role } from '@lianpiao/chaincode/domain';
import type { ActRecorder, Actor } from '../issuing/act-recorder';
import type { AccessStore } from '../stores/access-store';

export interface KeyMaking {
  readonly access: AccessStore;
  readonly acts: ActRecorder;
  readonly clock: () => number;
}

export interface WantedKey {
  readonly organisation: string;
  readonly role: Role;
  readonly label: string;
  /** Thumbprint of the client certificate that it is bound to. */
  readonly certificate?: string | undefined;
}

/** Who makes a key, and what the record says of it beside. */
export interface KeyMaker {
  readonly caller: string;
  readonly actor: Actor;
  readonly details?: (id: string) => Readonly<Record<string, JsonValue>>;
}

/** Makes an API key; there is none without a record of who made it, and why. @throws LedgerError when the ledger refuses that. */
export async function makeKey(
  { access, acts, clock }: KeyMaking,
  { organisation, role, label, certificate }: WantedKey,
  { caller, actor, details }: KeyMaker,
): Promise<{ readonly id: string; readonly apiKey: string }> {
  const made = access.create(organisation, role, label, clock(), certificate);
  try {
    await acts.record(caller, { type: 'act.recorded', act: 'api-key.created', subject: made.id }, actor, details?.(made.id));
  } catch (error) {
    access.revoke(made.id, clock());
    throw error;
  }
  return made;
}

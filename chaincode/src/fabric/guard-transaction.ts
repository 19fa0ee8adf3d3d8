import { readConfig } from '../config';
import { LedgerError, mspOfRole, stateKeys, type HandoverState, type Msp, type OrganisationState } from '../domain';
import type { LedgerContext } from './ledger-context';

/** How far a transaction's time, which its client sets, may be from the bureau's clock. */
export const MAX_TIME_OFF_MS = 60_000;

/**
 * What holds for every transaction before a rule looks at it.
 * @throws LedgerError TRANSACTION_TIME_OFF, LEDGER_HANDING_OVER, or ACTION_FORBIDDEN for a certificate of another organisation's CA.
 */
export async function guardTransaction(ctx: LedgerContext): Promise<void> {
  if (readConfig().clockGuard) checkClock(ctx.state.facts.now, Date.now());
  await checkOrganisation(ctx);
  await checkHandover(ctx);
}

function checkClock(time: number, clock: number): void {
  if (Math.abs(time - clock) > MAX_TIME_OFF_MS)
    throw new LedgerError('TRANSACTION_TIME_OFF', {
      wanted: `at most ${String(MAX_TIME_OFF_MS / 1000)} s from the tax bureau's clock`,
    });
}

/**
 * The certificate's CA belongs to the side of the network that the caller's role belongs to. Who is not registered has no
 * role: the rules refuse it, but for the first entry of all, which is the bureau's.
 */
async function checkOrganisation({ state, msp }: LedgerContext): Promise<void> {
  const caller = await state.committed<OrganisationState>(stateKeys.organisation(state.facts.caller));
  if (caller !== undefined) requireMsp(msp, mspOfRole(caller.role));
  else if ((await state.committed(stateKeys.genesis)) === undefined) requireMsp(msp, mspOfRole('bureau'));
}

/** While a ledger is handed over, nothing but that happens. */
async function checkHandover({ state, stub }: LedgerContext): Promise<void> {
  const handover = await state.committed<HandoverState>(stateKeys.handover);
  if (handover === undefined) return;
  if (handover.status === 'loading' && !stub.getFunctionAndParameters().fcn.startsWith('handover:'))
    throw new LedgerError('LEDGER_HANDING_OVER');
  state.pages.hasErased = (handover.erased ?? 0) > 0;
}

function requireMsp(found: Msp, wanted: Msp): void {
  if (found !== wanted)
    throw new LedgerError('ACTION_FORBIDDEN', { rule: 'certificate-of-the-right-organisation', found, wanted });
}

import { isIdentifier, stateKeys, type TillState } from '../domain';
import type { StubLedgerState } from './stub-ledger-state';

interface Names {
  readonly till: string;
  readonly orderReference: string;
}

/**
 * Fetches what the invoices of a batch will ask for, each key once, before a rule runs: the rules then never have to start
 * again. What cannot be read is left to the rules, which refuse it.
 */
export async function fetchBatch(state: StubLedgerState, batch: readonly unknown[]): Promise<void> {
  const names = batch.flatMap(namesOf);
  const tills = new Set(names.map(({ till }) => till));
  await state.fetch([...tills].map(stateKeys.till));
  const sellers = new Map<string, string>();
  for (const till of tills) {
    const known = await state.committed<TillState>(stateKeys.till(till));
    if (known !== undefined) sellers.set(till, known.seller);
  }
  const { caller } = state.facts;
  for (const [till, seller] of sellers) {
    await state.fetch([stateKeys.organisation(seller), stateKeys.head(till)]);
    if (seller !== caller) await state.fetch([stateKeys.delegation(seller, caller)]);
  }
  for (const { till, orderReference } of names) {
    const seller = sellers.get(till);
    if (seller !== undefined) await state.fetch(state.pages.place(till, seller, orderReference));
  }
}

/** Till and order reference of one member of a batch, if it has both. */
function namesOf(item: unknown): Names[] {
  const request = member(item, 'request');
  const [till, orderReference] = [member(request, 'till'), member(request, 'orderReference')];
  return isIdentifier(till) && typeof orderReference === 'string' ? [{ till, orderReference }] : [];
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

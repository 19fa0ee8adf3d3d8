import { isIdentifier, stateKeys, type ChangeLife, type JsonValue, type TillState } from '@lianpiao/chaincode/domain';
import type { Submission } from '../ledger';

/** References that differ in their last two digits share a page of the state (the chaincode's reference pages). */
const COUNTED = /\d\d$/;

/**
 * What of the state a command changes and others change too: two transactions under way at once that share a lane would
 * overtake each other, and one would be void. Acts and grants have keys of their own and need none.
 * @param state committed values, by key.
 */
export function lanesOf({ command }: Submission, state: (key: string) => JsonValue | undefined): readonly string[] {
  if (command.type === 'entry.record') {
    const { till, seller } = command.facts as { readonly till?: string; readonly seller?: string };
    // A till's numbers come from its seller's.
    const giver = command.facts.type === 'range.assigned' ? sellerOf(till, state) : undefined;
    return [till, seller, giver].flatMap((id) => (id === undefined ? [] : [`party/${id}`]));
  }
  if (command.type === 'life.change') return lifeLanes(command);
  const { till, orderReference } = (command.request ?? {}) as { readonly till?: unknown; readonly orderReference?: unknown };
  if (!isIdentifier(till) || typeof orderReference !== 'string') return [];
  const stem = COUNTED.test(orderReference) ? orderReference.slice(0, -2) : orderReference;
  return [`party/${till}`, `page/${sellerOf(till, state) ?? ''}/${stem}`];
}

/** The seller behind a till; undefined for a till that nobody knows. */
export function sellerOf(till: unknown, state: (key: string) => JsonValue | undefined): string | undefined {
  return isIdentifier(till) ? (state(stateKeys.till(till)) as TillState | undefined)?.seller : undefined;
}

/** Changes of one invoice, one claim or one correction come one after the other. */
function lifeLanes({ facts }: ChangeLife): readonly string[] {
  const names = ['invoice', 'claim', 'correction', 'pledge'] as const;
  return names.flatMap((name) => (typeof facts[name] === 'string' ? [`${name}/${facts[name]}`] : []));
}

import { useCallback, useEffect, useMemo, useState } from 'react';
import { ApiProblem } from '../api/problem';
import { claimCalls, type ClaimedInvoice, type ClaimView, type Handover, type InvoiceStatus } from './claim';
import { heldToken, holdToken } from './held-invoices';
import { buyerOf } from './title-draft';
import type { KeptTitle } from './title-book';

/** The invoice in this phone's hands. */
export interface Held {
  readonly token: string;
  readonly invoice: ClaimedInvoice;
  readonly fresh: boolean;
  readonly inbox: boolean | undefined;
}

export interface Claiming {
  readonly sale: ClaimView | undefined;
  readonly held: Held | undefined;
  readonly failure: unknown;
  readonly reload: () => void;
  readonly claim: (title: KeptTitle) => Promise<void>;
  readonly status: () => Promise<InvoiceStatus>;
  readonly handOver: (company: string) => Promise<Handover>;
  readonly companyName: (company: string) => Promise<string | undefined>;
  readonly file: (what: 'pdf' | 'proof') => Promise<Blob>;
}

/** One sale behind a code, and its invoice once this phone has it. */
export function useClaim(code: string): Claiming {
  const calls = useMemo(() => claimCalls(code), [code]);
  const [sale, setSale] = useState<ClaimView>();
  const [held, setHeld] = useState<Held>();
  const [failure, setFailure] = useState<unknown>();

  const reload = useCallback(() => {
    const read = async (): Promise<void> => {
      setFailure(undefined);
      try {
        const found = await calls.look();
        const token = found.state === 'invoiced' ? heldToken(code) : undefined;
        const invoice = token === undefined ? undefined : await openHeld(calls, token);
        setSale(found);
        if (token !== undefined && invoice !== undefined) setHeld({ token, invoice, fresh: false, inbox: undefined });
      } catch (error) {
        setFailure(error);
      }
    };
    void read();
  }, [calls, code]);
  useEffect(reload, [reload]);

  const claim = async (title: KeptTitle): Promise<void> => {
    try {
      const { holderToken: token, inbox } = await calls.claim(buyerOf(title));
      holdToken(code, token);
      const invoice = await calls.invoice(token);
      setHeld({ token, invoice, fresh: true, inbox });
      setSale(await calls.look());
    } catch (error) {
      // Somebody was faster, or the time ran out while the title was filled in: the page says which.
      if (error instanceof ApiProblem && error.problem.code.startsWith('SALE_')) setSale(await calls.look());
      throw error;
    }
  };
  const token = held?.token ?? '';
  const file = (what: 'pdf' | 'proof'): Promise<Blob> => calls.file(token, what);
  const status = useCallback(() => calls.status(token), [calls, token]);
  const handOver = (company: string): ReturnType<Claiming['handOver']> => calls.handOver(token, company);
  const companyName = useCallback((company: string) => calls.companyName(token, company), [calls, token]);
  return { sale, held, failure, reload, claim, status, handOver, companyName, file };
}

/** A token that opens nothing is no reason to show nothing. */
async function openHeld(calls: ReturnType<typeof claimCalls>, token: string): Promise<ClaimedInvoice | undefined> {
  try {
    return await calls.invoice(token);
  } catch (error) {
    if (error instanceof ApiProblem && error.problem.code === 'HOLDER_TOKEN_INVALID') return undefined;
    throw error;
  }
}

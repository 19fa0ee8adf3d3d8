import { sale, TAX_IDS } from './sales';
import { startSystem, type TestSystem } from './system';

/** A whole instance with one seller, who has one till. */
export interface CornerShop {
  readonly system: TestSystem;
  readonly seller: { readonly apiKey: string; readonly till: string };
  /** Sells something once more. */
  issue(): Promise<{ status: number; number: string }>;
}

/** Two serving processes, unless the settings say otherwise: what one does the other has to know of. */
export async function startCornerShop(settings: Record<string, string> = {}): Promise<CornerShop> {
  const system = await startSystem({ LIANPIAO_PROCESSES: '2', ...settings });
  const seller = await system.seller('corner-shop', TAX_IDS.seller);
  return {
    system,
    seller,
    async issue() {
      const { status, body } = await system.call<{ number: string }>('POST', '/v1/invoices', seller.apiKey, sale(seller.till));
      return { status, number: body.number };
    },
  };
}

import type { IssueDesk } from '../issuing/issue-desk';
import type { RegistryReader } from '../issuing/registry-reader';
import type { TaxpayerDirectory } from '../issuing/taxpayer-directory';
import type { Ledger } from '../ledger/ledger';
import { HandoversStore } from '../stores/handovers-store';
import { RefundsStore } from '../stores/refunds-store';
import { openSalesDatabase } from '../stores/sales-database';
import { SalesStore } from '../stores/sales-store';
import { ClaimDesk } from './claim-desk';
import { SaleDesk } from './sale-desk';
import { SaleReader } from './sale-reader';

export interface SalesParts {
  readonly ledger: Ledger;
  readonly registry: RegistryReader;
  readonly desk: IssueDesk;
  readonly taxpayers: TaxpayerDirectory;
  readonly clock: () => number;
}

/** Paid sales, their claims and their refunds. */
export interface Sales {
  readonly sales: SalesStore;
  readonly refunds: RefundsStore;
  readonly saleReader: SaleReader;
  readonly saleDesk: SaleDesk;
  readonly claims: ClaimDesk;
  readonly handovers: HandoversStore;
}

export function createSales(folder: string, { ledger, registry, desk, taxpayers, clock }: SalesParts): Sales {
  const database = openSalesDatabase(folder);
  const [sales, refunds] = [new SalesStore(database), new RefundsStore(database)];
  const reader = new SaleReader(sales, ledger);
  return {
    sales,
    refunds,
    handovers: new HandoversStore(database),
    saleReader: reader,
    saleDesk: new SaleDesk({ ledger, registry, sales, refunds, reader, clock }),
    claims: new ClaimDesk({ sales, reader, desk, registry, taxpayers, holderToken: database.holderToken, clock }),
  };
}

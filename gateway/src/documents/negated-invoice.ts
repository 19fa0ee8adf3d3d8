import { negated, type InvoiceLine, type InvoiceTotals } from '@lianpiao/chaincode/domain';
import type { IssuedInvoice } from './issued-invoice';

/** An invoice with every amount and quantity of the other sign: a red one as credit notes put it, which are positive. */
export function negatedInvoice(invoice: IssuedInvoice): IssuedInvoice {
  return { ...invoice, lines: invoice.lines.map(negatedLine), totals: negatedTotals(invoice.totals) };
}

function negatedLine({ quantity, net, tax, ...line }: InvoiceLine): InvoiceLine {
  return {
    ...line,
    ...(quantity === undefined ? undefined : { quantity: negated(quantity) }),
    net: negated(net),
    ...(tax === undefined ? undefined : { tax: negated(tax) }),
  };
}

function negatedTotals(totals: InvoiceTotals): InvoiceTotals {
  return { ...totals, net: negated(totals.net), tax: negated(totals.tax), gross: negated(totals.gross) };
}

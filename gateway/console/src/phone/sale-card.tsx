import type { ReactElement } from 'react';
import { useTexts } from '../shared/dictionary';
import { formatDate, formatMoney, formatTime } from '../shared/format';
import type { ClaimView } from './claim';
import { texts } from './texts';

/** The sale as it stands on the receipt. */
export function SaleCard({ sale }: { readonly sale: ClaimView }): ReactElement {
  const t = useTexts(texts);
  return (
    <section className="card sale" aria-label={t.title}>
      <div className="row between">
        <span className={`state ${sale.state}`}>{t.states[sale.state]}</span>
        {sale.state === 'open' && <span className="soft small">{t.until(formatDate(sale.expiresAt))}</span>}
      </div>
      <p className="total figures">
        <span className="soft small">{t.total}</span>
        {formatMoney(sale.totals.gross, sale.currency)}
      </p>
      <dl>
        <dt>{t.seller}</dt>
        <dd className="breaks">{sale.seller.name}</dd>
        {sale.seller.taxId !== undefined && (
          <>
            <dt>{t.taxId}</dt>
            <dd className="figures">{sale.seller.taxId}</dd>
          </>
        )}
        <dt>{t.soldAt}</dt>
        <dd className="figures">{formatTime(sale.soldAt)}</dd>
      </dl>
      {sale.test && <div className="notice warn">{t.testSale}</div>}
    </section>
  );
}

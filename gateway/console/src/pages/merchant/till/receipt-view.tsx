import encodeQR from 'qr';
import { useMemo, type ReactElement } from 'react';
import { addMoney } from '../../../shared/add-money';
import { useTexts } from '../../../shared/dictionary';
import { formatDate, formatMoney, formatTime } from '../../../shared/format';
import { texts } from './texts';
import type { Sale } from './use-till';

function quantityOf(line: Readonly<Record<string, unknown>>): string {
  const { quantity } = line;
  return typeof quantity === 'string' ? quantity : '1';
}

/** The receipt as it is printed: the sale, and the way to its invoice. */
export function ReceiptView({ sale, seller }: { readonly sale: Sale; readonly seller: string }): ReactElement {
  const { receipt: t } = useTexts(texts);
  const picture = useMemo(
    () => (sale.qr === null ? undefined : `data:image/svg+xml,${encodeURIComponent(encodeQR(sale.qr, 'svg'))}`),
    [sale.qr],
  );
  return (
    <article className="receipt" aria-label={t.title}>
      <h2>{seller}</h2>
      <dl>
        <dt>{t.till}</dt>
        <dd>{sale.till}</dd>
        <dt>{t.order}</dt>
        <dd>{sale.orderReference}</dd>
        <dt>{t.time}</dt>
        <dd>{formatTime(sale.createdAt)}</dd>
      </dl>
      <ul>
        {(sale.lines ?? []).map((line, index) => (
          <li key={index}>
            <span>{line.net.startsWith('-') ? t.discount(line.name) : `${line.name} × ${quantityOf(line)}`}</span>
            <span>{formatMoney(addMoney(line.net, line['tax'] as string | undefined), 'CNY')}</span>
          </li>
        ))}
      </ul>
      <p className="receipt-total">
        <span>{t.total}</span> <strong>{formatMoney(sale.totals.gross, 'CNY')}</strong>
      </p>
      {picture !== undefined && (
        <div className="receipt-qr">
          <img src={picture} alt={t.scan} data-qr={sale.qr ?? ''} />
          <p>
            <strong>{t.scan}</strong>
            <br />
            {t.until(formatDate(sale.expiresAt))}
          </p>
          <p className="receipt-code">
            {t.code} {sale.code}
          </p>
        </div>
      )}
    </article>
  );
}

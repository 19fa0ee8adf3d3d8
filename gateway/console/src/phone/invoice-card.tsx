import { chinaDate, fapiaoQrText } from '@lianpiao/chaincode/domain';
import encodeQR from 'qr';
import { useMemo, type ReactElement } from 'react';
import { useTexts } from '../shared/dictionary';
import { formatDate, formatMoney, groupNumber } from '../shared/format';
import type { ClaimedInvoice } from './claim';
import { DownloadButton } from './download-button';
import { buyerIn, linesIn } from './invoice-content';
import { texts } from './texts';

interface InvoiceCardProps {
  readonly invoice: ClaimedInvoice;
  /** True when it was issued just now. */
  readonly fresh: boolean;
  readonly file: (what: 'pdf' | 'proof') => Promise<Blob>;
}

/** The invoice for its holder: what it says, its QR code, its files. */
export function InvoiceCard({ invoice, fresh, file }: InvoiceCardProps): ReactElement {
  const t = useTexts(texts).invoice;
  const { number, issuedAt, currency, gross } = invoice;
  const buyer = buyerIn(invoice);
  const date = formatDate(issuedAt);
  return (
    <section className="card" aria-labelledby="invoice-title">
      <h2 id="invoice-title" tabIndex={-1} className={fresh ? 'done' : ''}>
        {fresh ? t.done : t.back}
      </h2>
      <dl>
        <dt>{t.number}</dt>
        <dd className="figures breaks">{groupNumber(number)}</dd>
        <dt>{t.date}</dt>
        <dd className="figures">{date}</dd>
        {buyer !== undefined && (
          <>
            <dt>{t.buyer}</dt>
            <dd className="breaks">
              {buyer.name}
              {buyer.taxId !== undefined && <div className="soft small figures">{buyer.taxId}</div>}
            </dd>
          </>
        )}
        <dt>{t.lines}</dt>
        <dd>
          <ul className="lines">
            {linesIn(invoice).map((line, index) => (
              <li key={index}>
                <span className="breaks">{line.name}</span>
                <span className="figures">{formatMoney(line.amount, currency)}</span>
              </li>
            ))}
          </ul>
        </dd>
      </dl>
      <InvoiceQr invoice={invoice} label={t.qr} total={formatMoney(gross, currency)} />
      <div className="stack">
        <DownloadButton main label={t.pdf} working={t.working} name={`${number}.pdf`} file={() => file('pdf')} />
        <DownloadButton label={t.bundle} working={t.working} name={`${number}.lianpiao.json`} file={() => file('proof')} />
        <p className="soft small">
          {t.bundleHint} <a href="/verify">{t.verify}</a>
        </p>
      </div>
    </section>
  );
}

interface InvoiceQrProps {
  readonly invoice: ClaimedInvoice;
  readonly label: string;
  readonly total: string;
}

/** The QR code that stands on the paper, to be scanned from this screen. */
function InvoiceQr({ invoice: { number, gross, issuedAt, content }, label, total }: InvoiceQrProps): ReactElement | null {
  const picture = useMemo(() => {
    if (content === null) return undefined;
    const text = fapiaoQrText({ kind: content.header.kind, number, gross, date: chinaDate(Date.parse(issuedAt)) });
    return `data:image/svg+xml,${encodeURIComponent(encodeQR(text, 'svg'))}`;
  }, [number, gross, issuedAt, content]);
  return picture === undefined ? null : <img className="qr" src={picture} alt={`${label} ${number} ${total}`} />;
}

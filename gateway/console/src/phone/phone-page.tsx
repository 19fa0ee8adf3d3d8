import { useEffect, useState, type ReactElement } from 'react';
import { ApiProblem } from '../api/problem';
import { FailureNotice, Frame } from '../public/frame';
import { texts as publicTexts } from '../public/texts';
import { useTexts } from '../shared/dictionary';
import { formatMoney } from '../shared/format';
import type { ClaimView } from './claim';
import { CompanyCard } from './company-card';
import { HandOverCard } from './hand-over-card';
import { shareLink } from './held-invoices';
import { InvoiceCard } from './invoice-card';
import { buyerIn } from './invoice-content';
import { SaleCard } from './sale-card';
import { texts } from './texts';
import { TitleForm } from './title-form';
import { useClaim, type Claiming, type Held } from './use-claim';
import { WrongCode } from './wrong-code';

/** The page behind a receipt's QR code. */
export function PhonePage(): ReactElement {
  const t = useTexts(texts);
  const [code, setCode] = useState(codeInAddress);
  const claiming = useClaim(code);
  useEffect(() => {
    document.title = `${t.title} · Lianpiao`;
  }, [t.title]);
  const find = (found: string): void => {
    history.replaceState(null, '', `/c/${found}`);
    setCode(found);
  };
  return (
    <Frame>
      <h1>{t.title}</h1>
      <Body key={code} code={code} claiming={claiming} onCode={find} />
    </Frame>
  );
}

interface BodyProps {
  readonly code: string;
  readonly claiming: Claiming;
  readonly onCode: (code: string) => void;
}

function Body({ code, claiming, onCode }: BodyProps): ReactElement {
  const t = useTexts(texts);
  const { sale, held, failure, reload } = claiming;
  if (isWrongCode(failure)) return <WrongCode onCode={onCode} />;
  if (failure !== undefined && sale === undefined) return <Failed error={failure} onRetry={reload} />;
  if (sale === undefined)
    return (
      <div className="card row" role="status">
        <span className="spinner" aria-hidden="true" />
        {t.loading}
      </div>
    );
  return (
    <>
      <SaleCard sale={sale} />
      {held === undefined ? <Asking sale={sale} claiming={claiming} /> : <Holding code={code} held={held} claiming={claiming} />}
    </>
  );
}

/** No invoice in hand: ask for it, ask for it again, or learn why there is none. */
function Asking({ sale, claiming }: { readonly sale: ClaimView; readonly claiming: Claiming }): ReactElement {
  const t = useTexts(texts);
  const special = sale.kind === 'special';
  if (sale.state === 'expired') return <div className="notice warn">{t.expired}</div>;
  if (sale.state === 'cancelled') return <div className="notice warn">{t.cancelled}</div>;
  if (sale.state === 'open') {
    const submit = t.form.submit(formatMoney(sale.totals.gross, sale.currency));
    return <TitleForm heading={t.form.heading} submit={submit} special={special} onClaim={claiming.claim} />;
  }
  return (
    <>
      <div className="notice" role="status">
        <strong>{t.invoicedElsewhere.title}</strong>
        <div>{t.invoicedElsewhere.text}</div>
        {sale.invoice !== null && (
          <div className="figures breaks small">
            {t.invoice.number} {sale.invoice.number}
          </div>
        )}
      </div>
      <TitleForm heading={t.form.again} submit={t.form.retrieve} special={special} onClaim={claiming.claim} />
    </>
  );
}

interface HoldingProps {
  readonly code: string;
  readonly held: Held;
  readonly claiming: Claiming;
}

function Holding({ code, held, claiming }: HoldingProps): ReactElement {
  // The news are read out, and the keyboard stands where they are.
  useEffect(() => {
    if (held.fresh) document.getElementById('invoice-title')?.focus();
  }, [held.fresh]);
  return (
    <>
      <InvoiceCard invoice={held.invoice} fresh={held.fresh} file={claiming.file} />
      <HandOverCard
        currency={held.invoice.currency}
        status={claiming.status}
        handOver={claiming.handOver}
        companyName={claiming.companyName}
      />
      <CompanyCard buyer={buyerIn(held.invoice)} inbox={held.inbox} link={shareLink(code, held.token)} />
    </>
  );
}

function Failed({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }): ReactElement {
  const { retry } = useTexts(publicTexts);
  return (
    <section className="card">
      <FailureNotice error={error} />
      <button type="button" className="button main" onClick={onRetry}>
        {retry}
      </button>
    </section>
  );
}

function isWrongCode(error: unknown): boolean {
  return error instanceof ApiProblem && ['CLAIM_CODE_WRONG', 'SALE_UNKNOWN'].includes(error.problem.code);
}

/** `/c/` and the code, as it was scanned or typed. */
function codeInAddress(): string {
  const [, , code = ''] = location.pathname.split('/');
  return decodeURIComponent(code).toUpperCase().replaceAll(/[\s-]/g, '');
}

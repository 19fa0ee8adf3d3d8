import { useCallback, useEffect, useState, type ReactElement } from 'react';
import { FailureNotice } from '../public/frame';
import { useTexts } from '../shared/dictionary';
import { formatMoney, formatTime } from '../shared/format';
import type { InvoiceStatus } from './claim';
import { HandOverForm, type HandOverFormProps } from './hand-over-form';
import { texts } from './texts';

interface HandOverCardProps extends Omit<HandOverFormProps, 'onDone'> {
  readonly currency: string;
  readonly status: () => Promise<InvoiceStatus>;
}

/** Hands the invoice to the company that shall reimburse it, and shows what has become of it. */
export function HandOverCard({ currency, status, ...handing }: HandOverCardProps): ReactElement {
  const t = useTexts(texts).handOver;
  const [standing, setStanding] = useState<InvoiceStatus>();
  const [failure, setFailure] = useState<unknown>();
  const read = useCallback(() => {
    status().then(setStanding, setFailure);
  }, [status]);
  useEffect(read, [read]);
  const again = (): void => {
    setFailure(undefined);
    read();
  };
  return (
    <section className="card" aria-labelledby="hand-over-title">
      <h2 id="hand-over-title">{t.heading}</h2>
      <HandOverForm {...handing} onDone={again} />
      {standing !== undefined && (
        <dl data-claim={standing.claim}>
          <dt>{t.claim}</dt>
          <dd>
            <strong>{t.claims[standing.claim]}</strong>
            {standing.left !== null && <div className="soft small">{t.left(formatMoney(standing.left, currency))}</div>}
          </dd>
          {standing.document !== 'issued' && (
            <>
              <dt>{t.document}</dt>
              <dd>{t.documents[standing.document]}</dd>
            </>
          )}
        </dl>
      )}
      {failure !== undefined && <FailureNotice error={failure} />}
      <button type="button" className="button" onClick={again}>
        {t.refresh}
      </button>
      {standing !== undefined && <p className="soft small after">{t.asOf(formatTime(standing.asOf))}</p>}
    </section>
  );
}

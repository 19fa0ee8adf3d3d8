import type { Party } from '@lianpiao/chaincode/domain';
import { useState, type ReactElement } from 'react';
import { useTexts } from '../shared/dictionary';
import { texts } from './texts';

interface CompanyCardProps {
  readonly buyer: Party | undefined;
  /** Undefined when nobody said: the invoice was claimed before. */
  readonly inbox: boolean | undefined;
  readonly link: string;
}

/** Hands the invoice on: by itself when the company is registered, by a link otherwise. */
export function CompanyCard({ buyer, inbox, link }: CompanyCardProps): ReactElement {
  const t = useTexts(texts);
  const [copied, setCopied] = useState(false);
  const canShare = typeof navigator.share === 'function';
  const share = (): void => {
    // Whoever changes their mind in the phone's own sheet has not failed.
    navigator.share({ title: t.title, url: link }).catch(() => undefined);
  };
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(link);
    setCopied(true);
  };
  return (
    <section className="card" aria-labelledby="company-title">
      <h2 id="company-title">{t.company.heading}</h2>
      {inbox === true && <div className="notice good">{t.company.inbox(buyer?.name ?? '')}</div>}
      {inbox === false && <p>{buyer?.taxId === undefined ? t.company.noTaxId : t.company.notThere(buyer.name)}</p>}
      <label className="field">
        <span>{t.company.link}</span>
        <input readOnly value={link} className="small" onFocus={(event) => event.currentTarget.select()} />
      </label>
      <div className="row">
        {canShare && (
          <button type="button" className="button main" onClick={share}>
            {t.company.share}
          </button>
        )}
        <button type="button" className="button" onClick={() => void copy()}>
          {copied ? t.company.copied : t.company.copy}
        </button>
      </div>
      <p className="soft small after">{t.company.warning}</p>
    </section>
  );
}

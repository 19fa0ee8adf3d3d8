import type { StatusSummary } from '@lianpiao/chaincode/domain';
import type { PackageReport } from '@lianpiao/gateway/evidence';
import type { ReactElement } from 'react';
import { useTexts } from '../shared/dictionary';
import { groupNumber } from '../shared/format';
import { statusRows } from './status/status-rows';
import { texts } from './texts';

const LOOKS = { valid: 'good', unknown: 'plain', invalid: 'bad' } as const;
const SIGNS = { valid: '✓', unknown: '?', invalid: '✗' } as const;
const BOUND_LOOKS = { proven: 'holds', copy: 'skipped', differing: 'fails' } as const;
const BOUND_SIGNS = { proven: '✓', copy: '–', differing: '✗' } as const;

/** What came out of an evidence package: the whole in one word, then each invoice and each document in it. */
export function PackageCard({ report }: { readonly report: PackageReport }): ReactElement {
  const t = useTexts(texts);
  const { result, reason, error, bundles, documents } = report;
  const { name, text } = t.packages[result];
  return (
    <section className={`card outcome ${LOOKS[result]}`} data-package={result} aria-live="polite" tabIndex={-1} id="package">
      <div className="verdict">
        <span className="sign" aria-hidden="true">
          {SIGNS[result]}
        </span>
        <div>
          <h2>{name}</h2>
          <p>{text}</p>
          {reason !== undefined && (
            <p className="small breaks">{[reason, error?.path, error?.found].filter(Boolean).join(' · ')}</p>
          )}
        </div>
      </div>
      {bundles.length > 0 && <h3>{t.packages.bundles(bundles.length)}</h3>}
      <ol className="checks">
        {bundles.map((bundle) => (
          <li
            key={bundle.path}
            className={bundle.result === 'valid' ? 'holds' : bundle.result === 'invalid' ? 'fails' : 'skipped'}
          >
            <span className="sign" role="img" aria-label={t.packages[bundle.result].name}>
              {SIGNS[bundle.result]}
            </span>
            <span className="figures breaks">{groupNumber(bundle.number)}</span>{' '}
            {bundle.summary.test === true ? t.results.test.name : ''} {bundle.reason}
            <StatusFacts status={bundle.summary.status} />
          </li>
        ))}
      </ol>
      {documents.length > 0 && <h3>{t.packages.documents}</h3>}
      <ol className="checks">
        {documents.map(({ path, bound }) => (
          <li key={path} className={BOUND_LOOKS[bound]}>
            <span className="sign" role="img" aria-label={t.packages.bound[bound]}>
              {BOUND_SIGNS[bound]}
            </span>
            <span className="breaks">
              {path}: {t.packages.bound[bound]}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Where an invoice of the package stood, where its bundle proves it. */
function StatusFacts({ status }: { readonly status: StatusSummary | undefined }): ReactElement | null {
  const t = useTexts(texts);
  const rows = statusRows(status, t);
  if (rows.length === 0) return null;
  return (
    <dl className="facts" data-status={status?.axes.document}>
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="breaks">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

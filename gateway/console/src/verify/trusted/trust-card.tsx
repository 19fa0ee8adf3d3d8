import { useRef, useState, type ReactElement } from 'react';
import { useTexts } from '../../shared/dictionary';
import { texts } from './texts';
import type { Trust, TrustState } from '../trust';

/** Whom the page trusts: everybody may look, and change it. */
export function TrustCard({ trust, loading, load }: TrustState): ReactElement {
  const t = useTexts(texts);
  const chooser = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState(false);
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    try {
      load(file.name, await file.text());
      setWrong(false);
    } catch {
      setWrong(true);
    }
  };
  return (
    <section className="card" aria-labelledby="trust-title">
      <h2 id="trust-title">{t.trust.title}</h2>
      <p className="small soft">{t.trust.intro}</p>
      {trust === undefined ? <p>{loading ? t.trust.loading : t.trust.missing}</p> : <TrustedLogs trust={trust} />}
      {wrong && (
        <div className="notice bad" role="alert">
          {t.trust.wrong}
        </div>
      )}
      <button type="button" className="button" onClick={() => chooser.current?.click()}>
        {t.trust.load}
      </button>
      <input
        ref={chooser}
        type="file"
        hidden
        data-purpose="trust"
        accept=".json,application/json"
        onChange={(event) => {
          void take(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
    </section>
  );
}

function TrustedLogs({ trust: { file, text, source } }: { readonly trust: Trust }): ReactElement {
  const t = useTexts(texts);
  const known = { gateway: t.trust.fromGateway, page: t.trust.fromPage };
  return (
    <>
      <p className="small">{typeof source === 'string' ? known[source] : t.trust.fromFile(source.fileName)}</p>
      <dl className="facts">
        {text.logs.map(({ origin, vkey }) => (
          <div key={vkey}>
            <dt>{t.trust.log}</dt>
            <dd className="breaks">
              {origin}
              <br />
              <code className="small">{vkey}</code>
            </dd>
          </div>
        ))}
      </dl>
      <p className="small soft">
        {file.quorum === 0 ? t.trust.noWitnesses : t.trust.witnesses(file.witnesses.length, file.quorum)}
      </p>
    </>
  );
}

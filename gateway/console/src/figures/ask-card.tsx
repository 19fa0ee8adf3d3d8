import encodeQR from 'qr';
import { useMemo, useState, type ReactElement } from 'react';
import { useTexts } from '../shared/dictionary';
import { linkOf, makeRequest, type FiguresRequest } from './request';
import { texts } from './texts';

interface AskCardProps {
  readonly request: FiguresRequest | undefined;
  readonly onRequest: (request: FiguresRequest) => void;
}

/** Who asks, and the link by which a seller answers. */
export function AskCard({ request, onRequest }: AskCardProps): ReactElement {
  const { ask: t } = useTexts(texts);
  const [name, setName] = useState(request?.audience ?? '');
  const [wrong, setWrong] = useState(false);
  const submit = (): void => {
    const audience = name.trim();
    setWrong(audience === '');
    if (audience === '') document.getElementById('bank-name')?.focus();
    else onRequest(makeRequest(audience));
  };
  return (
    <section className="card" aria-labelledby="ask-title">
      <h2 id="ask-title">{t.title}</h2>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <label className="field">
          <span>{t.name}</span>
          <input
            id="bank-name"
            autoComplete="organization"
            maxLength={200}
            value={name}
            aria-invalid={wrong}
            aria-describedby={wrong ? 'bank-name-fault' : 'bank-name-hint'}
            onChange={(event) => {
              setName(event.currentTarget.value);
            }}
          />
          {wrong ? (
            <em id="bank-name-fault" className="fault">
              {t.nameWrong}
            </em>
          ) : (
            <small id="bank-name-hint" className="soft">
              {t.nameHint}
            </small>
          )}
        </label>
        <button type="submit" className={request === undefined ? 'button main' : 'button'}>
          {request === undefined ? t.make : t.another}
        </button>
      </form>
      {request !== undefined && <LinkOf request={request} />}
    </section>
  );
}

function LinkOf({ request }: { readonly request: FiguresRequest }): ReactElement {
  const { ask: t } = useTexts(texts);
  const [copied, setCopied] = useState('');
  const link = linkOf(request);
  const picture = useMemo(() => `data:image/svg+xml,${encodeURIComponent(encodeQR(link, 'svg'))}`, [link]);
  return (
    <div role="status" className="asked">
      <p className="small">{t.send}</p>
      <p className="breaks">
        <code id="figures-link">{link}</code>
      </p>
      <p className="small">
        {t.nonce}: <code>{request.nonce}</code>
      </p>
      <div className="row">
        <button
          type="button"
          className="button"
          onClick={() => {
            void navigator.clipboard.writeText(link).then(() => {
              setCopied(link);
            });
          }}
        >
          {copied === link ? t.copied : t.copy}
        </button>
      </div>
      <img src={picture} alt={t.code} width={160} height={160} />
    </div>
  );
}

import { parseClaimCode } from '@lianpiao/chaincode/domain';
import { useState, type ReactElement } from 'react';
import { useTexts } from '../shared/dictionary';
import { texts } from './texts';

/** Nothing is behind the code: type it from the receipt. */
export function WrongCode({ onCode }: { readonly onCode: (code: string) => void }): ReactElement {
  const { wrongCode: t } = useTexts(texts);
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState(false);
  return (
    <section className="card" aria-labelledby="wrong-title">
      <h2 id="wrong-title">{t.title}</h2>
      <p>{t.text}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const code = parseClaimCode(typed);
          setFault(code === undefined);
          if (code !== undefined) onCode(code);
        }}
      >
        <label className="field">
          <span>{t.label}</span>
          <input
            value={typed}
            className="figures code"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={40}
            aria-invalid={fault}
            aria-describedby="code-hint"
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setFault(false);
            }}
          />
          <em id="code-hint" className={fault ? 'fault' : 'soft small'} role={fault ? 'alert' : undefined}>
            {fault ? t.fault : t.hint}
          </em>
        </label>
        <button type="submit" className="button main wide">
          {t.button}
        </button>
      </form>
    </section>
  );
}

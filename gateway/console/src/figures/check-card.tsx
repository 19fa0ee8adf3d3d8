import { useState, type ReactElement } from 'react';
import { useTexts } from '../shared/dictionary';
import { texts } from './texts';

const MAX_BYTES = 64 * 1024;

interface CheckCardProps {
  /** False before anything was asked for. */
  readonly ready: boolean;
  readonly busy: boolean;
  readonly onText: (text: string) => void;
}

/** Takes what the seller sent, as text or as a file. */
export function CheckCard({ ready, busy, onText }: CheckCardProps): ReactElement {
  const { check: t } = useTexts(texts);
  const [text, setText] = useState('');
  const [tooLarge, setTooLarge] = useState(false);
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setTooLarge(file.size > MAX_BYTES);
    if (file.size <= MAX_BYTES) setText(await file.text());
  };
  return (
    <section className="card" aria-labelledby="check-title">
      <h2 id="check-title">{t.title}</h2>
      {!ready && <p className="soft">{t.needsRequest}</p>}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') onText(text);
        }}
      >
        <label className="field">
          <span>{t.text}</span>
          <textarea
            id="shown"
            rows={4}
            value={text}
            spellCheck={false}
            disabled={!ready}
            onChange={(event) => {
              setText(event.currentTarget.value);
            }}
          />
        </label>
        <label className="field">
          <span>{t.file}</span>
          <input
            type="file"
            id="shown-file"
            disabled={!ready}
            onChange={(event) => {
              void take(event.currentTarget.files?.[0]);
            }}
          />
        </label>
        {tooLarge && (
          <div className="notice bad" role="alert">
            {t.tooLarge}
          </div>
        )}
        <button type="submit" className="button main" disabled={!ready || busy || text.trim() === ''}>
          {busy ? t.busy : t.button}
        </button>
      </form>
    </section>
  );
}

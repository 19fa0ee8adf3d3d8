import type { ReactElement, ReactNode } from 'react';
import { ApiProblem, Unreachable } from '../api/problem';
import { useLanguage, useTexts } from '../shared/dictionary';
import { chooseLanguage, LANGUAGE_TAGS, type Language } from '../shared/language';
import mark from '../shared/mark.svg';
import { texts } from './texts';

const NAMES: readonly (readonly [Language, string])[] = [
  ['zh', '中文'],
  ['en', 'English'],
];

/** The frame of a public page: mark, languages, content. */
export function Frame({ children }: { readonly children: ReactNode }): ReactElement {
  const t = useTexts(texts);
  return (
    <div className="frame">
      <header className="top">
        <img src={mark} alt="" />
        <span className="brand">{t.brand}</span>
        <LanguageButtons label={t.language} />
      </header>
      <main>{children}</main>
    </div>
  );
}

function LanguageButtons({ label }: { readonly label: string }): ReactElement {
  const language = useLanguage();
  return (
    <div className="switch" role="group" aria-label={label}>
      {NAMES.map(([code, name]) => (
        <button
          key={code}
          type="button"
          lang={LANGUAGE_TAGS[code]}
          aria-pressed={code === language}
          onClick={() => {
            chooseLanguage(code);
          }}
        >
          {name}
        </button>
      ))}
    </div>
  );
}

/** What went wrong, read out at once to whoever listens; undefined shows nothing. */
export function FailureNotice({ error }: { readonly error: unknown }): ReactElement | null {
  const t = useTexts(texts);
  const language = useLanguage();
  if (error === undefined || error === null) return null;
  const known = error instanceof ApiProblem ? error.titleIn(language) : t.failed;
  return (
    <div className="notice bad" role="alert">
      {error instanceof Unreachable ? t.unreachable : known}
    </div>
  );
}

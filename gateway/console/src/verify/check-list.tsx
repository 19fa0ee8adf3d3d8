import type { ReactElement } from 'react';
import { useLanguage, useTexts } from '../shared/dictionary';
import type { Outcome } from './outcome';
import { texts } from './texts';

interface Line {
  readonly ok: boolean | 'skipped';
  readonly text: string;
}

const LOOKS = { true: 'holds', false: 'fails', skipped: 'skipped' } as const;
const SIGNS = { holds: '✓', fails: '✗', skipped: '–' } as const;

/** Which checks were made, and how each came out: in signs, in words for who cannot see them, and in order. */
export function CheckList({ outcome }: { readonly outcome: Outcome }): ReactElement | null {
  const t = useTexts(texts);
  const lines = useLines(outcome);
  if (lines.length === 0) return null;
  return (
    <>
      <h3>{t.checks}</h3>
      <ol className="checks">
        {lines.map(({ ok, text }) => {
          const look = LOOKS[String(ok) as keyof typeof LOOKS];
          return (
            <li key={text} className={look}>
              <span className="sign" role="img" aria-label={t.outcomes[look]}>
                {SIGNS[look]}
              </span>
              {text}
            </li>
          );
        })}
      </ol>
    </>
  );
}

function useLines({ checks, by, result, differing = [], reason }: Outcome): readonly Line[] {
  const t = useTexts(texts);
  const language = useLanguage();
  if (checks !== undefined) return checks.map((check) => ({ ok: check.ok, text: check[language] }));
  if (by === 'gateway' && result === 'unknown') return reason === undefined ? [{ ok: false, text: t.paperChecks.numberNot }] : [];
  if (result === 'invalid' || result === 'unknown') return [];
  return (['number', 'date', 'total'] as const).map((fact) => {
    const ok = !differing.includes(fact);
    return { ok, text: t.paperChecks[ok ? fact : (`${fact}Not` as const)] };
  });
}

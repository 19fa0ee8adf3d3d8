import type { ReactElement } from 'react';
import { useTexts } from '../../shared/dictionary';
import { useServiceTime } from './service-clock';
import { texts } from './texts';

const UNITS = [
  ['days', 86_400],
  ['hours', 3600],
  ['minutes', 60],
  ['seconds', 1],
] as const;

/** What is left until a time (RFC 3339), in its two greatest units. */
export function TimeLeft({
  until,
  say = (text) => text,
}: {
  readonly until: string;
  readonly say?: (text: string) => string;
}): ReactElement {
  const { time: t } = useTexts(texts);
  const now = useServiceTime();
  const seconds = Math.floor((Date.parse(until) - now) / 1000);
  if (seconds <= 0) return <span className="number">{t.over}</span>;
  const parts = UNITS.map(([unit, size], place) => {
    const above = UNITS[place - 1]?.[1] ?? Number.MAX_SAFE_INTEGER;
    return { count: Math.floor((seconds % above) / size), word: t[unit] };
  });
  const text = parts
    .filter(({ count }) => count > 0)
    .slice(0, 2)
    .map(({ count, word }) => `${String(count)} ${word}`)
    .join(' ');
  return <span className="number">{say(text)}</span>;
}

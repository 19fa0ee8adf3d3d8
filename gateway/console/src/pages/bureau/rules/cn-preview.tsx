import { Alert } from 'antd';
import type { ReactElement } from 'react';
import { useLanguage, useTexts } from '../../../shared/dictionary';
import { formatMoney, formatRate } from '../../../shared/format';
import { turnsOf, type CnRate, type CnRules, type RateChange } from './cn-draft';
import './rules.css';
import { texts } from './texts';

interface CnPreviewProps {
  readonly inForce: CnRules;
  readonly next: CnRules;
  readonly changes: readonly RateChange[];
}

/** What a rule set would change, and from which day: before it is published, since nothing takes it back. */
export function CnPreview({ inForce, next, changes }: CnPreviewProps): ReactElement {
  const { cnForm: t, ...words } = useTexts(texts);
  const language = useLanguage();
  const nameOf = ({ category, rate }: CnRate): string => t.rateName(words.categories[category], formatRate(rate));
  const lines = changes.map((change) =>
    change.kind === 'added'
      ? t.added(nameOf(change.rate), change.rate.from, change.rate.to ?? t.noEnd)
      : t.ended(nameOf(change.rate), change.rate.from, change.before ?? t.noEnd, change.rate.to ?? t.noEnd),
  );
  if (next.tolerance !== inForce.tolerance)
    lines.push(t.toleranceChanged(formatMoney(inForce.tolerance, 'CNY'), formatMoney(next.tolerance, 'CNY')));
  const turns = turnsOf(inForce, next).map(({ day, rates }) =>
    t.turn(day, rates.map(nameOf).join(language === 'zh' ? '、' : ', ')),
  );
  return (
    <Alert
      type={lines.length === 0 ? 'info' : 'warning'}
      className="gap-below"
      title={lines.length === 0 ? t.nothing : t.preview}
      description={
        lines.length === 0 ? undefined : (
          <>
            <ul className="preview-lines" data-testid="rates-preview">
              {[...lines, ...turns].map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            {t.fromNow}
          </>
        )
      }
    />
  );
}

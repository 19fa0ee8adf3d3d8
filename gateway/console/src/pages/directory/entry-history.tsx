import { Card, Timeline, Typography } from 'antd';
import type { ReactElement } from 'react';
import { useLanguage, useTexts } from '../../shared/dictionary';
import { formatCount, formatTime } from '../../shared/format';
import { texts } from './texts';
import type { EntryDetail } from './types';
import { useDepartmentName } from './use-departments';

type Act = EntryDetail['history'][number]['act'];

/** What was done to an entry, by whom and why. */
export function EntryHistory({ entry: { history } }: { readonly entry: EntryDetail }): ReactElement {
  const { history: t } = useTexts(texts);
  const language = useLanguage();
  const nameOf = useDepartmentName();
  const said = (act: Act): string => {
    if (act.type === 'catalogue.published') return t.acts[act.type](String(act.version));
    if (act.type === 'catalogue.regraded') return t.acts[act.type](String(act.grade));
    if (act.type === 'catalogue.transferred') return t.acts[act.type](nameOf(act.owner));
    return act.type === 'catalogue.approved' ? t.acts[act.type](nameOf(act.consumer)) : act.type;
  };
  return (
    <Card title={t.title}>
      <Timeline
        items={history.map(({ sequence, who, why, act }) => ({
          key: sequence,
          content: (
            <>
              <strong>{said(act)}</strong> <span className="number">{formatTime(act.time)}</span>
              <br />
              <Typography.Text type="secondary">
                {[
                  ...(who === null ? [] : [nameOf(who.organisation)]),
                  ...(why === null ? [] : [t.why(why)]),
                  t.ledger(formatCount(sequence, language)),
                ].join(' · ')}
              </Typography.Text>
            </>
          ),
        }))}
      />
    </Card>
  );
}

import { Card, Typography } from 'antd';
import { useMemo, type ReactElement } from 'react';
import { useQuery } from '@tanstack/react-query';
import { DataTable } from '../../../app/data-table';
import type { Answer } from '../../../api/answers';
import { answerOf, api } from '../../../api/client';
import { Nothing, Reading } from '../../../app/states';
import { Chart } from '../../../charts/chart';
import { barOption, lineOption, type Point } from '../../../charts/options';
import { useLanguage, useTexts } from '../../../shared/dictionary';
import { formatCount, formatMoney } from '../../../shared/format';
import { regionName } from './regions';
import { texts } from './texts';

export type Cuts = Answer<'readCuts'>;
type Sum = Cuts['items'][number];
export type Days = readonly [from: string, to: string];

const SHOWN = 50;
const DRAWN = 12;
const DAY_MS = 24 * 60 * 60 * 1000;
const REFRESH_MS = 15_000;

export function useCuts(by: Cuts['by'], [from, to]: Days): ReturnType<typeof useQuery<Cuts>> {
  return useQuery({
    queryKey: ['cuts', by, from, to],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/stats/cuts', { params: { query: { by, from, to, limit: SHOWN } }, signal })),
    refetchInterval: REFRESH_MS,
  });
}

/** Sums by one cut, drawn and written. */
export function CutCard({
  by,
  days,
  title,
}: {
  readonly by: Cuts['by'];
  readonly days: Days;
  readonly title: string;
}): ReactElement {
  return (
    <Card title={title}>
      <Reading query={useCuts(by, days)}>{(cuts) => <CutFigures cuts={cuts} title={title} />}</Reading>
    </Card>
  );
}

function CutFigures({ cuts, title }: { readonly cuts: Cuts; readonly title: string }): ReactElement {
  const t = useTexts(texts);
  const language = useLanguage();
  const nameOf = useKeyName(cuts.by);
  const real = useMemo(() => cuts.items.filter(({ test }) => !test), [cuts]);
  const option = useMemo(() => {
    const points = real.map((sum): Point => ({
      name: nameOf(sum.key),
      value: Number(sum.net),
      text: `${formatMoney(sum.net, sum.currency)} · ${formatCount(sum.count, language)}`,
    }));
    return cuts.by === 'day' ? lineOption(withEmptyDays(points, cuts)) : barOption(points.slice(0, DRAWN));
  }, [real, cuts, language, nameOf]);
  if (real.length === 0) return <Nothing>{t.empty}</Nothing>;
  const height = cuts.by === 'day' ? 220 : 40 + Math.min(DRAWN, real.length) * 30;
  return (
    <>
      <Chart label={title} option={option} height={height} />
      <details className="figures-table">
        <summary>{t.figures}</summary>
        <DataTable<Sum>
          size="small"
          rowKey={({ key, currency }) => `${key} ${currency}`}
          dataSource={real}
          columns={[
            { title: t.key, render: (_, { key }) => nameOf(key) },
            { title: t.count, className: 'amount', align: 'end', render: (_, { count }) => formatCount(count, language) },
            { title: t.net, className: 'amount', align: 'end', render: (_, { net, currency }) => formatMoney(net, currency) },
            { title: t.tax, className: 'amount', align: 'end', render: (_, { tax, currency }) => formatMoney(tax, currency) },
          ]}
        />
        {cuts.rest > 0 && <Typography.Text type="secondary">{t.rest(cuts.rest)}</Typography.Text>}
      </details>
    </>
  );
}

/** Days without invoices are days all the same. */
function withEmptyDays(points: readonly Point[], { from, to }: Cuts): Point[] {
  const days: Point[] = [];
  for (let time = Date.parse(from); time <= Date.parse(to); time += DAY_MS) {
    const name = new Date(time).toISOString().slice(0, 'YYYY-MM-DD'.length);
    days.push(points.find((point) => point.name === name) ?? { name, value: 0, text: '0' });
  }
  return days;
}

/** How a key of a cut is written for people. */
function useKeyName(by: Cuts['by']): (key: string) => string {
  const t = useTexts(texts);
  const language = useLanguage();
  return useMemo(() => {
    const words: Readonly<Record<string, string>> = { '': t.unnamed, exempt: t.exempt, untaxed: t.untaxed };
    if (by === 'region') return (key) => regionName(key, language);
    if (by === 'rate') return (key) => words[key] ?? `${key}%`;
    return (key) => words[key] ?? key;
  }, [by, language, t]);
}

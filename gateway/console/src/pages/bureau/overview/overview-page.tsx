import { Card, DatePicker, Statistic, Typography } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState, type ReactElement } from 'react';
import { Page } from '../../../app/page';
import { Reading } from '../../../app/states';
import { useLanguage, useTexts } from '../../../shared/dictionary';
import { formatCount, formatDate, formatMoney, sumOf } from '../../../shared/format';
import { CutCard, useCuts, type Cuts, type Days } from './cut-card';
import { texts } from './texts';

const FORM = 'YYYY-MM-DD';
const MAX_DAYS = 92;

/** What the whole ledger amounts to, by day, region, trade and rate. */
export default function OverviewPage(): ReactElement {
  const t = useTexts(texts);
  const today = dayjs(formatDate(new Date()));
  const [days, setDays] = useState<Days>([today.subtract(6, 'day').format(FORM), today.format(FORM)]);
  const choose = (chosen: readonly (Dayjs | null)[] | null): void => {
    const [from, to] = chosen ?? [];
    if (from && to) setDays([from.format(FORM), to.format(FORM)]);
  };
  const picker = (
    <DatePicker.RangePicker
      aria-label={t.days}
      allowClear={false}
      value={[dayjs(days[0]), dayjs(days[1])]}
      onChange={choose}
      disabledDate={(day, { from }) => (from === undefined ? day.isAfter(today) : Math.abs(day.diff(from, 'day')) >= MAX_DAYS)}
      presets={[
        { label: t.presets.today, value: [today, today] },
        { label: t.presets.week, value: [today.subtract(6, 'day'), today] },
        { label: t.presets.month, value: [today.subtract(29, 'day'), today] },
      ]}
    />
  );
  return (
    <Page title={t.title} lead={t.lead} extra={picker}>
      <Totals days={days} />
      <CutCard by="day" days={days} title={t.byDay} />
      <div className="grid-charts">
        <CutCard by="region" days={days} title={t.byRegion} />
        <CutCard by="rate" days={days} title={t.byRate} />
      </div>
      <CutCard by="trade" days={days} title={t.byTrade} />
    </Page>
  );
}

function Totals({ days }: { readonly days: Days }): ReactElement {
  const t = useTexts(texts);
  const language = useLanguage();
  return (
    <Reading query={useCuts('day', days)}>
      {(sums) => (
        <>
          <div className="grid-cards">
            {totalsOf(sums, language).map(({ kind, value, name }) => (
              <Card key={`${kind} ${name}`} size="small">
                <Statistic title={`${t[kind]}${name}`} value={value} />
              </Card>
            ))}
          </div>
          <Typography.Text type="secondary">{t.counted(formatCount(sums.height, language))}</Typography.Text>
        </>
      )}
    </Reading>
  );
}

interface Total {
  readonly kind: 'invoices' | 'net' | 'tax' | 'tests';
  readonly name: string;
  readonly value: string;
}

/** The sums over all days, a currency each; decimal text is added up in hundredths, exactly. */
function totalsOf({ items }: Cuts, language: 'zh' | 'en'): Total[] {
  const real = items.filter(({ test }) => !test);
  const countOf = (sums: Cuts['items']): string =>
    formatCount(
      sums.reduce((total, { count }) => total + count, 0),
      language,
    );
  const currencies = [...new Set(real.map(({ currency }) => currency))];
  const amount = (member: 'net' | 'tax', currency: string): string => {
    const amounts = real.filter((sum) => sum.currency === currency).map((sum) => sum[member]);
    return formatMoney(sumOf(amounts), currency);
  };
  return [
    { kind: 'invoices', name: '', value: countOf(real) },
    ...currencies.flatMap((currency): Total[] => {
      const name = currencies.length === 1 ? '' : ` ${currency}`;
      return [
        { kind: 'net', name, value: amount('net', currency) },
        { kind: 'tax', name, value: amount('tax', currency) },
      ];
    }),
    { kind: 'tests', name: '', value: countOf(items.filter(({ test }) => test)) },
  ];
}

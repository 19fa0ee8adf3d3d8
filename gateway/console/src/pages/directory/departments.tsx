import { Tag, Typography, type TableColumnsType } from 'antd';
import { useMemo, type ReactElement } from 'react';
import { Link } from 'react-router';
import { DataTable } from '../../app/data-table';
import { Nothing, Reading } from '../../app/states';
import { Chart } from '../../charts/chart';
import { groupedBarOption } from '../../charts/options';
import { useLanguage, useTexts } from '../../shared/dictionary';
import { formatCount } from '../../shared/format';
import { texts } from './texts';
import type { Department } from './types';
import { useDepartments } from './use-departments';

const DRAWN = 12;
const COUNTS = ['registered', 'connected', 'working'] as const;

/** How many entries each department has registered, how many have a source, and how many of these answer. */
export function Departments(): ReactElement {
  const { noDepartments } = useTexts(texts);
  return (
    <Reading query={useDepartments()}>
      {(departments) => (departments.length === 0 ? <Nothing>{noDepartments}</Nothing> : <Figures departments={departments} />)}
    </Reading>
  );
}

function Figures({ departments }: { readonly departments: readonly Department[] }): ReactElement {
  const { counts: t } = useTexts(texts);
  const language = useLanguage();
  const drawn = useMemo(
    () => [...departments].sort((left, right) => right.registered - left.registered).slice(0, DRAWN),
    [departments],
  );
  const option = useMemo(
    () =>
      groupedBarOption(
        drawn.map(({ organisation, name }) => name ?? organisation),
        COUNTS.map((count) => ({ name: t[count], values: drawn.map((department) => department[count]) })),
      ),
    [drawn, t],
  );
  return (
    <>
      <Typography.Title level={2} className="card-title">
        {t.title}
      </Typography.Title>
      <Chart label={t.chart} option={option} height={60 + drawn.length * 56} />
      {departments.length > DRAWN && (
        <Typography.Paragraph type="secondary">{t.drawn(formatCount(DRAWN, language))}</Typography.Paragraph>
      )}
      <DataTable<Department> rowKey={({ organisation }) => organisation} dataSource={[...departments]} columns={useColumns()} />
    </>
  );
}

function useColumns(): TableColumnsType<Department> {
  const { counts: t } = useTexts(texts);
  const language = useLanguage();
  return [
    { title: t.department, render: (_, { organisation, name }) => name ?? organisation },
    { title: t.division, dataIndex: 'division', className: 'number' },
    ...([...COUNTS, 'linked'] as const).map((count) => ({
      title: t[count],
      className: 'amount',
      align: 'end' as const,
      render: (_: unknown, department: Department) => formatCount(department[count], language),
    })),
    {
      title: t.overdue,
      className: 'amount',
      align: 'end',
      render: (_, { overdue }) =>
        overdue === 0 ? formatCount(0, language) : <Tag color="error">{formatCount(overdue, language)}</Tag>,
    },
    { title: t.show, render: (_, { organisation }) => <Link to={`/directory?owner=${organisation}`}>{t.show}</Link> },
  ];
}

import { Card, Checkbox, Flex, Tag, Typography, type TableColumnsType } from 'antd';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router';
import { DataTable } from '../../app/data-table';
import { Nothing, Reading } from '../../app/states';
import { useLanguage, useTexts } from '../../shared/dictionary';
import { formatCount, formatTime } from '../../shared/format';
import type { Department } from '../directory/types';
import { useDepartmentName, useDepartments } from '../directory/use-departments';
import { useOrganisationName } from '../sharing/use-names';
import { gapsOf } from './gaps';
import { texts } from './texts';
import { useSupervision, type Supervision } from './use-supervision';

/** Departments with whoever looks at them and stands above them, and what of them is not looked after. */
export function MatrixCard(): ReactElement {
  const { matrix: t } = useTexts(texts);
  return (
    <Card title={t.title}>
      <Reading query={useDepartments()}>
        {(departments) => (departments.length === 0 ? <Nothing>{t.none}</Nothing> : <Matrix departments={departments} />)}
      </Reading>
    </Card>
  );
}

function Matrix({ departments }: { readonly departments: readonly Department[] }): ReactElement {
  const { matrix: t } = useTexts(texts);
  const language = useLanguage();
  const [only, setOnly] = useState(false);
  const open = departments.filter((department) => gapsOf(department).length > 0);
  return (
    <>
      <Flex gap={16} wrap className="gap-below">
        <Typography.Text>
          {t.summary(formatCount(departments.length, language), formatCount(open.length, language))}
        </Typography.Text>
        <Checkbox checked={only} onChange={({ target }) => setOnly(target.checked)}>
          {t.only}
        </Checkbox>
      </Flex>
      <DataTable<Department>
        rowKey={({ organisation }) => organisation}
        dataSource={[...(only ? open : departments)]}
        columns={useColumns()}
      />
    </>
  );
}

function useColumns(): TableColumnsType<Department> {
  const { matrix: t } = useTexts(texts);
  const language = useLanguage();
  const nameOf = useDepartmentName();
  const { data: lines = [] } = useSupervision();
  const count = (title: string, read: (department: Department) => number): TableColumnsType<Department>[number] => ({
    title,
    className: 'amount',
    align: 'end',
    render: (_, department) => formatCount(read(department), language),
  });
  return [
    {
      title: t.department,
      render: (_, { organisation, name }) => <Link to={`/directory?owner=${organisation}`}>{name ?? organisation}</Link>,
    },
    { title: t.division, dataIndex: 'division', className: 'number' },
    {
      title: t.supervisor,
      className: 'fields-cell',
      render: (_, { organisation, supervised }) => (
        <Lines count={supervised} lines={lines.filter(({ object }) => object === organisation)} />
      ),
    },
    { title: t.superior, render: (_, { superior }) => (superior === null ? '—' : nameOf(superior)) },
    count(t.entries, ({ registered }) => registered),
    count(t.unconnected, ({ registered, connected }) => registered - connected),
    count(t.failing, ({ connected, working }) => connected - working),
    count(t.overdue, ({ overdue }) => overdue),
    { title: t.gaps, render: (_, department) => <Gaps department={department} /> },
  ];
}

interface LinesProps {
  /** As many as there are, shown or not. */
  readonly count: number;
  readonly lines: readonly Supervision[];
}

/** Who looks at a department, how, how often, and when they last did. */
function Lines({ count, lines }: LinesProps): ReactElement {
  const { matrix: t } = useTexts(texts);
  const language = useLanguage();
  if (Math.max(count, lines.length) === 0) return <Tag color="error">{t.nobody}</Tag>;
  const unseen = count - lines.length;
  return (
    <>
      {lines.map((line) => (
        <div key={`${line.authority}/${line.method}`} className="breaks">
          <Line line={line} />
        </div>
      ))}
      {unseen > 0 && t.unseen(formatCount(unseen, language))}
    </>
  );
}

function Line({ line: { authority, method, intervalDays, lastLook, overdue } }: { readonly line: Supervision }): ReactElement {
  const { matrix: t, plan } = useTexts(texts);
  const language = useLanguage();
  const seen = lastLook === null ? plan.never : t.lastLook(formatTime(lastLook));
  const every = plan.every(formatCount(intervalDays, language));
  return (
    <>
      {[useOrganisationName(authority), plan.methods[method], every, seen].join(' · ')}
      {overdue && (
        <>
          {' '}
          <Tag color="error">{plan.overdue}</Tag>
        </>
      )}
    </>
  );
}

function Gaps({ department }: { readonly department: Department }): ReactElement {
  const { matrix: t } = useTexts(texts);
  const gaps = gapsOf(department);
  if (gaps.length === 0) return <Tag color="success">{t.covered}</Tag>;
  return (
    <span className="facets">
      {gaps.map((gap) => (
        <Tag key={gap} color="error">
          {t.gapNames[gap]}
        </Tag>
      ))}
    </span>
  );
}

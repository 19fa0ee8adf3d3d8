import { Card, Space, Tag, type TableColumnsType } from 'antd';
import type { ReactElement } from 'react';
import { answerOf, api } from '../../api/client';
import { unless } from '../../api/unless';
import { PagedTable } from '../../app/paged-table';
import { ReasonButton } from '../../app/reason-button';
import { useSession } from '../../app/session';
import { useLanguage, useTexts } from '../../shared/dictionary';
import { formatCount, formatTime } from '../../shared/format';
import { noteWritten } from '../directory/written';
import { useOrganisationName } from '../sharing/use-names';
import { LookForm } from './look-form';
import { StatementForm } from './statement-form';
import { texts } from './texts';
import { useSupervision, type Supervision } from './use-supervision';

/** Each line of the matrix: the bureau states and ends them, the authority records its looks. */
export function PlanCard(): ReactElement {
  const { plan: t } = useTexts(texts);
  const { role } = useSession();
  return (
    <Card title={t.title} extra={role === 'bureau' ? <StatementForm /> : undefined}>
      <PagedTable<Supervision>
        pages={useSupervision()}
        rowKey={({ authority, object, method }) => `${object}/${authority}/${method}`}
        more={t.more}
        empty={t.none}
        columns={useColumns()}
      />
    </Card>
  );
}

function useColumns(): TableColumnsType<Supervision> {
  const { plan: t } = useTexts(texts);
  const language = useLanguage();
  return [
    { title: t.authority, render: (_, { authority }) => <Name id={authority} /> },
    { title: t.object, render: (_, { object }) => <Name id={object} /> },
    { title: t.method, render: (_, { method }) => t.methods[method] },
    { title: t.interval, className: 'number', render: (_, { intervalDays }) => t.every(formatCount(intervalDays, language)) },
    { title: t.lastLook, className: 'number', render: (_, { lastLook }) => (lastLook === null ? t.never : formatTime(lastLook)) },
    { title: t.due, className: 'number', render: (_, { due }) => formatTime(due) },
    { title: t.state, render: (_, line) => <States line={line} /> },
    { title: t.actions, render: (_, line) => <Actions line={line} /> },
  ];
}

function Name({ id }: { readonly id: string }): ReactElement {
  return <>{useOrganisationName(id)}</>;
}

interface OfLine {
  readonly line: Supervision;
}

function States({ line: { overdue, finding } }: OfLine): ReactElement {
  const { plan: t } = useTexts(texts);
  return (
    <span className="facets">
      {overdue ? <Tag color="error">{t.overdue}</Tag> : <Tag color="success">{t.inTime}</Tag>}
      {finding === 'open' && <Tag color="warning">{t.findings.open}</Tag>}
    </span>
  );
}

function Actions({ line }: OfLine): ReactElement {
  const { plan: t } = useTexts(texts);
  const { role, organisation } = useSession();
  const { authority, object, method } = line;
  return (
    <Space wrap>
      {authority === organisation && <LookForm line={line} />}
      {role === 'bureau' && (
        <ReasonButton
          title={t.endTitle}
          confirm={t.end}
          hint={t.endHint}
          danger
          done={t.ended}
          act={(reason) => {
            const body = { authority, object, method, intervalDays: 0, reason };
            // It is ended: an attempt before got no answer.
            return unless('SUPERVISION_UNKNOWN', answerOf(api.POST('/v1/supervision', { body })).then(noteWritten));
          }}
        />
      )}
    </Space>
  );
}

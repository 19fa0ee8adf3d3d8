import { Card, Typography, type TableColumnsType } from 'antd';
import type { ReactElement } from 'react';
import type { Answer } from '../../api/answers';
import { answerOf, api } from '../../api/client';
import { Page } from '../../app/page';
import { PagedTable } from '../../app/paged-table';
import { ReasonButton } from '../../app/reason-button';
import { useSession } from '../../app/session';
import { pageQuery, usePages } from '../../app/use-pages';
import { useTexts } from '../../shared/dictionary';
import { formatTime } from '../../shared/format';
import { useOrganisationName, useResourceTitle } from '../sharing/use-names';
import { CrossingForm } from './crossing-form';
import { CrossingTag } from './crossing-tag';
import { texts } from './texts';

type Crossing = Answer<'listCrossings'>['items'][number];

/** Approvals of use abroad, newest first: all for supervisors, for others those that concern them. */
export default function CrossingsPage(): ReactElement {
  const t = useTexts(texts);
  const { role } = useSession();
  const pages = usePages<Crossing>(['crossings'], (after, signal) =>
    answerOf(api.GET('/v1/crossings', { params: { query: pageQuery(after) }, signal })),
  );
  return (
    <Page title={t.title} lead={t.lead} extra={role === 'bureau' ? <CrossingForm /> : undefined}>
      <Card>
        <PagedTable<Crossing>
          pages={pages}
          rowKey={({ approval }) => approval}
          more={t.more}
          empty={t.none}
          columns={useColumns()}
        />
      </Card>
    </Page>
  );
}

function useColumns(): TableColumnsType<Crossing> {
  const { columns: t } = useTexts(texts);
  const { role } = useSession();
  return [
    { title: t.what, className: 'fields-cell', render: (_, crossing) => <Sentence crossing={crossing} /> },
    { title: t.region, className: 'number', render: (_, { region }) => region },
    { title: t.until, className: 'number', render: (_, { until }) => formatTime(until) },
    { title: t.given, className: 'number', render: (_, { since }) => formatTime(since) },
    { title: t.state, render: (_, { until, withdrawn }) => <CrossingTag until={until} withdrawn={withdrawn} /> },
    ...(role === 'bureau'
      ? [{ title: t.actions, render: (_: unknown, crossing: Crossing) => <WithdrawButton crossing={crossing} /> }]
      : []),
  ];
}

interface OfCrossing {
  readonly crossing: Crossing;
}

function Sentence({ crossing: { approval, resource, consumer, region, legalBasis } }: OfCrossing): ReactElement {
  const t = useTexts(texts);
  return (
    <>
      {t.sentence(useOrganisationName(consumer), useResourceTitle(resource), region)}
      <Typography.Paragraph type="secondary" className="short-facts breaks">
        {[approval, ...(legalBasis === null ? [] : [t.basis(legalBasis)])].join(' · ')}
      </Typography.Paragraph>
    </>
  );
}

function WithdrawButton({ crossing: { approval: id, withdrawn } }: OfCrossing): ReactElement | null {
  const t = useTexts(texts);
  if (withdrawn) return null;
  return (
    <ReasonButton
      title={t.withdrawTitle}
      confirm={t.withdraw}
      hint={t.withdrawHint}
      danger
      done={t.withdrawn}
      act={(reason) => answerOf(api.POST('/v1/crossings/{id}/withdraw', { params: { path: { id } }, body: { reason } }))}
    />
  );
}

import { Card, Tag, type TableColumnsType } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { answerOf, api } from '../../api/client';
import { Page } from '../../app/page';
import { PagedTable } from '../../app/paged-table';
import { useSession } from '../../app/session';
import { pageQuery, usePages } from '../../app/use-pages';
import { useTexts } from '../../shared/dictionary';
import { formatTime } from '../../shared/format';
import { RequestForm } from './request-form';
import { possibleSteps, type Negotiation } from './steps';
import { texts } from './texts';
import '../sharing/sharing.css';

export const COLOURS = { FINALIZED: 'success', TERMINATED: 'error' } as const;

/** Negotiations of the organisation, on either side, and asking for another one. */
export default function NegotiationsPage(): ReactElement {
  const t = useTexts(texts);
  const { role } = useSession();
  const pages = usePages<Negotiation>(['negotiations'], (after, signal) =>
    answerOf(api.GET('/v1/negotiations', { params: { query: pageQuery(after) }, signal })),
  );
  return (
    <Page title={t.title} lead={t.lead} extra={role === 'consumer' ? <RequestForm /> : undefined}>
      <Card>
        <PagedTable<Negotiation>
          pages={pages}
          rowKey={({ negotiation }) => negotiation}
          more={t.more}
          empty={role === 'consumer' ? t.none : t.noneProvider}
          columns={useColumns()}
        />
      </Card>
    </Page>
  );
}

function useColumns(): TableColumnsType<Negotiation> {
  const { columns: t, states, steps, sides, nothing } = useTexts(texts);
  return [
    {
      title: t.dataset,
      className: 'fields-cell',
      render: (_, { negotiation, dataset }) => <Link to={`/negotiations/${encodeURIComponent(negotiation)}`}>{dataset}</Link>,
    },
    { title: t.peer, dataIndex: 'peer', className: 'breaks' },
    { title: t.side, render: (_, { side }) => sides[side] },
    { title: t.state, render: (_, { state }) => <Tag color={COLOURS[state as keyof typeof COLOURS]}>{states[state]}</Tag> },
    {
      title: t.next,
      render: (_, negotiation) => {
        const [word] = possibleSteps(negotiation);
        return word === undefined || word === 'terminate' ? nothing : steps[word].open;
      },
    },
    { title: t.updated, className: 'number', render: (_, { updatedAt }) => formatTime(updatedAt) },
  ];
}

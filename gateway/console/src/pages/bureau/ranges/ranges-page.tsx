import { Card, Progress, Typography } from 'antd';
import type { ReactElement } from 'react';
import type { Answer } from '../../../api/answers';
import { answerOf, api } from '../../../api/client';
import { Page } from '../../../app/page';
import { PagedTable } from '../../../app/paged-table';
import { useSession } from '../../../app/session';
import { pageQuery, usePages } from '../../../app/use-pages';
import { useLanguage, useTexts } from '../../../shared/dictionary';
import { formatCount, formatDate } from '../../../shared/format';
import { AllotForm } from './allot-form';
import { texts } from './texts';

type Organisation = Answer<'listOrganisations'>['items'][number];

/** Sellers with their numbers, and allotting more. */
export default function RangesPage(): ReactElement {
  const t = useTexts(texts);
  const language = useLanguage();
  const { role } = useSession();
  const year = formatDate(new Date()).slice(2, 4);
  // Whoever does not sell has no quota and no place here.
  const all = usePages<Organisation>(['organisations'], (after, signal) =>
    answerOf(api.GET('/v1/organisations', { params: { query: pageQuery(after) }, signal })),
  );
  const pages = { ...all, data: all.data?.filter(({ quota }) => quota !== null) };
  const count = (value: number): string => formatCount(value, language);
  const allottedOf = ({ allotted }: Organisation): number => allotted[year] ?? 0;
  return (
    <Page title={t.title} lead={t.lead} extra={role === 'bureau' && <AllotForm />}>
      <Card>
        <PagedTable<Organisation>
          pages={pages}
          rowKey={({ organisation }) => organisation}
          more={t.more}
          empty={t.none}
          columns={[
            {
              title: t.seller,
              render: (_, { name, organisation }) => (
                <>
                  {name} <Typography.Text type="secondary">{organisation}</Typography.Text>
                </>
              ),
            },
            { title: t.quota, align: 'end', className: 'amount', render: (_, { quota }) => count(quota ?? 0) },
            { title: t.allotted, align: 'end', className: 'amount', render: (_, item) => count(allottedOf(item)) },
            { title: t.left, align: 'end', className: 'amount', render: (_, { left }) => count(left) },
            {
              title: t.used,
              width: 180,
              render: (_, item) => (
                <Progress
                  size="small"
                  aria-label={t.used}
                  percent={Math.min(100, Math.ceil((100 * allottedOf(item)) / Math.max(1, item.quota ?? 1)))}
                />
              ),
            },
          ]}
        />
      </Card>
    </Page>
  );
}

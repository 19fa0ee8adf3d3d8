import { useQuery } from '@tanstack/react-query';
import { Alert, Card, Descriptions, Flex, Tag, Typography } from 'antd';
import type { ReactElement } from 'react';
import { answerOf, api } from '../../api/client';
import { ApiProblem } from '../../api/problem';
import { PagedTable } from '../../app/paged-table';
import { Failure, Loading } from '../../app/states';
import { pageQuery, usePages } from '../../app/use-pages';
import { useLanguage, useTexts } from '../../shared/dictionary';
import { formatCount, formatTime } from '../../shared/format';
import { EventsCard } from './events-card';
import { LineageCard } from './lineage-card';
import { texts } from './texts';
import type { Registration } from './types';

/** What the ledger knows of a content. */
export function ContentView({ digest }: { readonly digest: string }): ReactElement {
  const t = useTexts(texts);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['content', digest],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/provenance/{digest}', { params: { path: { digest } }, signal })),
  });
  if (isPending) return <Loading />;
  if (error instanceof ApiProblem && error.problem.code === 'PROVENANCE_UNKNOWN')
    return (
      <Alert
        type="warning"
        showIcon
        role="status"
        title={t.unknown}
        description={
          <>
            {t.unknownHint}
            <br />
            <span className="breaks">{digest}</span>
          </>
        }
      />
    );
  if (data === undefined) return <Failure error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <Card>
        <Descriptions size="small" column={1}>
          <Descriptions.Item label={t.copy}>
            <Typography.Text copyable className="breaks">
              {digest}
            </Typography.Text>
          </Descriptions.Item>
          <Descriptions.Item label={t.holder}>
            <strong>{data.holder}</strong>
          </Descriptions.Item>
        </Descriptions>
      </Card>
      <RegistrationsCard digest={digest} />
      <LineageCard digest={digest} />
      <EventsCard digest={digest} />
    </>
  );
}

function RegistrationsCard({ digest }: { readonly digest: string }): ReactElement {
  const { registrations: t, more } = useTexts(texts);
  const language = useLanguage();
  const pages = usePages<Registration>(['registrations', digest], (after, signal) =>
    answerOf(api.GET('/v1/provenance/{digest}', { params: { path: { digest }, query: pageQuery(after) }, signal })),
  );
  const first = pages.data?.[0]?.sequence;
  return (
    <Card title={t.title}>
      <PagedTable<Registration>
        pages={pages}
        rowKey={({ sequence }) => String(sequence)}
        more={more}
        empty={t.none}
        columns={[
          {
            title: t.registrant,
            render: (_, { registrant, sequence, test }) => (
              <Flex gap={6} wrap>
                {registrant}
                {sequence === first && <Tag color="processing">{t.first}</Tag>}
                {test && <Tag color="warning">{t.test}</Tag>}
              </Flex>
            ),
          },
          { title: t.time, className: 'number', render: (_, { time }) => formatTime(time) },
          { title: t.kind, render: (_, { kind }) => t.kinds[kind] },
          {
            title: t.signature,
            render: (_, { signature }) => (
              <Tag color={signature === 'wrong' ? 'error' : 'success'}>{t.signatures[signature]}</Tag>
            ),
          },
          { title: t.parents, render: (_, { parents }) => t.parentCount(formatCount(parents.length, language)) },
          { title: t.sequence, className: 'number', render: (_, { sequence }) => formatCount(sequence, language) },
        ]}
      />
    </Card>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Card, Descriptions, Flex, Timeline, Typography } from 'antd';
import type { ReactElement } from 'react';
import { Link, useParams } from 'react-router';
import { answerOf, api } from '../../api/client';
import { Page } from '../../app/page';
import { useSession } from '../../app/session';
import { Reading } from '../../app/states';
import { pageQuery, usePages } from '../../app/use-pages';
import { useLanguage, useTexts } from '../../shared/dictionary';
import { formatCount, formatTime } from '../../shared/format';
import { RowsCard } from '../consumer/rows-card';
import { UseCard } from '../consumer/use-card';
import { RunList } from '../runs/run-list';
import { texts as runs } from '../runs/texts';
import { RunCard } from '../templates/run-card';
import { withSeals, type SealedItem } from './audit-seal';
import { AuditTable } from './audit-table';
import { ChangeButtons } from './change-buttons';
import { EndCard } from './end/end-card';
import { GrantSentence, GrantTags } from './grant-list';
import { texts } from './texts';
import type { GrantDetail } from './types';
import './sharing.css';

const REFRESH_MS = 10_000;

/** One grant: what it allows, its rows for whoever may read them, its history, and who read. */
export default function GrantPage(): ReactElement {
  const t = useTexts(texts);
  const { grant = '' } = useParams();
  const query = useQuery({
    queryKey: ['grant', grant],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/grants/{grant}', { params: { path: { grant } }, signal })),
    refetchInterval: REFRESH_MS,
  });
  return (
    <Page title={`${t.title} ${grant}`} extra={<Link to="/grants">{t.back}</Link>}>
      <Reading query={query}>{(known) => <GrantParts grant={known} />}</Reading>
    </Page>
  );
}

function GrantParts({ grant }: { readonly grant: GrantDetail }): ReactElement {
  const t = useTexts(texts);
  const language = useLanguage();
  const { organisation } = useSession();
  const { ofGrant } = useTexts(runs);
  return (
    <>
      <Card>
        <Typography.Paragraph className="sentence">
          <GrantSentence grant={grant} />
        </Typography.Paragraph>
        {grant.version === 2 && (
          <ul>
            {grant.sentences.map((sentence) => (
              <li key={sentence.en}>{sentence[language]}</li>
            ))}
          </ul>
        )}
        <Flex justify="space-between" gap={10} wrap className="gap-below">
          <GrantTags grant={grant} />
          <Flex gap={8}>
            <ChangeButtons grant={grant} />
          </Flex>
        </Flex>
        <Descriptions size="small" column={{ xs: 1, md: 2 }}>
          <Descriptions.Item label={t.resource}>{grant.resource}</Descriptions.Item>
          <Descriptions.Item label={t.grantedAt}>
            {formatTime(grant.grantedAt)} · {t.ledger(formatCount(grant.sequence, language))}
          </Descriptions.Item>
          {grant.terms.liability !== null && <Descriptions.Item label={t.liability}>{grant.terms.liability}</Descriptions.Item>}
        </Descriptions>
      </Card>
      {grant.consumer === organisation && (
        <>
          {grant.terms.handling.level !== 'aggregate' && <RowsCard grant={grant.grant} />}
          <RunCard grant={grant} />
          <UseCard grant={grant.grant} />
        </>
      )}
      {[grant.provider, grant.consumer].includes(organisation) && <RunList query={{ grant: grant.grant }} title={ofGrant} />}
      <EndCard grant={grant} />
      <AuditCard grant={grant.grant} />
      <HistoryCard grant={grant} />
    </>
  );
}

function AuditCard({ grant }: { readonly grant: string }): ReactElement {
  const { audit: t } = useTexts(texts);
  const pages = usePages<SealedItem>(['audit', grant], async (after, signal) => {
    const params = { path: { grant }, query: { ...pageQuery(after), order: 'newest' as const } };
    const page = await answerOf(api.GET('/v1/grants/{grant}/audit', { params, signal }));
    return { items: withSeals(page), next: page.next };
  });
  return (
    <Card title={t.title}>
      <Typography.Paragraph type="secondary">{t.lead}</Typography.Paragraph>
      <AuditTable pages={pages} showGrant={false} />
    </Card>
  );
}

function HistoryCard({ grant: { events } }: { readonly grant: GrantDetail }): ReactElement {
  const { history: t, ledger } = useTexts(texts);
  const language = useLanguage();
  return (
    <Card title={t.title}>
      <Timeline
        items={events.map(({ sequence, type, time, who, why }) => ({
          key: sequence,
          content: (
            <>
              <strong>{t[type]}</strong> <span className="number">{formatTime(time)}</span>
              <br />
              <Typography.Text type="secondary">
                {[who?.organisation, why === null ? undefined : t.why(why), ledger(formatCount(sequence, language))]
                  .filter((part) => part !== undefined)
                  .join(' · ')}
              </Typography.Text>
            </>
          ),
        }))}
      />
    </Card>
  );
}

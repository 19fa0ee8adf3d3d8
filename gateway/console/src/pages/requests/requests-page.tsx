import { Card, Flex, Select, Tabs, Typography } from 'antd';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router';
import { answerOf, api } from '../../api/client';
import { MoreButton } from '../../app/more-button';
import { Page } from '../../app/page';
import { useSession } from '../../app/session';
import { Nothing, Reading } from '../../app/states';
import { pageQuery, usePages } from '../../app/use-pages';
import { useTexts } from '../../shared/dictionary';
import type { AccessRequest } from './access-request';
import { RequestCard } from './request-card';
import { StandingList } from './standing/standing-list';
import { texts as standing } from './standing/texts';
import { texts } from './texts';
import '../sharing/sharing.css';

type Status = AccessRequest['status'];
const STATUSES: readonly Status[] = ['open', 'escalated', 'granted', 'refused'];

/** Requests that concern the reader, and what was signed in advance so that nobody has to ask. */
export default function RequestsPage(): ReactElement {
  const t = useTexts(texts);
  const words = useTexts(standing);
  const { role } = useSession();
  const lead = role === 'provider' || role === 'consumer' ? t.leads[role] : t.leads.supervisor;
  return (
    <Page title={t.title} lead={lead}>
      <Tabs
        items={[
          { key: 'requests', label: words.requests, children: <RequestList /> },
          { key: 'standing', label: words.tab, children: <StandingList /> },
        ]}
      />
    </Page>
  );
}

/** Newest first. */
function RequestList(): ReactElement {
  const t = useTexts(texts);
  const [status, setStatus] = useState<Status>();
  const only = status === undefined ? {} : { status };
  const pages = usePages<AccessRequest>(['requests', only], (after, signal) =>
    answerOf(api.GET('/v1/requests', { params: { query: { ...only, ...pageQuery(after) } }, signal })),
  );
  return (
    <>
      <Flex gap={8} align="center" className="gap-below">
        <Typography.Text id="request-status">{t.filter}</Typography.Text>
        <Select<Status | 'all'>
          aria-labelledby="request-status"
          className="filter-select"
          value={status ?? 'all'}
          onChange={(chosen) => setStatus(chosen === 'all' ? undefined : chosen)}
          options={[{ value: 'all', label: t.all }, ...STATUSES.map((value) => ({ value, label: t.states[value] }))]}
        />
      </Flex>
      <Reading query={pages}>
        {(items) => (
          <>
            {items.length === 0 && !pages.hasMore && <Empty />}
            <ul className="grants">
              {items.map((item) => (
                <li key={item.request} data-request={item.request}>
                  <RequestCard request={item} />
                </li>
              ))}
            </ul>
            <MoreButton pages={pages} label={t.more} />
          </>
        )}
      </Reading>
    </>
  );
}

function Empty(): ReactElement {
  const t = useTexts(texts);
  return (
    <Card>
      <Nothing>
        {t.none}
        <br />
        {t.noneHint}
        <br />
        <Link to="/directory">{t.find}</Link>
      </Nothing>
    </Card>
  );
}

import { Button, Card, Typography, type TableColumnsType } from 'antd';
import { useState, type ReactElement } from 'react';
import type { Answer } from '../../api/answers';
import { answerOf, api } from '../../api/client';
import { Page } from '../../app/page';
import { PagedTable } from '../../app/paged-table';
import { pageQuery, usePages } from '../../app/use-pages';
import { useTexts } from '../../shared/dictionary';
import { formatTime } from '../../shared/format';
import { ConsentTag } from '../consents/consent-tag';
import { PseudonymCard } from './pseudonym-card';
import { texts } from './texts';
import { WithdrawDialog } from './withdraw-dialog';

type MyConsent = Answer<'listMyConsents'>['items'][number];

/** The own consents of a data subject who signed in, newest first; each can be taken back. */
export default function MyConsentsPage(): ReactElement {
  const t = useTexts(texts);
  const pages = usePages<MyConsent>(['my-consents'], (after, signal) =>
    answerOf(api.GET('/v1/my/consents', { params: { query: pageQuery(after) }, signal })),
  );
  return (
    <Page title={t.title} lead={t.lead}>
      <Card>
        <PagedTable<MyConsent>
          pages={pages}
          rowKey={({ consent }) => consent}
          more={t.more}
          empty={t.none}
          columns={useColumns()}
        />
      </Card>
      <PseudonymCard />
    </Page>
  );
}

function useColumns(): TableColumnsType<MyConsent> {
  const t = useTexts(texts);
  const { columns: c } = t;
  return [
    {
      title: c.what,
      className: 'fields-cell',
      render: (_, { collector, resource, purpose, consumer }) =>
        t.sentence(collector, resource, purpose?.text ?? t.noPurpose, consumer),
    },
    {
      title: c.text,
      className: 'fields-cell',
      render: (_, { text, textVersion, until }) => (
        <>
          {[t.version(textVersion), ...(until === undefined ? [] : [t.until(formatTime(until))])].join(' · ')}
          <Typography.Paragraph type="secondary" className="short-facts breaks">
            {t.digest}: {text}
          </Typography.Paragraph>
        </>
      ),
    },
    { title: c.given, className: 'number', render: (_, { since }) => formatTime(since) },
    {
      title: c.state,
      render: (_, { until, withdrawn }) => <ConsentTag until={until} withdrawn={withdrawn} />,
    },
    { title: c.actions, render: (_, consent) => <WithdrawButton consent={consent} /> },
  ];
}

function WithdrawButton({ consent }: { readonly consent: MyConsent }): ReactElement | null {
  const t = useTexts(texts);
  const [asking, setAsking] = useState(false);
  if (consent.withdrawn) return null;
  return (
    <>
      <Button danger onClick={() => setAsking(true)}>
        {t.withdraw}
      </Button>
      {asking && <WithdrawDialog consent={consent.consent} onClose={() => setAsking(false)} />}
    </>
  );
}

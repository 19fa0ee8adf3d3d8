import { Button, Card, Flex, Tag } from 'antd';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router';
import type { Answer } from '../../../api/answers';
import { answerOf, api } from '../../../api/client';
import { Page } from '../../../app/page';
import { PagedTable } from '../../../app/paged-table';
import { ReasonDialog } from '../../../app/reason-dialog';
import { useSession } from '../../../app/session';
import { pageQuery, usePages } from '../../../app/use-pages';
import { useTexts } from '../../../shared/dictionary';
import { formatTime } from '../../../shared/format';
import { texts } from './texts';

type Pledge = Answer<'readPledge'>;
/** Why a pledge ends: the debtor has paid, or the financier lets it go. */
const ENDS = ['settled', 'released'] as const;
interface Asked {
  readonly pledge: string;
  readonly as: (typeof ENDS)[number];
}

/** Receivables that were pledged: by whoever sold, to whoever lends; whoever lends ends a pledge. */
export default function PledgesPage(): ReactElement {
  const t = useTexts(texts);
  const { role } = useSession();
  const [asked, setAsked] = useState<Asked>();
  const pages = usePages<Pledge>(['pledges'], (after, signal) =>
    answerOf(api.GET('/v1/pledges', { params: { query: pageQuery(after) }, signal })),
  );
  const lends = role === 'company';
  return (
    <Page title={t.title} lead={lends ? t.financierLead : t.lead}>
      <Card>
        <PagedTable<Pledge>
          pages={pages}
          rowKey={({ pledge }) => pledge}
          more={t.more}
          empty={lends ? t.noneTaken : t.none}
          columns={[
            {
              title: t.invoice,
              className: 'number',
              // Whoever lends need not be one who may read the invoice.
              render: (_, { invoice }) => (lends ? invoice : <Link to={`/invoices/${invoice}`}>{invoice}</Link>),
            },
            {
              title: t.status,
              render: (_, { status, pledge }) => (
                <Tag color={status === 'pledged' ? 'processing' : 'default'} data-pledge={pledge} data-status={status}>
                  {t.states[status]}
                </Tag>
              ),
            },
            { title: t.since, className: 'number', render: (_, { events }) => formatTime(events.at(-1)?.time ?? '') },
            {
              title: t.until,
              className: 'number',
              render: (_, { events, status }) => (status === 'released' ? formatTime(events[0]?.time ?? '') : '—'),
            },
            ...(lends
              ? [
                  {
                    title: t.end,
                    render: (_: unknown, { pledge, status }: Pledge) =>
                      status === 'pledged' && (
                        <Flex gap={8} wrap>
                          {ENDS.map((as) => (
                            <Button key={as} onClick={() => setAsked({ pledge, as })}>
                              {t.ends[as].act}
                            </Button>
                          ))}
                        </Flex>
                      ),
                  },
                ]
              : []),
          ]}
        />
      </Card>
      {asked !== undefined && (
        <ReasonDialog
          title={t.ends[asked.as].title}
          confirm={t.ends[asked.as].act}
          hint={t.ends[asked.as].hint}
          danger
          done={t.ends[asked.as].done}
          act={(reason) => end(asked, reason)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Page>
  );
}

function end({ pledge: id, as }: Asked, reason: string): Promise<unknown> {
  return answerOf(api.POST('/v1/pledges/{id}/release', { params: { path: { id } }, body: { as, reason } }));
}

import { Card } from 'antd';
import type { ReactElement } from 'react';
import type { Answer } from '../../api/answers';
import { answerOf, api } from '../../api/client';
import { PagedTable } from '../../app/paged-table';
import { pageQuery, usePages } from '../../app/use-pages';
import { useLanguage, useTexts } from '../../shared/dictionary';
import { formatCount, formatTime } from '../../shared/format';
import { texts } from './texts';

type Event = Answer<'listProvenanceEvents'>['items'][number];

/** To whom a content was licensed or transferred, and who used it, oldest first. */
export function EventsCard({ digest }: { readonly digest: string }): ReactElement {
  const { events: t, more } = useTexts(texts);
  const language = useLanguage();
  const pages = usePages<Event>(['content-events', digest], (after, signal) =>
    answerOf(api.GET('/v1/provenance/{digest}/events', { params: { path: { digest }, query: pageQuery(after) }, signal })),
  );
  return (
    <Card title={t.title}>
      <PagedTable<Event>
        pages={pages}
        rowKey={({ sequence }) => String(sequence)}
        more={more}
        empty={t.none}
        columns={[
          { title: t.what, render: (_, { event }) => t.names[event] },
          { title: t.who, dataIndex: 'organisation' },
          { title: t.to, render: (_, { to }) => to ?? '—' },
          { title: t.time, className: 'number', render: (_, { time }) => formatTime(time) },
          { title: t.sequence, className: 'number', render: (_, { sequence }) => formatCount(sequence, language) },
        ]}
      />
    </Card>
  );
}

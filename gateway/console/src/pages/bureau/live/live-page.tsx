import { Button, Card, Flex, Statistic, Tag, type TableColumnsType } from 'antd';
import { useEffect, useState, type ReactElement } from 'react';
import { Link } from 'react-router';
import { DataTable } from '../../../app/data-table';
import type { Change } from '../../../api/change-stream';
import { Page } from '../../../app/page';
import { useSession } from '../../../app/session';
import { Nothing } from '../../../app/states';
import { LiveTag } from '../../../live/live-tag';
import { useChanges } from '../../../live/use-changes';
import { useLanguage, useTexts } from '../../../shared/dictionary';
import { formatCount, formatTime } from '../../../shared/format';
import { texts as invoiceTexts } from '../../invoice/texts';
import { texts } from './texts';

/** What stands on the page, at most: older ones are on the ledger. */
const KEPT = 200;
/** How far back the page begins. */
const TAIL = 50;
const MINUTE_MS = 60_000;
/** Characters of an id; of a longer one its beginning and its end are shown. */
const LONG = 42;
const ENDS = [19, 8] as const;

/** The feed of changes as it comes in. */
export default function LivePage(): ReactElement {
  const t = useTexts(texts);
  const language = useLanguage();
  const { cursor } = useSession();
  const [changes, setChanges] = useState<readonly Change[]>([]);
  /** Cursor up to which is shown while the page stands still. */
  const [pausedAt, setPausedAt] = useState<number>();
  const state = useChanges(String(Math.max(0, Number(cursor) - TAIL)), (fresh) => {
    setChanges((known) => [...fresh.toReversed(), ...known].slice(0, KEPT));
  });
  const shown = changes.filter((change) => pausedAt === undefined || Number(change.cursor) <= pausedAt);
  const waiting = changes.length - shown.length;
  return (
    <Page title={t.title} lead={t.lead} extra={<LiveTag state={state} />}>
      <Card>
        <Flex justify="space-between" align="center" wrap gap={12} className="gap-below">
          <LastMinute changes={changes} />
          <Flex gap={12} align="center">
            {waiting > 0 && <span role="status">{t.waiting(formatCount(waiting, language))}</span>}
            <Button
              onClick={() => {
                setPausedAt(pausedAt === undefined ? Number(changes[0]?.cursor ?? cursor) : undefined);
              }}
            >
              {pausedAt === undefined ? t.pause : t.resume}
            </Button>
          </Flex>
        </Flex>
        <DataTable<Change>
          rowKey="cursor"
          size="small"
          dataSource={shown}
          locale={{ emptyText: <Nothing>{t.none}</Nothing> }}
          {...useColumns()}
        />
      </Card>
    </Page>
  );
}

function useColumns(): Readonly<Record<'columns' | 'narrowColumns', TableColumnsType<Change>>> {
  const t = useTexts(texts);
  const what = ({ type }: Change): string => (t.types as Readonly<Record<string, string>>)[type] ?? type;
  return {
    narrowColumns: [
      // The day is today's, or that of the page's beginning: the clock is enough beside so little room.
      { title: t.time, className: 'number', render: (_, { time }) => formatTime(time).slice(11) },
      {
        title: t.what,
        render: (_, change) => (
          <>
            {what(change)}
            <Subject change={change} />
          </>
        ),
      },
    ],
    columns: [
      { title: t.time, className: 'number', render: (_, { time }) => formatTime(time) },
      { title: t.what, render: (_, change) => what(change) },
      { title: t.subject, render: (_, change) => <Subject change={change} /> },
      { title: t.cursor, align: 'end', className: 'amount', render: (_, change) => Number(change.cursor) - 1 },
    ],
  };
}

function Subject({ change: { number, subject, test } }: { readonly change: Change }): ReactElement {
  const t = useTexts(invoiceTexts);
  if (number === undefined) return <SubjectId id={subject ?? '—'} />;
  return (
    <Flex gap={8} align="center">
      <Link to={`/invoices/${number}`} className="number">
        {number}
      </Link>
      {test === true && <Tag color="warning">{t.test}</Tag>}
    </Flex>
  );
}

/** A digest is long and means nothing to an eye: its ends tell one from another. */
function SubjectId({ id }: { readonly id: string }): ReactElement {
  return (
    <div className="breaks" title={id}>
      {id.length > LONG ? `${id.slice(0, ENDS[0])}…${id.slice(-ENDS[1])}` : id}
    </div>
  );
}

function LastMinute({ changes }: { readonly changes: readonly Change[] }): ReactElement {
  const t = useTexts(texts);
  const language = useLanguage();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const clock = setInterval(() => {
      setNow(Date.now());
    }, 1000);
    return () => {
      clearInterval(clock);
    };
  }, []);
  const count = changes.filter(({ time }) => now - Date.parse(time) < MINUTE_MS).length;
  const text = `${formatCount(count, language)}${count >= KEPT ? '+' : ''}`;
  return <Statistic title={t.perMinute} value={t.items(text)} />;
}

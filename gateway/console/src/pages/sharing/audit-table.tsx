import { Flex, Tag, Typography, type TableColumnsType } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { PagedTable } from '../../app/paged-table';
import type { Pages } from '../../app/use-pages';
import { useLanguage, useTexts } from '../../shared/dictionary';
import { formatCount, formatTime } from '../../shared/format';
import { isSealed, type SealedItem } from './audit-seal';
import { texts } from './texts';
import { useOrganisationName } from './use-names';

/** Characters of a grant's id that a table shows. */
const SHORT = 14;
const COLOURS = { allowed: 'success', failed: 'warning', refused: 'error' } as const;

interface AuditTableProps {
  readonly pages: Pages<SealedItem>;
  /** Whether to say under which grant: where there are several. */
  readonly showGrant: boolean;
}

/** Who read what and when, with how it ended and where it is sealed. */
export function AuditTable({ pages, showGrant }: AuditTableProps): ReactElement {
  const t = useTexts(texts);
  return (
    <PagedTable<SealedItem>
      pages={pages}
      rowKey={({ entry }) => String(entry.sequence)}
      more={t.more}
      empty={t.audit.none}
      columns={useColumns(showGrant)}
    />
  );
}

function useColumns(showGrant: boolean): TableColumnsType<SealedItem> {
  const { audit: t } = useTexts(texts);
  return [
    { title: t.time, key: 'time', className: 'number', render: (_, { entry }) => formatTime(entry.time) },
    { title: t.who, key: 'who', render: (_, item) => <Who item={item} /> },
    { title: t.what, key: 'what', render: (_, item) => <What item={item} /> },
    ...(showGrant ? [{ title: t.grant, key: 'grant', render: (_: unknown, item: SealedItem) => <GrantLink item={item} /> }] : []),
    { title: t.outcome, key: 'outcome', render: (_, item) => <Outcome item={item} /> },
    { title: t.seal, key: 'seal', render: (_, item) => <SealText item={item} /> },
  ];
}

interface Cell {
  readonly item: SealedItem;
}

function Who({ item: { entry } }: Cell): ReactElement {
  const { audit: t } = useTexts(texts);
  return (
    <>
      {useOrganisationName(entry.organisation)}
      <br />
      <Typography.Text type="secondary" className="short-facts">
        {t.key(entry.key)}
      </Typography.Text>
    </>
  );
}

function What({ item: { entry } }: Cell): ReactElement {
  const { audit: t, sentence } = useTexts(texts);
  const language = useLanguage();
  if (entry.event === 'life') return <>{`${t.events.life} ${entry.change ?? ''}`}</>;
  const rows = entry.rows === undefined ? '' : ` · ${t.rows(formatCount(entry.rows, language))}`;
  return <>{`${t.events[entry.event]} ${entry.fields?.join(sentence.list) ?? t.noFields}${rows}`}</>;
}

/** An id that we made is long and means nothing to an eye: its beginning tells one from another. */
function shortGrant(grant: string): string {
  return grant.length > SHORT + 1 ? `${grant.slice(0, SHORT)}…` : grant;
}

function GrantLink({ item: { entry } }: Cell): ReactElement {
  const { grant, resource, subjects } = entry;
  if (grant === undefined) return <span className="short-facts breaks">{subjects?.join(' ')}</span>;
  const short = shortGrant(grant);
  return <span title={grant}>{resource === undefined ? short : <Link to={`/grants/${grant}`}>{short}</Link>}</span>;
}

function Outcome({ item: { entry } }: Cell): ReactElement {
  const { audit: t } = useTexts(texts);
  return (
    <Flex vertical gap={4} align="start">
      <Tag color={COLOURS[entry.outcome]}>{t.outcomes[entry.outcome]}</Tag>
      {entry.code !== undefined && <Typography.Text className="short-facts breaks">{entry.code}</Typography.Text>}
    </Flex>
  );
}

function SealText({ item }: Cell): ReactElement {
  const { audit: t } = useTexts(texts);
  const language = useLanguage();
  if (item.proof === null) return <Typography.Text type="secondary">{t.unsealed}</Typography.Text>;
  const right = isSealed(item);
  return (
    <span data-sealed={right}>
      {t.sealed(formatCount(item.proof.seal, language))}{' '}
      <Tag color={right ? 'success' : 'error'}>{right ? t.verified : t.wrong}</Tag>
    </span>
  );
}

import { Tag, Typography, type TableColumnsType } from 'antd';
import type { ReactElement } from 'react';
import { Link, useSearchParams } from 'react-router';
import { answerOf, api } from '../../api/client';
import { PagedTable } from '../../app/paged-table';
import { pageQuery, usePages } from '../../app/use-pages';
import { useTexts } from '../../shared/dictionary';
import { formatTime } from '../../shared/format';
import { EntryFilters, filtersOf } from './entry-filters';
import { texts } from './texts';
import type { Entry } from './types';
import { useDepartmentName } from './use-departments';
import { texts as words } from './facets/texts';

/** Entries that meet what the page's address says, newest first. */
export function EntryList(): ReactElement {
  const t = useTexts(texts);
  const [parameters, setParameters] = useSearchParams();
  const filters = filtersOf(parameters);
  const pages = usePages<Entry>(['directory', filters], (after, signal) =>
    answerOf(api.GET('/v1/catalogue/entries', { params: { query: { ...filters, ...pageQuery(after) } }, signal })),
  );
  return (
    <>
      <EntryFilters filters={filters} onFilters={(chosen) => setParameters(chosen)} />
      <PagedTable<Entry> pages={pages} rowKey={({ entry }) => entry} more={t.more} empty={t.none} columns={useColumns()} />
    </>
  );
}

function useColumns(): TableColumnsType<Entry> {
  const { columns: t } = useTexts(texts);
  const nameOf = useDepartmentName();
  return [
    { title: t.name, className: 'fields-cell', render: (_, entry) => <Name entry={entry} /> },
    { title: t.owner, render: (_, { owner }) => nameOf(owner) },
    { title: t.facets, render: (_, entry) => <Facets entry={entry} /> },
    { title: t.updated, className: 'number', render: (_, { updated }) => formatTime(updated) },
  ];
}

function Name({ entry: { entry, title, description } }: { readonly entry: Entry }): ReactElement {
  return (
    <>
      <Link to={`/directory/${entry}`}>{title}</Link>
      {description !== null && (
        <Typography.Paragraph type="secondary" className="short-facts" ellipsis={{ rows: 2 }}>
          {description}
        </Typography.Paragraph>
      )}
    </>
  );
}

const OPENNESS_COLOURS = { open: 'success', conditional: 'processing', closed: 'default' } as const;

/** Openness, grade, sector and class of an entry. */
export function Facets({ entry }: { readonly entry: Pick<Entry, 'class' | 'grade' | 'openness' | 'sector'> }): ReactElement {
  const w = useTexts(words);
  return (
    <span className="facets">
      <Tag color={OPENNESS_COLOURS[entry.openness]}>{w.openness[entry.openness]}</Tag>
      <Tag>{w.grade(String(entry.grade))}</Tag>
      <Tag>{w.sectors[entry.sector]}</Tag>
      <Tag>{w.classes[entry.class]}</Tag>
    </span>
  );
}

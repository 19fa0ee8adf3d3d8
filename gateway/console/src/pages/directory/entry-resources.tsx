import { useQuery } from '@tanstack/react-query';
import { Card, Tag, Typography, type TableColumnsType } from 'antd';
import type { ReactElement } from 'react';
import { answerOf, api } from '../../api/client';
import { DataTable } from '../../app/data-table';
import { useVisitor } from '../../app/session';
import { Nothing } from '../../app/states';
import { useTexts } from '../../shared/dictionary';
import { formatTime } from '../../shared/format';
import { texts as sharing } from '../sharing/texts';
import { AskButton } from './ask-button';
import { texts } from './texts';
import type { EntryDetail, Resource } from './types';
import { texts as words } from './facets/texts';

type Placed = EntryDetail['resources'][number];
const COLOURS = { works: 'success', away: 'error', changed: 'warning', misfit: 'error' } as const;

/** The resources under an entry, whether they answer, and asking for access to them. */
export function EntryResources({ entry: { resources } }: { readonly entry: EntryDetail }): ReactElement {
  const { resources: t } = useTexts(texts);
  const visitor = useVisitor();
  const may = visitor?.role === 'consumer' || visitor?.role === 'provider';
  const columns: TableColumnsType<Placed> = [
    { title: t.resource, className: 'fields-cell', render: (_, { resource }) => <Title id={resource} /> },
    ...(visitor === undefined
      ? []
      : [{ title: t.fields, className: 'fields-cell', render: (_: unknown, { resource }: Placed) => <Fields id={resource} /> }]),
    { title: t.state, render: (_, placed) => <State placed={placed} /> },
    ...(may ? [{ title: t.actions, render: (_: unknown, { resource }: Placed) => <Ask id={resource} /> }] : []),
  ];
  return (
    <Card title={t.title}>
      <DataTable<Placed>
        rowKey={({ resource }) => resource}
        dataSource={[...resources]}
        columns={columns}
        locale={{ emptyText: <Nothing>{t.none}</Nothing> }}
      />
    </Card>
  );
}

/** Undefined until it is known, and for whoever has not signed in. */
function useResource(resource: string): Resource | undefined {
  const visitor = useVisitor();
  return useQuery({
    enabled: visitor !== undefined,
    queryKey: ['resource', resource],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/catalogue/{resource}', { params: { path: { resource } }, signal })),
  }).data;
}

interface OfResource {
  readonly id: string;
}

function Title({ id }: OfResource): ReactElement {
  return (
    <>
      {useResource(id)?.title ?? id}
      <br />
      <Typography.Text type="secondary" className="short-facts">
        {id}
      </Typography.Text>
    </>
  );
}

function Fields({ id }: OfResource): ReactElement {
  const { sentence } = useTexts(sharing);
  return (
    <>
      {useResource(id)
        ?.fields.map(({ name }) => name)
        .join(sentence.list)}
    </>
  );
}

function State({ placed: { quarantined, probe } }: { readonly placed: Placed }): ReactElement {
  const { resources: t } = useTexts(texts);
  const { probes } = useTexts(words);
  if (quarantined) return <Tag color="error">{t.quarantined}</Tag>;
  if (probe === null) return <Tag>{t.unprobed}</Tag>;
  return (
    <>
      <Tag color={COLOURS[probe.outcome]}>{probes[probe.outcome]}</Tag>{' '}
      <Typography.Text type="secondary" className="short-facts">
        {t.probed(formatTime(probe.at))}
      </Typography.Text>
    </>
  );
}

function Ask({ id }: OfResource): ReactElement | null {
  const visitor = useVisitor();
  const resource = useResource(id);
  // Nobody asks themselves.
  if (resource === undefined || resource.controller === visitor?.organisation) return null;
  return <AskButton resource={resource} />;
}

import { Card, Flex, Space, Typography, type TableColumnsType } from 'antd';
import type { ReactElement } from 'react';
import { Page } from '../../app/page';
import { PagedTable } from '../../app/paged-table';
import { useSession } from '../../app/session';
import { useTexts } from '../../shared/dictionary';
import { formatTime } from '../../shared/format';
import { texts as sharing } from '../sharing/texts';
import type { Resource } from '../sharing/types';
import { ResourceForm } from './resource-form';
import { texts } from './texts';
import { PlaceButton } from './place-button';
import { TransferButton } from './transfer-button';
import { useOwnResources } from './use-resources';
import '../sharing/sharing.css';

/** What the organisation can share. */
export default function ResourcesPage(): ReactElement {
  const { resources: t } = useTexts(texts);
  const actions = {
    title: t.actions,
    render: (_: unknown, resource: Resource) => (
      <Space wrap>
        <PlaceButton resource={resource} />
        <TransferButton resource={resource} />
      </Space>
    ),
  };
  const columns = useColumns(actions);
  const short = { title: t.name, className: 'fields-cell', render: (_: unknown, it: Resource) => <ShortCell resource={it} /> };
  const pages = useOwnResources();
  return (
    <Page title={t.title} lead={t.lead} extra={<ResourceForm />}>
      <Card>
        <PagedTable<Resource>
          pages={pages}
          rowKey={({ resource }) => resource}
          more={t.more}
          empty={t.none}
          columns={columns}
          narrowColumns={[short, actions]}
        />
      </Card>
    </Page>
  );
}

type Column = TableColumnsType<Resource>[number];

function useColumns(actions: Column): Column[] {
  const { resources: t } = useTexts(texts);
  return [
    { title: t.name, className: 'fields-cell', render: (_, resource) => <Title resource={resource} /> },
    { title: t.id, dataIndex: 'resource', className: 'number' },
    { title: t.fields, className: 'fields-cell', render: (_, resource) => <FieldNames resource={resource} /> },
    { title: t.owner, render: (_, { owner }) => <Who id={owner} /> },
    { title: t.controller, render: (_, { controller }) => <Who id={controller} /> },
    { title: t.registeredAt, className: 'number', render: (_, { registeredAt }) => formatTime(registeredAt) },
    actions,
  ];
}

interface Cell {
  readonly resource: Resource;
}

function Title({ resource: { title, description } }: Cell): ReactElement {
  return (
    <>
      {title}
      {description !== null && (
        <Typography.Paragraph type="secondary" className="short-facts">
          {description}
        </Typography.Paragraph>
      )}
    </>
  );
}

function FieldNames({ resource: { fields } }: Cell): ReactElement {
  const { sentence } = useTexts(sharing);
  return <>{fields.map(({ name }) => name).join(sentence.list)}</>;
}

function Who({ id }: { readonly id: string }): ReactElement {
  const { resources: t } = useTexts(texts);
  const { organisation } = useSession();
  return <>{id === organisation ? t.mine : id}</>;
}

/** All of a resource but what can be done with it, for a narrow screen. */
function ShortCell({ resource }: Cell): ReactElement {
  const { resources: t } = useTexts(texts);
  return (
    <Flex vertical gap={2}>
      <Title resource={resource} />
      <Typography.Text type="secondary" className="short-facts">
        {resource.resource}
        <br />
        {t.fields}: <FieldNames resource={resource} />
        <br />
        {t.owner}: <Who id={resource.owner} />
        <br />
        {t.controller}: <Who id={resource.controller} />
      </Typography.Text>
    </Flex>
  );
}

import { Card, Typography } from 'antd';
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
import { TransferButton } from './transfer-button';
import { useOwnResources } from './use-resources';

/** What the organisation can share. */
export default function ResourcesPage(): ReactElement {
  const { resources: t } = useTexts(texts);
  const { sentence } = useTexts(sharing);
  const { organisation } = useSession();
  const pages = useOwnResources();
  const who = (id: string): string => (id === organisation ? t.mine : id);
  return (
    <Page title={t.title} lead={t.lead} extra={<ResourceForm />}>
      <Card>
        <PagedTable<Resource>
          pages={pages}
          rowKey={({ resource }) => resource}
          more={t.more}
          empty={t.none}
          columns={[
            {
              title: t.name,
              render: (_, { title, description }) => (
                <>
                  {title}
                  {description !== null && (
                    <Typography.Paragraph type="secondary" className="short-facts">
                      {description}
                    </Typography.Paragraph>
                  )}
                </>
              ),
            },
            { title: t.id, dataIndex: 'resource', className: 'number' },
            { title: t.fields, render: (_, { fields }) => fields.map(({ name }) => name).join(sentence.list) },
            { title: t.owner, render: (_, { owner }) => who(owner) },
            { title: t.controller, render: (_, { controller }) => who(controller) },
            { title: t.registeredAt, className: 'number', render: (_, { registeredAt }) => formatTime(registeredAt) },
            { title: t.actions, render: (_, resource) => <TransferButton resource={resource} /> },
          ]}
        />
      </Card>
    </Page>
  );
}

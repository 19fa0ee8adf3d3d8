import { App, Flex, Tag, Typography } from 'antd';
import type { ReactElement } from 'react';
import type { Answer } from '../../../api/answers';
import { answerOf, api } from '../../../api/client';
import { FormDrawer } from '../../../app/form-drawer';
import { PagedTable } from '../../../app/paged-table';
import { useSession } from '../../../app/session';
import { texts as shellTexts } from '../../../app/texts';
import { pageQuery, usePages } from '../../../app/use-pages';
import { useTexts } from '../../../shared/dictionary';
import { formatTime } from '../../../shared/format';
import { OrganisationForm, type Registered } from './organisation-form';
import { texts } from './texts';

type Organisation = Answer<'listOrganisations'>['items'][number];

export function Organisations(): ReactElement {
  const t = useTexts(texts);
  const { roles, sandbox } = useTexts(shellTexts);
  const { role } = useSession();
  const announce = useAnnouncement();
  const pages = usePages<Organisation>(['organisations'], (after, signal) =>
    answerOf(api.GET('/v1/organisations', { params: { query: pageQuery(after) }, signal })),
  );
  return (
    <>
      {role === 'bureau' && (
        <Flex justify="end" className="gap-below">
          <FormDrawer label={t.newOrganisation}>
            {(close) => (
              <OrganisationForm
                onClose={close}
                onDone={(registered) => {
                  close();
                  announce(registered);
                }}
              />
            )}
          </FormDrawer>
        </Flex>
      )}
      <PagedTable<Organisation>
        pages={pages}
        rowKey={({ organisation }) => organisation}
        more={t.more}
        empty={t.none}
        columns={[
          { title: t.name, render: (_, { name }) => name ?? '—' },
          { title: t.id, dataIndex: 'organisation', className: 'number' },
          {
            title: t.role,
            render: (_, item) => (
              <Flex gap={6}>
                <Tag>{roles[item.role]}</Tag>
                {item.sandbox && <Tag color="warning">{sandbox}</Tag>}
              </Flex>
            ),
          },
          { title: t.taxId, className: 'number', render: (_, { taxId }) => taxId ?? '—' },
          { title: t.registeredAt, className: 'number', render: (_, { registeredAt }) => formatTime(registeredAt) },
        ]}
      />
    </>
  );
}

/** Says what was registered, and shows a new key the one time that it can be shown. */
function useAnnouncement(): (registered: Registered) => void {
  const t = useTexts(texts);
  const { message, modal } = App.useApp();
  return ({ organisation, apiKey }) => {
    void message.success(t.done(organisation));
    if (apiKey === undefined) return;
    modal.success({
      title: t.key.title,
      width: 560,
      content: (
        <>
          <p>{t.key.shown}</p>
          <Typography.Text code copyable className="breaks">
            {apiKey}
          </Typography.Text>
        </>
      ),
    });
  };
}

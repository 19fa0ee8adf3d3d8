import { Card, Tag, Typography, type TableColumnsType } from 'antd';
import type { ReactElement } from 'react';
import { answerOf, api } from '../../api/client';
import { Page } from '../../app/page';
import { PagedTable } from '../../app/paged-table';
import { useSession } from '../../app/session';
import { pageQuery, usePages } from '../../app/use-pages';
import { useLanguage, useTexts } from '../../shared/dictionary';
import { formatCount } from '../../shared/format';
import { TemplateActions } from './template-actions';
import { TemplateForm } from './template-form';
import { texts } from './texts';
import type { Template } from './types';
import '../sharing/sharing.css';

/** Query templates: what may be asked, of how many rows at least, and how an answer leaves. */
export default function TemplatesPage(): ReactElement {
  const t = useTexts(texts);
  const { role } = useSession();
  const provider = role === 'provider';
  const pages = usePages<Template>(['templates'], (after, signal) =>
    answerOf(api.GET('/v1/templates', { params: { query: pageQuery(after) }, signal })),
  );
  const columns = useColumns(provider);
  return (
    <Page title={t.title} lead={provider ? t.leadProvider : t.leadConsumer} extra={provider ? <TemplateForm /> : undefined}>
      <Card>
        <PagedTable<Template>
          pages={pages}
          rowKey={({ template }) => template}
          more={t.more}
          empty={provider ? t.none : t.noneConsumer}
          columns={columns}
        />
      </Card>
    </Page>
  );
}

function useColumns(provider: boolean): TableColumnsType<Template> {
  const { columns: t, ...all } = useTexts(texts);
  const language = useLanguage();
  return [
    { title: t.title, className: 'fields-cell', render: (_, template) => <Title template={template} /> },
    { title: t.resource, dataIndex: 'resource', className: 'breaks' },
    {
      title: t.group,
      className: 'amount',
      render: (_, { minimumGroup }) => all.atLeast(formatCount(minimumGroup, language)),
    },
    { title: t.runs, className: 'amount', render: (_, { dailyRuns }) => formatCount(dailyRuns, language) },
    { title: t.release, render: (_, { release }) => all.releases[release] },
    {
      title: t.state,
      render: (_, { status }) => <Tag color={status === 'approved' ? 'success' : 'default'}>{all.states[status]}</Tag>,
    },
    ...(provider
      ? [{ title: t.actions, render: (_: unknown, template: Template) => <TemplateActions template={template} /> }]
      : []),
  ];
}

function Title({ template: { title, template, version, kind, field, by } }: { readonly template: Template }): ReactElement {
  const t = useTexts(texts);
  const about = field ?? by;
  return (
    <>
      {title}
      <Typography.Paragraph type="secondary" className="short-facts">
        {t.kinds[kind]}
        {about === null ? '' : t.of(about)} · {template} · {t.version(String(version))}
      </Typography.Paragraph>
    </>
  );
}

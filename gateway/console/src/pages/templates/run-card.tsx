import { useQuery } from '@tanstack/react-query';
import { Button, Card, Form, Select, Typography } from 'antd';
import { useState, type ReactElement } from 'react';
import { answerOf, api } from '../../api/client';
import { Refusal } from '../../app/form-end';
import { useAct } from '../../app/use-act';
import { useTexts } from '../../shared/dictionary';
import { ConditionRows } from '../provider/condition-rows';
import { conditionsOf, type DraftCondition } from '../provider/grant-draft';
import type { Grant, Resource } from '../sharing/types';
import { RunResult } from './run-result';
import { texts } from './texts';
import type { Run, Template } from './types';

/** Templates that are looked through for those of one resource. */
const PAGE = 500;

interface Question {
  readonly template: string;
  readonly rows?: readonly (DraftCondition | undefined)[];
}

/** The consumer of a grant asks a template next to the data: only the answer comes, when the group is large enough. */
export function RunCard({ grant }: { readonly grant: Grant }): ReactElement | null {
  const { run: t } = useTexts(texts);
  const { resource, templates } = useTemplates(grant.resource);
  if (templates.length === 0) return null;
  return (
    <Card title={t.title}>
      <Typography.Paragraph type="secondary">{t.lead}</Typography.Paragraph>
      <QuestionForm grant={grant} resource={resource} templates={templates} />
    </Card>
  );
}

interface QuestionFormProps {
  readonly grant: Grant;
  readonly resource: Resource | undefined;
  readonly templates: readonly Template[];
}

function QuestionForm({ grant, resource, templates }: QuestionFormProps): ReactElement {
  const { run: t, atLeast } = useTexts(texts);
  const [form] = Form.useForm<Question>();
  const [run, setRun] = useState<Run>();
  const wanted = Form.useWatch('template', form) as string | undefined;
  const chosen = templates.find(({ template }) => template === wanted);
  const act = useAct(({ template, rows }: Question) => {
    const body = { template, arguments: conditionsOf(rows, resource) };
    return answerOf(api.POST('/v1/data/{grant}/runs', { params: { path: { grant: grant.grant } }, body }));
  }, setRun);
  return (
    <>
      <Form<Question> form={form} layout="vertical" onFinish={act.run}>
        <Form.Item name="template" label={t.template} rules={[{ required: true, message: t.required }]}>
          <Select
            options={templates.map(({ template: value, title }) => ({ value, label: title }))}
            onChange={() => form.setFieldsValue({ rows: [] })}
          />
        </Form.Item>
        {chosen !== undefined && (
          <>
            <Typography.Paragraph>{t.group(atLeast(String(chosen.minimumGroup)))}</Typography.Paragraph>
            {resource !== undefined && chosen.parameters.length > 0 && <ConditionRows resource={askedOf(resource, chosen)} />}
          </>
        )}
        <Refusal act={act} />
        <Button type="primary" htmlType="submit" loading={act.busy} className="gap-above">
          {t.ask}
        </Button>
      </Form>
      {run !== undefined && act.error === null && <RunResult grant={grant.grant} run={run} onRead={setRun} />}
    </>
  );
}

function useTemplates(id: string): { readonly resource: Resource | undefined; readonly templates: readonly Template[] } {
  const { data = [] } = useQuery({
    queryKey: ['templates-of', id],
    queryFn: async ({ signal }) => {
      const { items } = await answerOf(api.GET('/v1/templates', { params: { query: { limit: PAGE } }, signal }));
      return items.filter(({ resource, status }) => resource === id && status === 'approved');
    },
  });
  const { data: resource } = useQuery({
    queryKey: ['resource', id],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/catalogue/{resource}', { params: { path: { resource: id } }, signal })),
    enabled: data.length > 0,
  });
  return { resource, templates: data };
}

/** A resource with the fields alone that a template lets be compared. */
function askedOf(resource: Resource, { parameters }: Template): Resource {
  const names = new Set(parameters.map(({ field }) => field));
  return { ...resource, fields: resource.fields.filter(({ name }) => names.has(name)) };
}

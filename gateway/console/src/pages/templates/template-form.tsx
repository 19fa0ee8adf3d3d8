import { Alert, App, Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { answerOf, api } from '../../api/client';
import { FormDrawer } from '../../app/form-drawer';
import { FormEnd } from '../../app/form-end';
import { ReasonField } from '../../app/reason-field';
import { useSession } from '../../app/session';
import { Reading } from '../../app/states';
import { texts as app } from '../../app/texts';
import { useAct } from '../../app/use-act';
import { useTexts } from '../../shared/dictionary';
import { IDENTIFIER } from '../../shared/identifier';
import { ConditionRows } from '../provider/condition-rows';
import { useOwnResources } from '../provider/use-resources';
import type { Resource } from '../sharing/types';
import { approvalOf, BLANK, draftOf, type TemplateDraft } from './template-draft';
import { texts } from './texts';
import { KINDS, LEAST_GROUP, RELEASES, type Template } from './types';

/** Approves a query template, or the next version of one. */
export function TemplateForm({ known }: { readonly known?: Template }): ReactElement {
  const { form: t } = useTexts(texts);
  const { organisation } = useSession();
  const pages = useOwnResources();
  const next = known === undefined ? t.open : t.nextTitle(known.title);
  return (
    <FormDrawer
      label={known === undefined ? t.open : t.next}
      title={next}
      size={600}
      type={known === undefined ? 'primary' : 'default'}
    >
      {(close) => (
        <Reading query={pages}>
          {(all) => {
            const own = all.filter(({ controller }) => controller === organisation);
            if (own.length === 0) return <Alert type="info" showIcon title={t.noResources} />;
            return <Fields resources={own} known={known} onClose={close} />;
          }}
        </Reading>
      )}
    </FormDrawer>
  );
}

interface FieldsProps {
  readonly resources: readonly Resource[];
  readonly known: Template | undefined;
  readonly onClose: () => void;
}

function Fields({ resources, known: shown, onClose }: FieldsProps): ReactElement {
  const { form: t } = useTexts(texts);
  const { act: ends } = useTexts(app);
  const { message } = App.useApp();
  const [form] = Form.useForm<TemplateDraft>();
  // As it was when the form was opened.
  const [known] = useState(shown);
  const watched = Form.useWatch('resource', form) as string | undefined;
  const chosen = watched ?? known?.resource;
  const resource = resources.find((candidate) => candidate.resource === chosen);
  const act = useAct(
    (draft: TemplateDraft) => {
      const whole = { ...(known === undefined ? {} : (draftOf(known) as TemplateDraft)), ...draft };
      return answerOf(api.POST('/v1/templates', { body: approvalOf(whole, resource, (known?.version ?? 0) + 1) }));
    },
    () => {
      void message.success(t.done);
      onClose();
    },
  );
  const required = { required: true, message: t.required };
  return (
    <Form<TemplateDraft>
      form={form}
      layout="vertical"
      onFinish={act.run}
      initialValues={known === undefined ? BLANK : draftOf(known)}
    >
      {known === undefined && (
        <>
          <Form.Item name="resource" label={t.resource} rules={[required]}>
            <Select options={resources.map(({ resource: value, title }) => ({ value, label: `${title} · ${value}` }))} />
          </Form.Item>
          <Form.Item name="template" label={t.template} extra={t.templateHint} rules={[{ ...required, pattern: IDENTIFIER }]}>
            <Input autoComplete="off" />
          </Form.Item>
        </>
      )}
      <Form.Item name="title" label={t.title} rules={[{ ...required, whitespace: true }]}>
        <Input maxLength={200} />
      </Form.Item>
      <QuestionFields resource={resource} />
      <LimitFields />
      <ReasonField />
      <FormEnd act={act} submit={t.submit} cancel={ends.cancel} onCancel={onClose} />
    </Form>
  );
}

/** What is asked, of which rows, and what whoever asks may add. */
function QuestionFields({ resource }: { readonly resource: Resource | undefined }): ReactElement {
  const { form: t, kinds } = useTexts(texts);
  const kind = Form.useWatch('kind') as Template['kind'] | undefined;
  const names = (resource?.fields ?? []).map(({ name }) => ({ value: name, label: name }));
  const numbers = (resource?.fields ?? [])
    .filter(({ type }) => type === 'number')
    .map(({ name }) => ({ value: name, label: name }));
  const required = [{ required: true, message: t.required }];
  return (
    <>
      <Form.Item name="kind" label={t.kind}>
        <Select options={KINDS.map((value) => ({ value, label: kinds[value] }))} />
      </Form.Item>
      {kind === 'sum' && (
        <Form.Item name="field" label={t.field} rules={required}>
          <Select options={numbers} />
        </Form.Item>
      )}
      {kind === 'distribution' && (
        <Form.Item name="by" label={t.by} rules={required}>
          <Select options={names} />
        </Form.Item>
      )}
      {resource !== undefined && (
        <>
          <ConditionRows resource={resource} />
          <Form.Item name="asked" label={t.asked} extra={t.askedHint}>
            <Checkbox.Group options={names} />
          </Form.Item>
        </>
      )}
    </>
  );
}

function LimitFields(): ReactElement {
  const { form: t, releases } = useTexts(texts);
  return (
    <>
      <Form.Item name="minimumGroup" label={t.group} extra={t.groupHint} rules={[{ required: true, message: t.required }]}>
        <InputNumber min={LEAST_GROUP} max={1_000_000} precision={0} className="full-width" />
      </Form.Item>
      <Form.Item name="dailyRuns" label={t.runs} rules={[{ required: true, message: t.required }]}>
        <InputNumber min={1} max={100_000} precision={0} className="full-width" />
      </Form.Item>
      <Form.Item name="release" label={t.release}>
        <Select options={RELEASES.map((value) => ({ value, label: releases[value] }))} />
      </Form.Item>
    </>
  );
}

import { Alert, App, Button, Checkbox, DatePicker, Drawer, Form, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useState, type ReactElement } from 'react';
import { answerOf, api } from '../../api/client';
import { FormEnd } from '../../app/form-end';
import { Reading } from '../../app/states';
import { useSession } from '../../app/session';
import { useAct } from '../../app/use-act';
import { useLanguage, useTexts } from '../../shared/dictionary';
import { grantSentence } from '../sharing/grant-sentence';
import type { Resource } from '../sharing/types';
import { ConditionRows } from './condition-rows';
import { IDENTIFIER } from '../../shared/identifier';
import { requestOf, sayableOf, type Draft } from './grant-draft';
import { texts } from './texts';
import { useOwnResources } from './use-resources';

const CODES = ['research', 'statistics', 'administration', 'operations'] as const;

/** The button, and the form behind it, that gives a grant. */
export function GrantForm(): ReactElement {
  const { form: t } = useTexts(texts);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t.open}
      </Button>
      <Drawer title={t.open} open={open} onClose={() => setOpen(false)} size={560} destroyOnHidden>
        <Resources onClose={() => setOpen(false)} />
      </Drawer>
    </>
  );
}

function Resources({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { form: t } = useTexts(texts);
  const { organisation } = useSession();
  const pages = useOwnResources();
  return (
    <Reading query={pages}>
      {(all) => {
        const resources = all.filter(({ controller }) => controller === organisation);
        if (resources.length === 0) return <Alert type="info" showIcon title={t.noResources} />;
        return <Fields resources={resources} onClose={onClose} />;
      }}
    </Reading>
  );
}

interface FieldsProps {
  readonly resources: readonly Resource[];
  readonly onClose: () => void;
}

function Fields({ resources, onClose }: FieldsProps): ReactElement {
  const { form: t } = useTexts(texts);
  const { message } = App.useApp();
  const [form] = Form.useForm<Draft>();
  // The same in every attempt: a repetition is no second grant.
  const [grant] = useState(() => `g-${crypto.randomUUID()}`);
  const chosen = Form.useWatch('resource', form);
  const resource = resources.find((candidate) => candidate.resource === chosen);
  const act = useAct(
    (draft: Draft) => answerOf(api.POST('/v1/grants', { body: requestOf(draft, resource, grant) })),
    () => {
      void message.success(t.done);
      onClose();
    },
  );
  const required = { required: true, message: t.required };
  // Not `required`: that would write an attribute which a group of boxes may not have.
  const chosenOne = {
    validator: (_: unknown, fields: readonly string[] = []) =>
      fields.length > 0 ? Promise.resolve() : Promise.reject(new Error(t.required)),
  };
  const written = { ...required, whitespace: true };
  return (
    <Form<Draft> form={form} layout="vertical" onFinish={act.run} initialValues={{ code: 'research' }}>
      <Form.Item name="resource" label={t.resource} rules={[required]}>
        <Select
          options={resources.map(({ resource: value, title }) => ({ value, label: `${title}（${value}）` }))}
          onChange={() => form.setFieldsValue({ fields: [], rows: [] })}
        />
      </Form.Item>
      <Form.Item name="consumer" label={t.consumer} rules={[{ required: true, pattern: IDENTIFIER, message: t.consumerWrong }]}>
        <Input autoComplete="off" />
      </Form.Item>
      {resource !== undefined && (
        <>
          <Form.Item name="fields" label={t.fields} rules={[chosenOne]}>
            <Checkbox.Group options={resource.fields.map(({ name }) => ({ value: name, label: name }))} />
          </Form.Item>
          <ConditionRows resource={resource} />
        </>
      )}
      <Form.Item name="until" label={t.until} rules={[required]}>
        <DatePicker className="full-width" disabledDate={(day) => day.isBefore(dayjs(), 'day')} />
      </Form.Item>
      <Form.Item name="code" label={t.purposeCode} rules={[required]}>
        <Select options={CODES.map((value) => ({ value, label: t.codes[value] }))} />
      </Form.Item>
      <Form.Item name="purpose" label={t.purpose} rules={[written]}>
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item name="liability" label={t.liability}>
        <Input.TextArea maxLength={2000} rows={2} />
      </Form.Item>
      <Form.Item name="reason" label={t.reason} rules={[written]}>
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item name="operate" valuePropName="checked">
        <Checkbox>{t.operate}</Checkbox>
      </Form.Item>
      <Preview resource={resource} />
      <FormEnd act={act} submit={t.submit} cancel={t.cancel} onCancel={onClose} />
    </Form>
  );
}

/** The sentence that will stand, as it grows. */
function Preview({ resource }: { readonly resource: Resource | undefined }): ReactElement | null {
  const { form: t } = useTexts(texts);
  const language = useLanguage();
  const { name } = useSession();
  const draft = Form.useWatch([]) as Partial<Draft> | undefined;
  const sayable = sayableOf(draft, resource);
  if (sayable === undefined || resource === undefined) return null;
  const names = { provider: name, consumer: draft?.consumer ?? '', resource: resource.title };
  return <Alert type="info" title={t.preview} description={grantSentence(sayable, names, language)} className="gap-below" />;
}

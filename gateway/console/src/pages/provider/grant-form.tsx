import { Alert, App, Checkbox, DatePicker, Form, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useState, type ReactElement } from 'react';
import { answerOf, api } from '../../api/client';
import { unless } from '../../api/unless';
import { FormDrawer } from '../../app/form-drawer';
import { FormEnd } from '../../app/form-end';
import { ReasonField } from '../../app/reason-field';
import { Reading } from '../../app/states';
import { useSession } from '../../app/session';
import { useAct } from '../../app/use-act';
import { useLanguage, useTexts } from '../../shared/dictionary';
import { grantSentence } from '../sharing/grant-sentence';
import { PURPOSES } from '../sharing/purposes';
import type { Resource } from '../sharing/types';
import { ConditionRows } from './condition-rows';
import { ConditionsFields } from './conditions-fields';
import { IDENTIFIER } from '../../shared/identifier';
import { latestEnd, requestOf, sayableOf, type Draft } from './grant-draft';
import { texts } from './texts';
import { useOwnResources } from './use-resources';

const INITIAL: Partial<Draft> = { code: 'research', level: 'raw', per: 'day', modes: ['view'] };

/** The button, and the form behind it, that gives a grant. */
export function GrantForm(): ReactElement {
  const { form: t } = useTexts(texts);
  return (
    <FormDrawer label={t.open} size={560}>
      {(close) => <Resources onClose={close} />}
    </FormDrawer>
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
        return <GrantFields resources={resources} onClose={onClose} />;
      }}
    </Reading>
  );
}

interface GrantFieldsProps {
  readonly resources: readonly Resource[];
  /** What stands in the form at first. */
  readonly initial?: Partial<Draft>;
  /** Said when it is done. */
  readonly done?: string;
  /** What follows the grant and belongs to it: repeated with it, when one of the two failed. */
  readonly onGranted?: (grant: string, reason: string) => Promise<unknown>;
  readonly onClose: () => void;
}

/** All that a grant says. */
export function GrantFields({ resources, initial, done, onGranted, onClose }: GrantFieldsProps): ReactElement {
  const { form: t } = useTexts(texts);
  const { message } = App.useApp();
  const [form] = Form.useForm<Draft>();
  // The same in every attempt: a repetition is no second grant.
  const [grant] = useState(() => `g-${crypto.randomUUID()}`);
  const chosen = Form.useWatch('resource', form);
  const basis = Form.useWatch('basis', form);
  const resource = resources.find((candidate) => candidate.resource === chosen);
  const act = useAct(
    async (draft: Draft) => {
      const body = requestOf(draft, resource, grant);
      const given = answerOf(api.POST('/v1/grants', { body }));
      // A grant of this name is ours: an attempt before got no answer, or what follows it was refused.
      await (onGranted === undefined ? given : unless('GRANT_EXISTS', given));
      await onGranted?.(grant, body.reason);
    },
    () => {
      void message.success(done ?? t.done);
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
    <Form<Draft> form={form} layout="vertical" onFinish={act.run} initialValues={{ ...INITIAL, ...initial }}>
      <Form.Item name="resource" label={t.resource} rules={[required]}>
        <Select
          options={resources.map(({ resource: value, title }) => ({ value, label: `${title} · ${value}` }))}
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
        <DatePicker
          className="full-width"
          disabledDate={(day) => day.isBefore(dayjs(), 'day') || day.valueOf() > (latestEnd(basis, Date.now()) ?? Infinity)}
        />
      </Form.Item>
      <Form.Item name="code" label={t.purposeCode} rules={[required]}>
        <Select options={PURPOSES.map((value) => ({ value, label: t.codes[value] }))} />
      </Form.Item>
      <Form.Item name="purpose" label={t.purpose} rules={[written]}>
        <Input maxLength={500} />
      </Form.Item>
      <ConditionsFields />
      <Form.Item name="liability" label={t.liability} rules={basis === undefined ? [] : [written]}>
        <Input.TextArea maxLength={2000} rows={2} />
      </Form.Item>
      <ReasonField />
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

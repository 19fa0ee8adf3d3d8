import { App, Checkbox, Form, Input, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import type { components } from '@lianpiao/gateway/client';
import { answerOf, api } from '../../api/client';
import { FormDrawer } from '../../app/form-drawer';
import { FormEnd } from '../../app/form-end';
import { ReasonField } from '../../app/reason-field';
import { texts as app } from '../../app/texts';
import { useAct } from '../../app/use-act';
import { useTexts } from '../../shared/dictionary';
import { BASIS_NAMES } from '@lianpiao/chaincode/domain';
import { PURPOSES } from '../sharing/purposes';
import { texts as sharingWords } from '../sharing/words/texts';
import { texts } from './texts';
import type { Resource } from './types';

type Request = components['schemas']['AccessRequest'];
interface Draft {
  readonly basis: Request['basis'];
  readonly code: string;
  readonly purpose: string;
  readonly fields: string[];
  readonly reason: string;
}

/** Asks the controller of a resource for access to some of its fields. */
export function AskButton({ resource }: { readonly resource: Resource }): ReactElement {
  const { ask: t } = useTexts(texts);
  return (
    <FormDrawer label={t.open} title={t.openFor(resource.title)} type="default">
      {(close) => <Fields resource={resource} onClose={close} />}
    </FormDrawer>
  );
}

function Fields({ resource, onClose }: { readonly resource: Resource; readonly onClose: () => void }): ReactElement {
  const { ask: t } = useTexts(texts);
  const { act: words } = useTexts(app);
  const w = useTexts(sharingWords);
  const { message } = App.useApp();
  // The same in every attempt: a repetition is no second request.
  const [request] = useState(() => `r-${crypto.randomUUID()}`);
  const act = useAct(
    ({ basis, code, purpose, fields, reason }: Draft) => {
      const body: Request = {
        request,
        resource: resource.resource,
        basis,
        purpose: { code, text: purpose.trim() },
        fields,
        reason: reason.trim(),
      };
      return answerOf(api.POST('/v1/requests', { body }));
    },
    () => {
      void message.success(t.done);
      onClose();
    },
  );
  const required = { required: true, message: t.required };
  const chosen = {
    validator: (_: unknown, fields: readonly string[] = []) =>
      fields.length > 0 ? Promise.resolve() : Promise.reject(new Error(t.required)),
  };
  return (
    <Form<Draft> layout="vertical" onFinish={act.run} initialValues={{ code: 'research' }}>
      <Form.Item name="fields" label={t.fields} extra={t.fieldsHint} rules={[chosen]}>
        <Checkbox.Group options={resource.fields.map(({ name }) => ({ value: name, label: name }))} />
      </Form.Item>
      <Form.Item name="basis" label={t.basis} rules={[required]}>
        <Select options={BASIS_NAMES.map((value) => ({ value, label: w.bases[value] }))} />
      </Form.Item>
      <Form.Item name="code" label={t.purposeCode} rules={[required]}>
        <Select options={PURPOSES.map((value) => ({ value, label: w.purposes[value] }))} />
      </Form.Item>
      <Form.Item name="purpose" label={t.purpose} rules={[{ ...required, whitespace: true }]}>
        <Input maxLength={500} />
      </Form.Item>
      <ReasonField />
      <FormEnd act={act} submit={t.submit} cancel={words.cancel} onCancel={onClose} />
    </Form>
  );
}

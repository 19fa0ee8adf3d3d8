import { App, Form, Input, Radio } from 'antd';
import type { ReactElement } from 'react';
import { answerOf, api } from '../../api/client';
import { FormDrawer } from '../../app/form-drawer';
import { FormEnd } from '../../app/form-end';
import { ReasonField } from '../../app/reason-field';
import { useAct } from '../../app/use-act';
import { useTexts } from '../../shared/dictionary';
import { FieldRows } from './field-rows';
import { IDENTIFIER } from '../../shared/identifier';
import { FIELD_NAME, FILE_NAME, registrationOf, type ResourceDraft } from './resource-draft';
import { texts } from './texts';

/** The button, and the form behind it, that registers a resource. */
export function ResourceForm(): ReactElement {
  const { resourceForm: t } = useTexts(texts);
  return (
    <FormDrawer label={t.open} size={560}>
      {(close) => <Fields onClose={close} />}
    </FormDrawer>
  );
}

const INITIAL: Partial<ResourceDraft> = { kind: 'file', fields: [{ type: 'text' }] };

function Fields({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { resourceForm: t } = useTexts(texts);
  const { message } = App.useApp();
  const [form] = Form.useForm<ResourceDraft>();
  // Not known at the first drawing, which is of a file then.
  const isTable = Form.useWatch('kind', form) === 'table';
  const act = useAct(
    (draft: ResourceDraft) => answerOf(api.POST('/v1/catalogue', { body: registrationOf(draft) })),
    () => {
      void message.success(t.done);
      onClose();
    },
  );
  const written = { required: true, whitespace: true, message: t.required };
  const named = { required: true, pattern: IDENTIFIER, message: t.idWrong };
  const column = { required: true, pattern: FIELD_NAME, message: t.fieldWrong };
  return (
    <Form<ResourceDraft> form={form} layout="vertical" onFinish={act.run} initialValues={INITIAL}>
      <Form.Item name="title" label={t.title} rules={[written]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="resource" label={t.id} extra={t.idHint} rules={[named]}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="description" label={t.description}>
        <Input.TextArea maxLength={2000} rows={2} />
      </Form.Item>
      <Form.Item name="connection" label={t.connection} extra={t.connectionHint} rules={[named]}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="kind" label={t.kind}>
        <Radio.Group
          options={[
            { value: 'file', label: t.kinds.file },
            { value: 'table', label: t.kinds.table },
          ]}
        />
      </Form.Item>
      {isTable ? (
        <>
          <Form.Item name="table" label={t.table} rules={[column]}>
            <Input autoComplete="off" />
          </Form.Item>
          <Form.Item name="key" label={t.key} extra={t.keyHint} rules={[column]}>
            <Input autoComplete="off" />
          </Form.Item>
        </>
      ) : (
        <Form.Item name="file" label={t.file} rules={[{ required: true, pattern: FILE_NAME, message: t.fileWrong }]}>
          <Input autoComplete="off" />
        </Form.Item>
      )}
      <FieldRows typed={!isTable} />
      <ReasonField />
      <FormEnd act={act} submit={t.submit} cancel={t.cancel} onCancel={onClose} />
    </Form>
  );
}

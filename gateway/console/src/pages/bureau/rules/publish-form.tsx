import { App, Form, Input, InputNumber } from 'antd';
import type { ReactElement } from 'react';
import { answerOf, api } from '../../../api/client';
import { FormDrawer } from '../../../app/form-drawer';
import { FormEnd } from '../../../app/form-end';
import { ReasonField } from '../../../app/reason-field';
import { useAct } from '../../../app/use-act';
import { useTexts } from '../../../shared/dictionary';
import { texts } from './texts';
import { VERSION } from './version';

/** What a rule set for the life of invoices says: docs/life.md. */
export interface LifeRules {
  readonly confirmHours: number;
  readonly maxLeaseSeconds: number;
  readonly maxClaims: number;
}
interface Draft extends LifeRules {
  readonly version: string;
  readonly reason: string;
}
const MAX_HOURS = 8760;
const MAX_SECONDS = 31_622_400;
const MAX_CLAIMS = 1000;

/** The button, and the form behind it, that puts a rule set for the life of invoices in force. */
export function PublishForm({ inForce }: { readonly inForce: LifeRules }): ReactElement {
  const t = useTexts(texts);
  return <FormDrawer label={t.publish}>{(close) => <Fields inForce={inForce} onClose={close} />}</FormDrawer>;
}

function Fields({ inForce, onClose }: { readonly inForce: LifeRules; readonly onClose: () => void }): ReactElement {
  const t = useTexts(texts);
  const { message } = App.useApp();
  const act = useAct(
    (body: Draft) => answerOf(api.POST('/v1/rules/life', { body })),
    () => {
      void message.success(t.done);
      onClose();
    },
  );
  const required = { required: true, message: t.required };
  const number = (max: number): ReactElement => <InputNumber min={1} max={max} precision={0} className="full-width" />;
  return (
    <Form<Draft> layout="vertical" onFinish={act.run} initialValues={inForce}>
      <Form.Item
        name="version"
        label={t.version}
        extra={t.versionHint}
        rules={[{ ...required, pattern: VERSION, message: t.versionWrong }]}
      >
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="confirmHours" label={t.confirmHours} rules={[required]}>
        {number(MAX_HOURS)}
      </Form.Item>
      <Form.Item name="maxLeaseSeconds" label={t.maxLeaseSeconds} rules={[required]}>
        {number(MAX_SECONDS)}
      </Form.Item>
      <Form.Item name="maxClaims" label={t.maxClaims} rules={[required]}>
        {number(MAX_CLAIMS)}
      </Form.Item>
      <ReasonField />
      <FormEnd act={act} submit={t.submit} cancel={t.cancel} onCancel={onClose} />
    </Form>
  );
}

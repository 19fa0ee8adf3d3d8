import { Alert, App, Form, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { answerOf, api } from '../../../api/client';
import { FormDrawer } from '../../../app/form-drawer';
import { FormEnd } from '../../../app/form-end';
import { ReasonField } from '../../../app/reason-field';
import { useAct } from '../../../app/use-act';
import { useTexts } from '../../../shared/dictionary';
import { IDENTIFIER } from '../../../shared/identifier';
import { eventsNow } from '../side';
import type { Status } from '../types';
import { texts } from './texts';

interface Draft {
  readonly financier: string;
  readonly reason: string;
}

/** The button, and the form behind it, by which a seller pledges the receivable of an invoice; gone while it is pledged. */
export function PledgeForm({ status }: { readonly status: Status }): ReactElement | null {
  const { form: t } = useTexts(texts);
  if (!eventsNow(status, 'pledge', 'seller').includes('pledge')) return null;
  return (
    <div className="gap-above">
      <FormDrawer label={t.open} type="default">
        {(close) => <Fields invoice={status.invoice} onClose={close} />}
      </FormDrawer>
    </div>
  );
}

function Fields({ invoice, onClose }: { readonly invoice: string; readonly onClose: () => void }): ReactElement {
  const { form: t } = useTexts(texts);
  const { message } = App.useApp();
  // The same in every attempt: a repetition is no second pledge.
  const [pledge] = useState(() => `p-${crypto.randomUUID()}`);
  const act = useAct(
    ({ financier, reason }: Draft) =>
      answerOf(api.POST('/v1/pledges', { body: { pledge, invoice, financier, reason: reason.trim() } })),
    () => {
      void message.success(t.done);
      onClose();
    },
  );
  return (
    <Form<Draft> layout="vertical" onFinish={act.run}>
      <Alert type="info" showIcon title={t.hint} className="gap-below" />
      <Form.Item
        name="financier"
        label={t.financier}
        extra={t.financierHint}
        rules={[{ required: true, pattern: IDENTIFIER, message: t.financierWrong }]}
      >
        <Input autoComplete="off" />
      </Form.Item>
      <ReasonField />
      <FormEnd act={act} submit={t.submit} cancel={t.cancel} onCancel={onClose} />
    </Form>
  );
}

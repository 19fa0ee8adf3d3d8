import { App, Form, Input, InputNumber, Select } from 'antd';
import type { ReactElement } from 'react';
import { answerOf, api } from '../../api/client';
import { unless } from '../../api/unless';
import { FormDrawer } from '../../app/form-drawer';
import { FormEnd } from '../../app/form-end';
import { ReasonField } from '../../app/reason-field';
import { texts as app } from '../../app/texts';
import { useAct } from '../../app/use-act';
import { useTexts } from '../../shared/dictionary';
import { IDENTIFIER } from '../../shared/identifier';
import { noteWritten } from '../directory/written';
import { texts } from './texts';
import type { Supervision } from './use-supervision';

const METHODS: readonly Supervision['method'][] = ['inspection', 'sampling', 'report', 'audit-log'];
/** As many as the contract takes. */
const MAX_DAYS = 3660;

interface Draft {
  readonly authority: string;
  readonly object: string;
  readonly method: Supervision['method'];
  readonly intervalDays: number;
  readonly reason: string;
}

/** The bureau states who looks at whom, how and how often; stated again it is another interval. */
export function StatementForm(): ReactElement {
  const { statement: t } = useTexts(texts);
  return <FormDrawer label={t.open}>{(close) => <Fields onClose={close} />}</FormDrawer>;
}

function Fields({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { statement: t, plan } = useTexts(texts);
  const { act: ends } = useTexts(app);
  const { message } = App.useApp();
  const act = useAct(
    ({ authority, object, method, intervalDays, reason }: Draft) => {
      const body = { authority: authority.trim(), object: object.trim(), method, intervalDays, reason: reason.trim() };
      // It stands so already: an attempt before got no answer.
      return unless('SUPERVISION_STANDS', answerOf(api.POST('/v1/supervision', { body })).then(noteWritten));
    },
    () => {
      void message.success(t.done);
      onClose();
    },
  );
  const id = [{ required: true, pattern: IDENTIFIER, message: t.idWrong }];
  return (
    <Form<Draft> layout="vertical" onFinish={act.run} initialValues={{ method: 'inspection', intervalDays: 30 }}>
      <Form.Item name="authority" label={t.authority} rules={id}>
        <Input maxLength={64} autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="object" label={t.object} rules={id}>
        <Input maxLength={64} autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="method" label={plan.method}>
        <Select options={METHODS.map((value) => ({ value, label: plan.methods[value] }))} />
      </Form.Item>
      <Form.Item name="intervalDays" label={t.interval} rules={[{ required: true, message: t.intervalWrong }]}>
        <InputNumber min={1} max={MAX_DAYS} precision={0} className="full-width" />
      </Form.Item>
      <ReasonField />
      <FormEnd act={act} submit={t.submit} cancel={ends.cancel} onCancel={onClose} />
    </Form>
  );
}

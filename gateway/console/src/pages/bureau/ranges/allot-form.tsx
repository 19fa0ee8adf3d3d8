import { App, Form, Input, InputNumber } from 'antd';
import type { ReactElement } from 'react';
import { answerOf, api } from '../../../api/client';
import { FormDrawer } from '../../../app/form-drawer';
import { FormEnd } from '../../../app/form-end';
import { ReasonField } from '../../../app/reason-field';
import { useAct } from '../../../app/use-act';
import { useTexts } from '../../../shared/dictionary';
import { IDENTIFIER } from '../../../shared/identifier';
import { texts } from './texts';

interface Values {
  readonly seller: string;
  readonly prefix: string;
  readonly from: number;
  readonly to: number;
  readonly reason: string;
}
const MAX_SEQUENCE = 999_999_999_999_999;

/** The button, and the form behind it, that allots numbers to a seller. */
export function AllotForm(): ReactElement {
  const t = useTexts(texts);
  return <FormDrawer label={t.allot}>{(close) => <Fields onClose={close} />}</FormDrawer>;
}

function Fields({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useTexts(texts);
  const { message } = App.useApp();
  const act = useAct(
    (body: Values) => answerOf(api.POST('/v1/ranges', { body })),
    () => {
      void message.success(t.done);
      onClose();
    },
  );
  const sequence = <InputNumber min={1} max={MAX_SEQUENCE} precision={0} className="full-width" />;
  return (
    <Form<Values> layout="vertical" onFinish={act.run}>
      <Form.Item name="seller" label={t.sellerId} rules={[{ required: true, pattern: IDENTIFIER, message: t.idWrong }]}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="prefix" label={t.prefix} rules={[{ required: true, pattern: /^\d{5}$/, message: t.prefixWrong }]}>
        <Input inputMode="numeric" maxLength={5} />
      </Form.Item>
      <Form.Item name="from" label={t.from} rules={[{ required: true, message: t.required }]}>
        {sequence}
      </Form.Item>
      <Form.Item
        name="to"
        label={t.to}
        dependencies={['from']}
        rules={[
          { required: true, message: t.required },
          ({ getFieldValue }) => ({
            validator: (_, to: number) => {
              const from = getFieldValue('from') as number | undefined;
              return from === undefined || to >= from ? Promise.resolve() : Promise.reject(new Error(t.order));
            },
          }),
        ]}
      >
        {sequence}
      </Form.Item>
      <ReasonField />
      <FormEnd act={act} submit={t.submit} cancel={t.cancel} onCancel={onClose} />
    </Form>
  );
}

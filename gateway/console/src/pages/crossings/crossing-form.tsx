import { App, DatePicker, Form, Input } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState, type ReactElement } from 'react';
import { answerOf, api } from '../../api/client';
import { unless } from '../../api/unless';
import { FormDrawer } from '../../app/form-drawer';
import { FormEnd } from '../../app/form-end';
import { ReasonField } from '../../app/reason-field';
import { texts as app } from '../../app/texts';
import { useAct } from '../../app/use-act';
import { useTexts } from '../../shared/dictionary';
import { IDENTIFIER } from '../../shared/identifier';
import { endOfDay } from '../provider/grant-draft';
import { texts } from './texts';

/** ISO 3166-1 alpha-2, another one than ours. */
const REGION = /^(?!CN$)[A-Z]{2}$/;

interface Draft {
  readonly resource: string;
  readonly consumer: string;
  readonly region: string;
  readonly until: Dayjs;
  readonly legalBasis: string;
  readonly reason: string;
}

/** The bureau approves the use of a resource in another region. */
export function CrossingForm(): ReactElement {
  const { form: t } = useTexts(texts);
  return <FormDrawer label={t.open}>{(close) => <Fields onClose={close} />}</FormDrawer>;
}

function Fields({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { form: t } = useTexts(texts);
  const { act: ends } = useTexts(app);
  const { message } = App.useApp();
  // The same in every attempt: a repetition is no second approval.
  const [approval] = useState(() => `a-${crypto.randomUUID()}`);
  const act = useAct(
    ({ resource, consumer, region, until, legalBasis, reason }: Draft) => {
      const about = { resource: resource.trim(), consumer: consumer.trim(), region, until: endOfDay(until) };
      const body = { approval, ...about, legalBasis: legalBasis.trim(), reason: reason.trim() };
      return unless('CROSSING_EXISTS', answerOf(api.POST('/v1/crossings', { body })));
    },
    () => {
      void message.success(t.done);
      onClose();
    },
  );
  const id = [{ required: true, pattern: IDENTIFIER, message: t.idWrong }];
  return (
    <Form<Draft> layout="vertical" onFinish={act.run}>
      <Form.Item name="resource" label={t.resource} rules={id}>
        <Input maxLength={64} autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="consumer" label={t.consumer} rules={id}>
        <Input maxLength={64} autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="region" label={t.region} rules={[{ required: true, pattern: REGION, message: t.regionWrong }]}>
        <Input maxLength={2} autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="until" label={t.until} rules={[{ required: true, message: t.required }]}>
        <DatePicker className="full-width" />
      </Form.Item>
      <Form.Item name="legalBasis" label={t.legalBasis} rules={[{ required: true, whitespace: true, message: t.required }]}>
        <Input maxLength={500} autoComplete="off" />
      </Form.Item>
      <ReasonField />
      <FormEnd act={act} submit={t.submit} cancel={ends.cancel} onCancel={onClose} />
    </Form>
  );
}

import { App, Form, Input, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { answerOf, api } from '../../api/client';
import { FormDrawer } from '../../app/form-drawer';
import { FormEnd } from '../../app/form-end';
import { ReasonField } from '../../app/reason-field';
import { texts as app } from '../../app/texts';
import { useAct } from '../../app/use-act';
import { useTexts } from '../../shared/dictionary';
import { noteWritten } from '../directory/written';
import { texts } from './texts';
import type { Supervision } from './use-supervision';

const FINDINGS = ['none', 'open'] as const;
/** As long as the API lets it be. */
const MAX_TEXT = 2000;

interface Draft {
  readonly finding: (typeof FINDINGS)[number];
  readonly text?: string;
  readonly reason: string;
}
interface OfLine {
  readonly line: Supervision;
}

/** The authority records that it has looked. */
export function LookForm({ line }: OfLine): ReactElement {
  const { look: t } = useTexts(texts);
  return (
    <FormDrawer label={t.open} type="default">
      {(close) => <Fields line={line} onClose={close} />}
    </FormDrawer>
  );
}

function Fields({ line, onClose }: OfLine & { readonly onClose: () => void }): ReactElement {
  const { look: t } = useTexts(texts);
  const { act: ends } = useTexts(app);
  const { message } = App.useApp();
  // The same in every attempt: a repetition is no second look.
  const [number] = useState(line.looks + 1);
  const act = useAct(
    async ({ finding, text = '', reason }: Draft) => {
      const seen = text.trim() === '' ? {} : { text: text.trim() };
      const body = { method: line.method, number, finding, ...seen, reason: reason.trim() };
      noteWritten(
        await answerOf(api.POST('/v1/supervision/{object}/looks', { params: { path: { object: line.object } }, body })),
      );
    },
    () => {
      void message.success(t.done);
      onClose();
    },
  );
  return (
    <Form<Draft> layout="vertical" onFinish={act.run} initialValues={{ finding: 'none' }}>
      <Form.Item name="finding" label={t.finding}>
        <Select options={FINDINGS.map((value) => ({ value, label: t.findings[value] }))} />
      </Form.Item>
      <Form.Item name="text" label={t.text}>
        <Input.TextArea maxLength={MAX_TEXT} rows={3} />
      </Form.Item>
      <ReasonField />
      <FormEnd act={act} submit={t.submit} cancel={ends.cancel} onCancel={onClose} />
    </Form>
  );
}

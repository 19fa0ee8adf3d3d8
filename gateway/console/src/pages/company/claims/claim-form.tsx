import { PlusOutlined } from '@ant-design/icons';
import { App, Button, Form, InputNumber } from 'antd';
import { useState, type ReactElement } from 'react';
import { answerOf, api } from '../../../api/client';
import { FormDrawer } from '../../../app/form-drawer';
import { FormEnd } from '../../../app/form-end';
import { ReasonField } from '../../../app/reason-field';
import { useAct } from '../../../app/use-act';
import { useTexts } from '../../../shared/dictionary';
import { bodyOf, type ClaimDraft } from './claim-draft';
import { InvoiceRow } from './invoice-row';
import { texts } from './texts';

const HOURS = 24;
const MAX_HOURS = 168;
/** A batch of more is made by a program. */
const MAX_ROWS = 20;

interface ClaimFormProps {
  /** An invoice to begin with: the form is open at once, and has no button. */
  readonly first?: string;
  readonly onClosed?: () => void;
}

/** Reserves amounts of one or several invoices, all or none. */
export function ClaimForm({ first, onClosed }: ClaimFormProps): ReactElement {
  const { form: t } = useTexts(texts);
  return (
    <FormDrawer label={t.open} size={520} opened={first !== undefined} onClosed={onClosed}>
      {(close) => <Fields first={first} onClose={close} />}
    </FormDrawer>
  );
}

function Fields({ first, onClose }: { readonly first: string | undefined; readonly onClose: () => void }): ReactElement {
  const { form: t } = useTexts(texts);
  const { message } = App.useApp();
  // The same in every attempt: a repetition is no second claim.
  const [claim] = useState(() => `c-${crypto.randomUUID()}`);
  const act = useAct(
    (draft: ClaimDraft) => answerOf(api.POST('/v1/claims', { body: bodyOf(draft, claim) })),
    () => {
      void message.success(t.done);
      onClose();
    },
  );
  return (
    <Form<ClaimDraft> layout="vertical" onFinish={act.run} initialValues={{ invoices: [{ invoice: first }], hours: HOURS }}>
      <Form.List name="invoices">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <InvoiceRow key={key} name={name} onRemove={rows.length === 1 ? undefined : () => remove(name)} />
            ))}
            <Button icon={<PlusOutlined />} className="gap-below" onClick={() => add({})} disabled={rows.length >= MAX_ROWS}>
              {t.add}
            </Button>
          </>
        )}
      </Form.List>
      <Form.Item name="hours" label={t.hours} rules={[{ required: true, message: t.required }]}>
        <InputNumber min={1} max={MAX_HOURS} precision={0} className="full-width" />
      </Form.Item>
      <ReasonField />
      <FormEnd act={act} submit={t.submit} cancel={t.cancel} onCancel={onClose} />
    </Form>
  );
}

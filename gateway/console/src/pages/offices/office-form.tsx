import { App, Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { FormDrawer } from '../../app/form-drawer';
import { FormEnd } from '../../app/form-end';
import { ReasonField } from '../../app/reason-field';
import { texts as app } from '../../app/texts';
import { useAct } from '../../app/use-act';
import { useTexts } from '../../shared/dictionary';
import { texts } from './texts';

/** A field of plain text. */
export interface Field<Name extends string> {
  readonly name: Name;
  readonly label: string;
  /** What it has to look like; any text when absent. */
  readonly pattern?: RegExp;
  readonly wrong?: string;
  readonly hint?: string;
  readonly optional?: boolean;
  readonly max?: number;
}
type Values<Name extends string> = Readonly<Partial<Record<Name, string>>> & { readonly reason: string };

interface OfficeFormProps<Name extends string> {
  readonly label: string;
  readonly fields: readonly Field<Name>[];
  /** What was typed, trimmed; empty fields are absent. */
  readonly send: (values: Values<Name>) => Promise<unknown>;
}

/** A button and a form of plain fields with a reason: what the bureau registers. */
export function OfficeForm<Name extends string>(props: OfficeFormProps<Name>): ReactElement {
  return <FormDrawer label={props.label}>{(close) => <Fields {...props} onClose={close} />}</FormDrawer>;
}

function Fields<Name extends string>(props: OfficeFormProps<Name> & { readonly onClose: () => void }): ReactElement {
  const { fields, send, onClose } = props;
  const { form: t } = useTexts(texts);
  const { act: ends } = useTexts(app);
  const { message } = App.useApp();
  const act = useAct(
    (typed: Readonly<Record<string, string | undefined>>) => {
      const filled = Object.entries(typed).map(([name, text]) => [name, (text ?? '').trim()] as const);
      return send(Object.fromEntries(filled.filter(([, text]) => text !== '')) as Values<Name>);
    },
    () => {
      void message.success(t.done);
      onClose();
    },
  );
  return (
    <Form layout="vertical" onFinish={act.run}>
      {fields.map(({ name, label, pattern, wrong, hint, optional = false, max = 200 }) => (
        <Form.Item
          key={name}
          name={name as string}
          label={label}
          extra={hint}
          rules={[
            {
              required: !optional,
              message: wrong ?? t.required,
              ...(pattern === undefined ? { whitespace: true } : { pattern }),
            },
          ]}
        >
          <Input autoComplete="off" maxLength={max} />
        </Form.Item>
      ))}
      <ReasonField />
      <FormEnd act={act} submit={t.submit} cancel={ends.cancel} onCancel={onClose} />
    </Form>
  );
}

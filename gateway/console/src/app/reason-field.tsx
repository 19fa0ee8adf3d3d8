import { Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../shared/dictionary';
import { texts } from './texts';

/** As long as the API lets it be. */
const MAX_CHARACTERS = 500;

interface ReasonFieldProps {
  /** Where something else than the reason of the act is asked, such as an explanation. */
  readonly label?: string;
  /** Of the input, where two forms of a page would have the same. */
  readonly id?: string;
  readonly autoFocus?: boolean;
}

/** Why somebody does it, kept with the act: the field `reason` of every form that changes something. */
export function ReasonField({ label, id, autoFocus = false }: ReasonFieldProps): ReactElement {
  const { act: t } = useTexts(texts);
  return (
    <Form.Item
      name="reason"
      label={label ?? t.reason}
      {...(id === undefined ? {} : { htmlFor: id })}
      rules={[{ required: true, whitespace: true, message: t.reasonMissing }]}
    >
      <Input maxLength={MAX_CHARACTERS} autoFocus={autoFocus} {...(id === undefined ? {} : { id })} />
    </Form.Item>
  );
}

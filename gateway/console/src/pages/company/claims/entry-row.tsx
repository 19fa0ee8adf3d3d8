import { DeleteOutlined } from '@ant-design/icons';
import { Button, Flex, Form, Input, Select } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../../shared/dictionary';
import { AMOUNT } from './claim-draft';
import { texts } from './texts';

interface EntryRowProps {
  readonly name: number;
  /** Absent where a document would have fewer than two entries. */
  readonly onRemove: (() => void) | undefined;
}

/** One entry of an accounting document: its side, its subjects, its amount. */
export function EntryRow({ name, onRemove }: EntryRowProps): ReactElement {
  const { accounting: t, form: words } = useTexts(texts);
  const required = { required: true, message: words.required };
  return (
    <fieldset className="plain-fieldset">
      <Flex justify="space-between" align="center" gap={8}>
        <legend>{t.place(name + 1)}</legend>
        {onRemove !== undefined && <Button icon={<DeleteOutlined />} aria-label={t.remove(name + 1)} onClick={onRemove} />}
      </Flex>
      <Form.Item name={[name, 'side']} label={t.side} rules={[required]}>
        <Select options={(['debit', 'credit'] as const).map((value) => ({ value, label: t.sides[value] }))} />
      </Form.Item>
      <Form.Item name={[name, 'subject']} label={t.subject} rules={[{ ...required, whitespace: true }]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name={[name, 'subsidiary']} label={t.subsidiary}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name={[name, 'amount']} label={t.amount} rules={[{ ...required, pattern: AMOUNT, message: words.amountWrong }]}>
        <Input inputMode="decimal" autoComplete="off" />
      </Form.Item>
    </fieldset>
  );
}

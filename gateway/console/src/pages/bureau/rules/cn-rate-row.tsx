import { DeleteOutlined } from '@ant-design/icons';
import { Button, Flex, Form, Input, Select } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../../shared/dictionary';
import { PERCENT, type CnDraft } from './cn-draft';
import { texts } from './texts';

/** One rate that comes anew: its kind, how much it is, from when, and until when. */
export function CnRateRow({ name, onRemove }: { readonly name: number; readonly onRemove: () => void }): ReactElement {
  const { cnForm: t, ...words } = useTexts(texts);
  const form = Form.useFormInstance<CnDraft>();
  const required = { required: true, message: words.required };
  const notBefore = {
    validator: (_: unknown, to?: string) => {
      const from = form.getFieldValue(['added', name, 'from']) as string | undefined;
      return to && from && to < from ? Promise.reject(new Error(t.order)) : Promise.resolve();
    },
  };
  return (
    <fieldset className="plain-fieldset">
      <Flex justify="space-between" align="center" gap={8}>
        <legend>{t.place(name + 1)}</legend>
        <Button icon={<DeleteOutlined />} aria-label={t.remove(name + 1)} onClick={onRemove} />
      </Flex>
      <Form.Item name={[name, 'category']} label={words.category} rules={[required]}>
        <Select options={(['standard', 'levy'] as const).map((value) => ({ value, label: words.categories[value] }))} />
      </Form.Item>
      <Form.Item name={[name, 'percent']} label={t.percent} rules={[{ ...required, pattern: PERCENT, message: t.percentWrong }]}>
        <Input inputMode="decimal" autoComplete="off" suffix="%" />
      </Form.Item>
      <Form.Item name={[name, 'from']} label={t.from} rules={[required]}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name={[name, 'to']} label={t.to} dependencies={[['added', name, 'from']]} rules={[notBefore]}>
        <Input type="date" />
      </Form.Item>
    </fieldset>
  );
}

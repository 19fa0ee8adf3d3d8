import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Select } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../shared/dictionary';
import { texts as sharing } from '../sharing/texts';
import type { Resource } from '../sharing/types';
import { isValueOf, typeOf } from './grant-draft';
import { texts } from './texts';

const OPS = ['eq', 'ne', 'lt', 'le', 'gt', 'ge'] as const;

/** Conditions that rows must meet, one a line. */
export function ConditionRows({ resource }: { readonly resource: Resource }): ReactElement {
  const { form: t } = useTexts(texts);
  const { sentence } = useTexts(sharing);
  const form = Form.useFormInstance();
  const required = [{ required: true, message: t.required }];
  const valueRule = (row: number): object => ({
    validator: (_: unknown, typed: string | undefined) => {
      const type = typeOf(resource, form.getFieldValue(['rows', row, 'field']) as string | undefined);
      const wrong = t.valueWrong[type === 'time' ? 'text' : type];
      return isValueOf(type, typed) ? Promise.resolve() : Promise.reject(new Error(wrong));
    },
  });
  return (
    <Form.Item label={t.rows}>
      <Form.List name="rows">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <div key={key} className="condition-row">
                <Form.Item name={[name, 'field']} rules={required}>
                  <Select
                    aria-label={t.field}
                    placeholder={t.field}
                    options={resource.fields.map((field) => ({ value: field.name, label: field.name }))}
                  />
                </Form.Item>
                <Form.Item name={[name, 'op']} rules={required}>
                  <Select
                    aria-label={t.op}
                    placeholder={t.op}
                    options={OPS.map((value) => ({ value, label: sentence.ops[value] }))}
                  />
                </Form.Item>
                <Form.Item name={[name, 'value']} rules={[valueRule(name)]}>
                  <Input aria-label={t.value} placeholder={t.value} maxLength={1000} />
                </Form.Item>
                <Button icon={<DeleteOutlined />} aria-label={t.removeRow(name + 1)} onClick={() => remove(name)} />
              </div>
            ))}
            <Button icon={<PlusOutlined />} onClick={() => add({})} disabled={rows.length >= 20}>
              {t.addRow}
            </Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}

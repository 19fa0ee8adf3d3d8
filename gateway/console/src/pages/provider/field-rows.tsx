import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Select } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../shared/dictionary';
import { FIELD_NAME, type DraftField } from './resource-draft';
import { texts } from './texts';

const TYPES = ['text', 'number', 'boolean'] as const;
const MAX_FIELDS = 200;

/** The fields of a resource, one a line; no name twice. */
export function FieldRows({ typed }: { readonly typed: boolean }): ReactElement {
  const { resourceForm: t } = useTexts(texts);
  const form = Form.useFormInstance();
  const once = {
    validator: (_: unknown, name: string | undefined) => {
      const fields = form.getFieldValue('fields') as readonly (DraftField | undefined)[];
      const same = fields.filter((field) => name !== undefined && field?.name === name);
      return same.length > 1 ? Promise.reject(new Error(t.fieldTwice)) : Promise.resolve();
    },
  };
  return (
    <Form.Item label={t.fields} extra={t.fieldsHint}>
      <Form.List name="fields">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <div key={key} className="field-row">
                <Form.Item name={[name, 'name']} rules={[{ required: true, pattern: FIELD_NAME, message: t.fieldWrong }, once]}>
                  <Input aria-label={t.fieldName(name + 1)} placeholder={t.fieldPlace} autoComplete="off" />
                </Form.Item>
                {typed && (
                  <Form.Item name={[name, 'type']}>
                    <Select
                      aria-label={t.fieldType(name + 1)}
                      options={TYPES.map((value) => ({ value, label: t.types[value] }))}
                    />
                  </Form.Item>
                )}
                <Button
                  icon={<DeleteOutlined />}
                  aria-label={t.removeField(name + 1)}
                  disabled={rows.length === 1}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            <Button icon={<PlusOutlined />} onClick={() => add({ type: 'text' })} disabled={rows.length >= MAX_FIELDS}>
              {t.addField}
            </Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}

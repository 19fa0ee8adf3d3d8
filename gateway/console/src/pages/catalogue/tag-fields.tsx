import { TAG_FAMILIES } from '@lianpiao/chaincode/domain';
import { Form, Select } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../shared/dictionary';
import { texts } from './texts';

/** As many as the API takes of a family. */
const MAX_TAGS = 20;

/** Tags of each family, written one after the other. */
export function TagFields(): ReactElement {
  const { form: t } = useTexts(texts);
  const some = {
    validator: (_: unknown, tags: readonly string[] = []) =>
      tags.length > 0 ? Promise.resolve() : Promise.reject(new Error(t.tagMissing)),
  };
  return (
    <>
      {TAG_FAMILIES.map((family) => (
        <Form.Item key={family} name={['tags', family]} label={t.tags[family]} rules={[some]} extra={t.tagHint}>
          <Select mode="tags" open={false} maxCount={MAX_TAGS} tokenSeparators={[',', '，', '、', ';', '；']} suffix={null} />
        </Form.Item>
      ))}
    </>
  );
}

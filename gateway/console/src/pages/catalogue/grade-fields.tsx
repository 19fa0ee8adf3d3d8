import { DATA_CLASSES, DATA_GRADES } from '@lianpiao/chaincode/domain';
import { Form, Select } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../shared/dictionary';
import { texts as words } from '../directory/facets/texts';
import { DecisionTable } from './decision-table';
import { texts } from './texts';

/** Class and grade, and below them what the decision table says of them. */
export function GradeFields(): ReactElement {
  const { form: t } = useTexts(texts);
  const w = useTexts(words);
  return (
    <>
      <Form.Item name="class" label={t.class}>
        <Select options={DATA_CLASSES.map((value) => ({ value, label: w.classes[value] }))} />
      </Form.Item>
      <Form.Item name="grade" label={t.grade}>
        <Select options={DATA_GRADES.map((value) => ({ value, label: `${w.grade(String(value))} · ${t.harm[value]}` }))} />
      </Form.Item>
      <DecisionTable />
    </>
  );
}

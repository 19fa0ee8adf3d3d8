import { Button, DatePicker, Flex, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { ReactElement } from 'react';
import { useTexts } from '../../shared/dictionary';
import { parametersOf, type Filters } from './filters';
import { texts } from './texts';

interface FormValues extends Omit<Filters, 'from' | 'to'> {
  readonly days?: readonly [Dayjs, Dayjs] | null;
}
interface FilterFormProps {
  readonly filters: Filters;
  /** Whose tax id may be searched by: the bureau's reader by both, a buyer by the seller's. */
  readonly byBuyer: boolean;
  readonly onFilters: (parameters: URLSearchParams) => void;
}

const FORM = 'YYYY-MM-DD';
const AMOUNT = /^-?\d{1,15}(\.\d{1,2})?$/;

/** What to search by. */
export function FilterForm({ filters, byBuyer, onFilters }: FilterFormProps): ReactElement {
  const t = useTexts(texts).filters;
  const { from, to, ...typed } = filters;
  const initial: FormValues = { ...typed, ...(from && to ? { days: [dayjs(from), dayjs(to)] } : {}) };
  const submit = ({ days, ...values }: FormValues): void => {
    onFilters(parametersOf({ ...values, from: days?.[0].format(FORM), to: days?.[1].format(FORM) }));
  };
  const amountRule = [{ pattern: AMOUNT, message: t.amountWrong }];
  return (
    <Form<FormValues>
      key={JSON.stringify(filters)}
      layout="vertical"
      initialValues={initial}
      onFinish={submit}
      className="filters"
    >
      <Form.Item name="number" label={t.number} rules={[{ pattern: /^\d{1,20}$/, message: t.numberWrong }]}>
        <Input allowClear inputMode="numeric" className="number" />
      </Form.Item>
      <Form.Item name="sellerTaxId" label={t.sellerTaxId}>
        <Input allowClear maxLength={50} />
      </Form.Item>
      {byBuyer && (
        <Form.Item name="buyerTaxId" label={t.buyerTaxId}>
          <Input allowClear maxLength={50} />
        </Form.Item>
      )}
      <Form.Item name="days" label={t.days}>
        <DatePicker.RangePicker className="full-width" />
      </Form.Item>
      <Form.Item name="least" label={t.least} rules={amountRule}>
        <Input allowClear inputMode="decimal" />
      </Form.Item>
      <Form.Item name="most" label={t.most} rules={amountRule}>
        <Input allowClear inputMode="decimal" />
      </Form.Item>
      <Flex gap={8} align="end" className="filters-buttons">
        <Button type="primary" htmlType="submit">
          {t.search}
        </Button>
        <Button
          onClick={() => {
            onFilters(new URLSearchParams());
          }}
        >
          {t.clear}
        </Button>
      </Flex>
    </Form>
  );
}

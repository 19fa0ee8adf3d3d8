import { Button, DatePicker, Flex, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useTexts } from '../../shared/dictionary';
import { filtersOf, parametersOf, type Filters } from './filters';
import { texts } from './texts';

interface FormValues extends Omit<Filters, 'from' | 'to'> {
  /** Open on either side: since a day, or until one. */
  readonly days?: readonly [Dayjs | null, Dayjs | null] | null;
}
interface FilterFormProps {
  readonly filters: Filters;
  /** Whose tax id may be searched by: the bureau's reader by both, a buyer by the seller's. */
  readonly byBuyer: boolean;
  readonly onFilters: (parameters: URLSearchParams) => void;
}

const FORM = 'YYYY-MM-DD';
const BOTH_ENDS: [boolean, boolean] = [true, true];
const AMOUNT = /^-?\d{1,15}(\.\d{1,2})?$/;

const EMPTY = { number: '', sellerTaxId: '', buyerTaxId: '', least: '', most: '', days: null };

function dayOf(text: string | undefined): Dayjs | null {
  return text ? dayjs(text) : null;
}

function valuesOf({ from, to, ...typed }: Filters): FormValues {
  return { ...typed, ...(from || to ? { days: [dayOf(from), dayOf(to)] } : {}) };
}

/** What to search by. */
export function FilterForm({ filters, byBuyer, onFilters }: FilterFormProps): ReactElement {
  const t = useTexts(texts).filters;
  const [form] = Form.useForm<FormValues>();
  const [initial] = useState(() => valuesOf(filters));
  const address = JSON.stringify(filters);
  /** What this form asked for last: only another address (going back, a link) changes what stands in it. */
  const asked = useRef(address);
  useEffect(() => {
    if (asked.current === address) return;
    asked.current = address;
    form.setFieldsValue({ ...EMPTY, ...valuesOf(JSON.parse(address) as Filters) });
  }, [address, form]);
  const ask = (parameters: URLSearchParams): void => {
    asked.current = JSON.stringify(filtersOf(parameters));
    onFilters(parameters);
  };
  const submit = ({ days, ...values }: FormValues): void => {
    ask(parametersOf({ ...values, from: days?.[0]?.format(FORM), to: days?.[1]?.format(FORM) }));
  };
  const amountRule = [{ pattern: AMOUNT, message: t.amountWrong }];
  return (
    <Form<FormValues> form={form} layout="vertical" initialValues={initial} onFinish={submit} className="filters">
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
        {/* Without it the Tab key goes from one end to the other for ever, and never on (WCAG 2.1.2). */}
        <DatePicker.RangePicker className="full-width" allowEmpty={BOTH_ENDS} />
      </Form.Item>
      <Form.Item name="least" className="half" label={t.least} rules={amountRule}>
        <Input allowClear inputMode="decimal" />
      </Form.Item>
      <Form.Item name="most" className="half" label={t.most} rules={amountRule}>
        <Input allowClear inputMode="decimal" />
      </Form.Item>
      <Flex gap={8} align="end" className="filters-buttons">
        <Button type="primary" htmlType="submit">
          {t.search}
        </Button>
        <Button
          onClick={() => {
            form.setFieldsValue(EMPTY);
            ask(new URLSearchParams());
          }}
        >
          {t.clear}
        </Button>
      </Flex>
    </Form>
  );
}

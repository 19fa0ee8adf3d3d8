import { parseDecimal } from '@lianpiao/chaincode/domain';
import { Button, Flex, Form, Input, Modal, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTexts } from '../../../shared/dictionary';
import { formatRate } from '../../../shared/format';
import { RATES, type Goods } from './goods';
import { texts } from './texts';

interface GoodsFormProps {
  /** Undefined for new goods. */
  readonly goods: Goods | undefined;
  readonly onSave: (goods: Goods) => void;
  readonly onRemove: (goods: Goods) => void;
  readonly onClose: () => void;
}

/** New goods, or a change of some. */
export function GoodsForm({ goods, onSave, onRemove, onClose }: GoodsFormProps): ReactElement {
  const { item: t } = useTexts(texts);
  const [draft, setDraft] = useState<Goods>(
    goods ?? { id: crypto.randomUUID(), code: '', name: '', unit: '', price: '', taxCategory: 'standard', rate: '0.13' },
  );
  const [tried, setTried] = useState(false);
  const faults = { name: draft.name.trim() === '', price: (parseDecimal(draft.price, 2)?.units ?? 0n) <= 0n };
  const save = (): void => {
    setTried(true);
    if (!faults.name && !faults.price) onSave({ ...draft, name: draft.name.trim() });
  };
  const field = (key: 'code' | 'name' | 'unit' | 'price', fault?: string): ReactElement => (
    <Form.Item
      label={t[key]}
      htmlFor={`goods-${key}`}
      help={fault}
      {...(fault === undefined ? {} : { validateStatus: 'error' as const })}
    >
      <Input
        id={`goods-${key}`}
        size="large"
        autoFocus={key === 'name'}
        maxLength={100}
        inputMode={key === 'price' ? 'decimal' : 'text'}
        value={draft[key]}
        onChange={(event) => setDraft({ ...draft, [key]: event.target.value })}
      />
    </Form.Item>
  );
  return (
    <Modal
      open

      title={goods === undefined ? t.add : t.change}
      onCancel={onClose}
      footer={null}
      destroyOnHidden
    >
      <Form layout="vertical" onFinish={save}>
        {field('name', tried && faults.name ? t.nameMissing : undefined)}
        {field('price', tried && faults.price ? t.priceWrong : undefined)}
        <Form.Item label={t.rate} htmlFor="goods-rate">
          <Select
            id="goods-rate"
            size="large"
            value={RATES.findIndex(({ taxCategory, rate }) => taxCategory === draft.taxCategory && rate === draft.rate)}
            onChange={(index) => {
              const { rate: _rate, ...rest } = draft;
              setDraft({ ...rest, ...(RATES[index] ?? { taxCategory: 'exempt' }) });
            }}
            options={RATES.map(({ taxCategory, rate }, value) => ({ value, label: rateName(t, taxCategory, rate) }))}
          />
        </Form.Item>
        {field('unit')}
        {field('code')}
        <Flex justify="space-between">
          {goods === undefined ? (
            <span />
          ) : (
            <Button danger size="large" onClick={() => onRemove(goods)}>
              {t.remove}
            </Button>
          )}
          <Button type="primary" size="large" htmlType="submit">
            {t.save}
          </Button>
        </Flex>
      </Form>
    </Modal>
  );
}

function rateName(
  t: { readonly exempt: string; readonly levy: (rate: string) => string },
  category: Goods['taxCategory'],
  rate: string | undefined,
): string {
  if (rate === undefined) return t.exempt;
  return category === 'levy' ? t.levy(formatRate(rate)) : formatRate(rate);
}

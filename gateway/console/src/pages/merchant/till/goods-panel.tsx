import { EditOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Card, Flex, Input, type InputRef } from 'antd';
import { useState, type ReactElement, type RefObject } from 'react';
import { Nothing } from '../../../app/states';
import { useTexts } from '../../../shared/dictionary';
import { formatMoney } from '../../../shared/format';
import { exampleGoods, loadGoods, rateText, searchGoods, storeGoods, type Goods } from './goods';
import { GoodsForm } from './goods-form';
import { texts } from './texts';

interface GoodsPanelProps {
  readonly organisation: string;
  readonly search: RefObject<InputRef | null>;
  readonly onPick: (goods: Goods, quantity: string) => void;
}

/** The goods, found by typing, scanning or tapping. */
export function GoodsPanel({ organisation, search, onPick }: GoodsPanelProps): ReactElement {
  const { goods: t } = useTexts(texts);
  const [goods, setGoods] = useState(() => loadGoods(organisation));
  const [typed, setTyped] = useState('');
  /** Goods in the form; `new` for none yet. */
  const [form, setForm] = useState<Goods | 'new'>();
  const { quantity, found } = searchGoods(goods, typed);
  const keep = (next: readonly Goods[]): void => {
    storeGoods(organisation, next);
    setGoods(next);
    setForm(undefined);
  };
  const pick = (picked: Goods | undefined): void => {
    if (picked === undefined) return;
    onPick(picked, quantity);
    setTyped('');
  };
  return (
    <Card
      title={t.label}
      className="till-goods"
      extra={
        <Button icon={<PlusOutlined />} onClick={() => setForm('new')}>
          {t.add}
        </Button>
      }
    >
      <Input
        ref={search}
        size="large"
        autoFocus
        allowClear
        aria-label={t.label}
        placeholder={t.search}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onPressEnter={() => pick(found[0])}
      />
      {goods.length === 0 && (
        <Nothing>
          <Flex vertical gap={12} align="center">
            {t.empty}
            <Button onClick={() => keep(exampleGoods())}>{t.example}</Button>
          </Flex>
        </Nothing>
      )}
      {goods.length > 0 && found.length === 0 && <Nothing>{t.none}</Nothing>}
      <ul className="goods-list">
        {found.map((one) => (
          <li key={one.id}>
            <button type="button" className="goods-pick" onClick={() => pick(one)}>
              <span className="goods-name">{one.name}</span>
              <span className="goods-price">
                {formatMoney(one.price, 'CNY')} {rateText(one, t.exempt)}
              </span>
            </button>
            <Button type="text" icon={<EditOutlined />} aria-label={t.edit(one.name)} onClick={() => setForm(one)} />
          </li>
        ))}
      </ul>
      {form !== undefined && (
        <GoodsForm
          goods={form === 'new' ? undefined : form}
          onSave={(saved) => keep([...goods.filter(({ id }) => id !== saved.id), saved])}
          onRemove={(removed) => keep(goods.filter(({ id }) => id !== removed.id))}
          onClose={() => setForm(undefined)}
        />
      )}
    </Card>
  );
}

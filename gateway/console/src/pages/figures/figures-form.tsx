import { Alert, Button, Checkbox, Flex, Form, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { Refusal } from '../../app/form-end';
import { useAct } from '../../app/use-act';
import { useTexts } from '../../shared/dictionary';
import { formatDate, formatMoney } from '../../shared/format';
import { amountsOf, areAmounts, claimsOf, FACTS, isPeriod, lastYear, type FiguresDraft } from './figures-draft';
import { makeFigures } from './make-figures';
import type { Shown } from './shown-card';
import { texts } from './texts';

/** Which figures, of which days, for which bank. */
export function FiguresForm({ onShown }: { readonly onShown: (shown: Shown) => void }): ReactElement {
  const t = useTexts(texts);
  const [asked] = useSearchParams();
  const [form] = Form.useForm<FiguresDraft>();
  const act = useAct(async (draft: FiguresDraft) => ({ bank: draft.audience.trim(), text: await makeFigures(draft) }), onShown);
  const [year] = useState(() => lastYear(formatDate(Date.now())));
  const written = { required: true, whitespace: true, message: t.required };
  const start: FiguresDraft = {
    ...year,
    currency: 'CNY',
    above: '',
    show: ['name', 'taxId'],
    audience: asked.get('audience') ?? '',
    nonce: asked.get('nonce') ?? '',
  };
  // Nothing in the first drawing.
  const watched = Form.useWatch([], form);
  const must = (holds: (draft: FiguresDraft) => boolean, message: string) => () => ({
    validator: () => (holds(form.getFieldsValue()) ? Promise.resolve() : Promise.reject(new Error(message))),
  });
  return (
    <Form<FiguresDraft> form={form} layout="vertical" onFinish={act.run} initialValues={start}>
      <Form.Item name="audience" label={t.audience} extra={t.audienceHint} rules={[written]}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="nonce" label={t.nonce} extra={t.nonceHint} rules={[written]}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Flex gap={8} wrap>
        <Form.Item name="from" label={t.from} rules={[written]}>
          <Input type="date" />
        </Form.Item>
        <Form.Item
          name="to"
          label={t.to}
          dependencies={['from']}
          rules={[written, must(({ from, to }) => isPeriod(from, to), t.periodWrong)]}
        >
          <Input type="date" />
        </Form.Item>
      </Flex>
      <Form.Item name="currency" label={t.currency} rules={[{ required: true, pattern: /^[A-Z]{3}$/, message: t.currencyWrong }]}>
        <Input maxLength={3} autoComplete="off" />
      </Form.Item>
      <Form.Item name="above" label={t.above} extra={t.aboveHint} rules={[must(({ above }) => areAmounts(above), t.aboveWrong)]}>
        <Input autoComplete="off" inputMode="decimal" />
      </Form.Item>
      <Form.Item
        name="show"
        label={t.show}
        dependencies={['above']}
        rules={[must((draft) => claimsOf(draft).length > 0, t.nothing)]}
      >
        <Checkbox.Group options={FACTS.map((value) => ({ value, label: t.facts[value] }))} />
      </Form.Item>
      <InWords draft={{ ...start, ...watched }} />
      <Refusal act={act} />
      <Button type="primary" htmlType="submit" loading={act.busy}>
        {t.submit}
      </Button>
    </Form>
  );
}

/** What the bank will learn, and what not. */
function InWords({ draft }: { readonly draft: FiguresDraft }): ReactElement {
  const t = useTexts(texts);
  const { from, to, currency, above, show, audience } = draft;
  const bank = audience.trim() === '' ? t.someone : audience.trim();
  const amounts = amountsOf(above).map((amount) => t.aboveFact(formatMoney(amount, currency)));
  const facts = [...FACTS.filter((fact) => show.includes(fact)).map((fact) => t.facts[fact]), ...amounts];
  const hidden = [...FACTS.filter((fact) => !show.includes(fact)).map((fact) => t.facts[fact]), t.always];
  return (
    <Alert
      type="info"
      showIcon
      className="gap-below"
      title={t.learns(bank, [...facts, t.period(from, to)].join(t.separator))}
      description={t.hides(hidden.join(t.separator))}
    />
  );
}

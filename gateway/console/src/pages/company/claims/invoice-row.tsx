import { DeleteOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Flex, Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { answerOf, api } from '../../../api/client';
import { ApiProblem } from '../../../api/problem';
import { useTexts } from '../../../shared/dictionary';
import { formatMoney } from '../../../shared/format';
import type { Status } from '../../life/types';
import { AMOUNT, type ClaimDraft } from './claim-draft';
import { texts } from './texts';

const NUMBER = /^\d{20}$/;

/** One invoice of a claim; what is left of it is read as soon as its number is whole. */
export function InvoiceRow({
  name,
  onRemove,
}: {
  readonly name: number;
  readonly onRemove: (() => void) | undefined;
}): ReactElement {
  const { form: t } = useTexts(texts);
  const form = Form.useFormInstance<ClaimDraft>();
  const typed = Form.useWatch(['invoices', name, 'invoice'], form) as string | undefined;
  const { status, isForeign } = useLeft(typed?.trim() ?? '');
  const left = status?.left ?? undefined;
  const required = { required: true, message: t.required };
  const once = {
    validator: (_: unknown, number: string | undefined) => {
      const rows = form.getFieldValue('invoices') as ClaimDraft['invoices'];
      const same = rows.filter((row) => number !== undefined && (row as Partial<typeof row> | undefined)?.invoice === number);
      return same.length > 1 ? Promise.reject(new Error(t.twice)) : Promise.resolve();
    },
  };
  return (
    <fieldset className="plain-fieldset">
      <Flex justify="space-between" align="center" gap={8}>
        <legend>{t.place(name + 1)}</legend>
        {onRemove !== undefined && <Button icon={<DeleteOutlined />} aria-label={t.remove(name + 1)} onClick={onRemove} />}
      </Flex>
      <Form.Item
        name={[name, 'invoice']}
        label={t.number}
        rules={[{ ...required, pattern: NUMBER, message: t.numberWrong }, once]}
      >
        <Input inputMode="numeric" maxLength={20} autoComplete="off" />
      </Form.Item>
      {isForeign && (
        <>
          <Alert type="info" showIcon title={t.foreign} className="gap-below" />
          <Form.Item name={[name, 'date']} label={t.date} rules={[required]}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name={[name, 'total']} label={t.total} rules={[{ ...required, pattern: AMOUNT, message: t.amountWrong }]}>
            <Input inputMode="decimal" autoComplete="off" />
          </Form.Item>
        </>
      )}
      <Form.Item
        name={[name, 'amount']}
        label={t.amount}
        extra={
          left === undefined ? undefined : (
            <LeftHint left={left} onTake={() => form.setFieldValue(['invoices', name, 'amount'], left)} />
          )
        }
        rules={[{ ...required, pattern: AMOUNT, message: t.amountWrong }]}
      >
        <Input inputMode="decimal" autoComplete="off" />
      </Form.Item>
    </fieldset>
  );
}

/** What is left; pressing it takes all of that. */
function LeftHint({ left, onTake }: { readonly left: string; readonly onTake: () => void }): ReactElement {
  const { form: t } = useTexts(texts);
  return (
    <Button type="link" size="small" className="flat-link" onClick={onTake}>
      {t.left(formatMoney(left, 'CNY'))}
    </Button>
  );
}

function useLeft(number: string): { readonly status: Status | undefined; readonly isForeign: boolean } {
  const { data, error } = useQuery({
    queryKey: ['invoice-status', number],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/invoices/{number}/status', { params: { path: { number } }, signal })),
    enabled: NUMBER.test(number),
  });
  return { status: data, isForeign: error instanceof ApiProblem && error.problem.code === 'INVOICE_UNKNOWN' };
}

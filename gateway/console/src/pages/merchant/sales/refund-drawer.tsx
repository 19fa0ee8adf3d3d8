import type { InvoiceLine, RefundLine } from '@lianpiao/chaincode/domain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Drawer, Flex, Form, Input, Typography } from 'antd';
import { useState, type ReactElement } from 'react';
import type { Answer } from '../../../api/answers';
import { answerOf, api } from '../../../api/client';
import { Failure, Reading } from '../../../app/states';
import { useTexts } from '../../../shared/dictionary';
import { formatMoney } from '../../../shared/format';
import { allThatIsLeft, refundLines, refundRows, refundSum } from './refund-draft';
import { texts } from './texts';

export type Sale = Answer<'readSale'>;
type Refund = Answer<'refundSale'>;

interface RefundDrawerProps {
  readonly sale: Sale;
  readonly onClose: () => void;
}

/** Prepares a refund: what is given back of each line, and why. */
export function RefundDrawer({ sale, onClose }: RefundDrawerProps): ReactElement {
  const { form: t } = useTexts(texts);
  const before = useQuery({
    queryKey: ['refunds-of', sale.id],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/sales/{id}/refunds', { params: { path: { id: sale.id } }, signal })),
    staleTime: 0,
  });
  return (
    <Drawer open title={t.title(sale.orderReference ?? '')} size={520} onClose={onClose}>
      <Alert type="info" showIcon title={sale.invoice === null ? t.uninvoiced : t.invoiced} className="gap-below" />
      <Reading query={before}>
        {({ items }) => (
          <RefundForm sale={sale} refunded={items.flatMap(({ lines }) => (lines ?? []) as RefundLine[])} onDone={onClose} />
        )}
      </Reading>
    </Drawer>
  );
}

interface RefundFormProps {
  readonly sale: Sale;
  readonly refunded: readonly RefundLine[];
  readonly onDone: () => void;
}

function RefundForm({ sale, refunded, onDone }: RefundFormProps): ReactElement {
  const { form: t } = useTexts(texts);
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [typed, setTyped] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string>();
  // The same in every attempt: a repetition is no second refund.
  const [refundReference] = useState(() => `R-${crypto.randomUUID()}`);
  const rows = refundRows((sale.lines ?? []) as unknown as InvoiceLine[], refunded, typed);
  const sum = refundSum(rows);
  const send = useMutation({
    mutationFn: (lines: readonly RefundLine[]) =>
      answerOf<Refund>(
        api.POST('/v1/sales/{id}/refunds', {
          params: { path: { id: sale.id } },
          body: { refundReference, lines: lines as never, reason: reason.trim() },
        }),
      ),
    onSuccess: async ({ state }) => {
      void message.success(state === 'prepared' ? t.done : t.doneCancelled);
      await queries.invalidateQueries();
      onDone();
    },
  });
  const submit = (): void => {
    const { lines, wrong } = refundLines(rows);
    const found =
      (wrong !== undefined && t.wrong(rows[wrong]?.line.name ?? '')) ||
      (lines.length === 0 && t.nothing) ||
      (reason.trim() === '' && t.reasonMissing);
    setFault(found === false ? undefined : found);
    if (found === false) send.mutate(lines);
  };
  return (
    <Form layout="vertical" onFinish={submit}>
      {rows.map(({ line, left, typed: value }, index) => (
        <Form.Item
          key={index}
          label={line.name}
          htmlFor={`refund-${String(index)}`}
          help={t.left(formatMoney(left.gross, 'CNY'))}
        >
          <Input
            id={`refund-${String(index)}`}
            aria-label={t.amount(line.name)}
            size="large"
            inputMode="decimal"
            disabled={Number(left.gross) === 0}
            value={value}
            onChange={(event) => {
              setFault(undefined);
              setTyped(rows.map((row, at) => (at === index ? event.target.value : row.typed)));
            }}
          />
        </Form.Item>
      ))}
      <Button className="gap-above" onClick={() => setTyped(allThatIsLeft(rows))}>
        {t.all}
      </Button>
      <Form.Item label={t.reason} htmlFor="refund-reason" className="gap-above">
        <Input
          id="refund-reason"
          size="large"
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Form.Item>
      {fault !== undefined && <Alert type="error" showIcon role="alert" title={fault} className="gap-below" />}
      {send.error !== null && (
        <div className="gap-below">
          <Failure error={send.error} />
        </div>
      )}
      <Flex justify="space-between" align="center" gap={12} wrap>
        <Typography.Text strong className="number">
          {t.sum} {sum === undefined ? '–' : formatMoney(sum, 'CNY')}
        </Typography.Text>
        <Button type="primary" size="large" htmlType="submit" loading={send.isPending}>
          {t.confirm}
        </Button>
      </Flex>
    </Form>
  );
}

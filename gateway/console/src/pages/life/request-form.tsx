import type { InvoiceLine } from '@lianpiao/chaincode/domain';
import { Alert, App, Form, Input, Radio, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { answerOf, api } from '../../api/client';
import { FormDrawer } from '../../app/form-drawer';
import { FormEnd } from '../../app/form-end';
import { ReasonField } from '../../app/reason-field';
import { useAct } from '../../app/use-act';
import { useTexts } from '../../shared/dictionary';
import { formatMoney } from '../../shared/format';
import { refundLines, refundRows, type RefundRow } from '../merchant/sales/refund-draft';
import { texts } from './texts';
import type { Correction } from './types';

interface RequestFormProps {
  readonly number: string;
  readonly lines: readonly InvoiceLine[];
  readonly currency: string;
}
interface Draft {
  readonly reasonCode: Correction['reason'];
  readonly extent: 'part' | 'whole';
  readonly amounts?: readonly (string | undefined)[];
  readonly reason: string;
}

/** The button, and the form behind it, that asks for a red letter: of the whole invoice, or of a part line by line. */
export function RequestForm(props: RequestFormProps): ReactElement {
  const { request: t } = useTexts(texts);
  return (
    <FormDrawer label={t.open} type="default">
      {(close) => <Fields {...props} onClose={close} />}
    </FormDrawer>
  );
}

function Fields({ number, lines, currency, onClose }: RequestFormProps & { readonly onClose: () => void }): ReactElement {
  const { request: t, reasons } = useTexts(texts);
  const { message } = App.useApp();
  const [form] = Form.useForm<Draft>();
  // The same in every attempt: a repetition is no second request.
  const [correction] = useState(() => `red-${crypto.randomUUID()}`);
  const isPart = Form.useWatch('extent', form) === 'part';
  const act = useAct(
    ({ reasonCode, extent, amounts = [], reason }: Draft) => {
      const taken = extent === 'whole' ? {} : { lines: linesOf(lines, amounts) };
      return answerOf(
        api.POST('/v1/corrections', { body: { correction, invoice: number, reasonCode, reason: reason.trim(), ...taken } }),
      );
    },
    () => {
      void message.success(t.done);
      onClose();
    },
  );
  return (
    <Form<Draft> form={form} layout="vertical" onFinish={act.run} initialValues={{ reasonCode: '02', extent: 'whole' }}>
      <Alert type="info" showIcon title={t.hint} className="gap-below" />
      <Form.Item name="reasonCode" label={t.reasonCode} rules={[{ required: true }]}>
        <Select options={Object.entries(reasons).map(([value, label]) => ({ value, label: `${value} ${label}` }))} />
      </Form.Item>
      <Form.Item name="extent" label={t.extent}>
        <Radio.Group
          options={[
            { value: 'whole', label: t.whole },
            { value: 'part', label: t.part },
          ]}
        />
      </Form.Item>
      {isPart && <Amounts lines={lines} currency={currency} />}
      <ReasonField label={t.reason} />
      <FormEnd act={act} submit={t.submit} cancel={t.cancel} onCancel={onClose} />
    </Form>
  );
}

function rowsOf(lines: readonly InvoiceLine[], amounts: readonly (string | undefined)[]): RefundRow[] {
  return refundRows(
    lines,
    [],
    amounts.map((amount) => amount ?? ''),
  );
}

/** What is taken back, as the API asks for it. */
function linesOf(
  lines: readonly InvoiceLine[],
  amounts: readonly (string | undefined)[],
): { line: number; net: string; tax?: string }[] {
  return refundLines(rowsOf(lines, amounts)).lines.map(({ line, net, tax }) => ({
    line,
    net,
    ...(tax === undefined ? {} : { tax }),
  }));
}

/** An amount with tax for each line, at most what the line says; the ledger knows what earlier red letters have left. */
function Amounts({ lines, currency }: { readonly lines: readonly InvoiceLine[]; readonly currency: string }): ReactElement {
  const { request: t } = useTexts(texts);
  const form = Form.useFormInstance<Draft>();
  const fitting = (index: number, name: string): object => ({
    validator: () => {
      const { lines: taken, wrong } = refundLines(rowsOf(lines, form.getFieldValue('amounts') as readonly string[]));
      if (wrong === index) return Promise.reject(new Error(t.wrong(name)));
      return index === 0 && wrong === undefined && taken.length === 0 ? Promise.reject(new Error(t.nothing)) : Promise.resolve();
    },
  });
  return (
    <>
      {rowsOf(lines, []).map(({ line: { name }, left }, index) => (
        <Form.Item
          key={index}
          name={['amounts', index]}
          label={t.amount(name)}
          extra={t.atMost(formatMoney(left.gross, currency))}
          rules={[fitting(index, name)]}
        >
          <Input inputMode="decimal" autoComplete="off" />
        </Form.Item>
      ))}
    </>
  );
}

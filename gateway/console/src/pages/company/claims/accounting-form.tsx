import { PlusOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, Flex, Form, Input, Select } from 'antd';
import type { ReactElement } from 'react';
import { answerOf, api } from '../../../api/client';
import { FormDrawer } from '../../../app/form-drawer';
import { Refusal } from '../../../app/form-end';
import { useTexts } from '../../../shared/dictionary';
import { downloadBlob, downloadFile } from '../../../shared/download';
import { formatDate } from '../../../shared/format';
import { accountingOf, type AccountingDraft } from './accounting-draft';
import type { Claim } from './claim';
import { EntryRow } from './entry-row';
import { texts } from './texts';

type Format = 'json' | 'xbrl';
type Invoices = NonNullable<Claim['invoices']>;
/** What the API takes. */
const MAX_ENTRIES = 100;

interface AccountingFormProps {
  readonly claim: string;
  readonly invoices: Invoices;
}

/** The booking of an invoice of a claim as a file for the books: the fields of 电子凭证会计数据标准, as JSON or XBRL. */
export function AccountingForm(props: AccountingFormProps): ReactElement {
  const { accounting: t } = useTexts(texts);
  return (
    <FormDrawer label={t.open} size={560} type="default">
      {() => <Fields {...props} />}
    </FormDrawer>
  );
}

/** Asks, and changes nothing: the form stays as it is, so that both files can be had. */
async function download(claim: string, draft: AccountingDraft, format: Format): Promise<void> {
  const call = { params: { path: { id: claim } }, body: accountingOf(draft) };
  const name = `${draft.invoice}-accounting`;
  if (format === 'xbrl') {
    const file = await answerOf<Blob>(api.POST('/v1/claims/{id}/accounting/xbrl', { ...call, parseAs: 'blob' }));
    downloadBlob(`${name}.xbrl`, file);
    return;
  }
  const fields = await answerOf(api.POST('/v1/claims/{id}/accounting', call));
  downloadFile(`${name}.json`, 'application/json', JSON.stringify(fields, null, 2));
}

function Fields({ claim, invoices }: AccountingFormProps): ReactElement {
  const { accounting: t, form: words } = useTexts(texts);
  const { message } = App.useApp();
  const [form] = Form.useForm<AccountingDraft>();
  const { mutate, isPending, variables, error } = useMutation({
    mutationFn: (format: Format) => download(claim, form.getFieldsValue(), format),
    onSuccess: () => message.success(t.done),
  });
  const [first] = invoices;
  const entry = { subject: '', amount: first?.amount ?? '' };
  const begun = {
    invoice: first?.invoice ?? '',
    postingDate: formatDate(new Date()),
    entries: [
      { ...entry, side: 'debit' },
      { ...entry, side: 'credit' },
    ],
  } as const;
  const written = { required: true, whitespace: true, message: words.required };
  return (
    <Form<AccountingDraft> form={form} layout="vertical" initialValues={begun} onFinish={() => mutate('json')}>
      <Alert type="info" showIcon title={t.hint} className="gap-below" />
      <Form.Item name="invoice" label={words.number} rules={[written]}>
        <Select options={invoices.map(({ invoice, amount }) => ({ value: invoice, label: `${invoice} · ${amount}` }))} />
      </Form.Item>
      <Form.Item name="number" label={t.document} rules={[written]}>
        <Input maxLength={50} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="postingDate"
        label={t.postingDate}
        extra={t.periodHint}
        rules={[{ required: true, message: words.required }]}
      >
        <Input type="date" />
      </Form.Item>
      <Form.Item name="summary" label={t.summary} rules={[written]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.List name="entries">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <EntryRow key={key} name={name} onRemove={rows.length <= 2 ? undefined : () => remove(name)} />
            ))}
            <Button
              icon={<PlusOutlined />}
              className="gap-below"
              disabled={rows.length >= MAX_ENTRIES}
              onClick={() => add({ side: 'debit' })}
            >
              {t.add}
            </Button>
          </>
        )}
      </Form.List>
      <Refusal act={{ error, doubtful: false }} />
      <Flex gap={8} wrap className="gap-above">
        <Button type="primary" htmlType="submit" loading={isPending && variables === 'json'}>
          {t.json}
        </Button>
        <Button
          loading={isPending && variables === 'xbrl'}
          onClick={() => {
            void form.validateFields().then(
              () => mutate('xbrl'),
              // What is missing is marked at its field.
              () => undefined,
            );
          }}
        >
          {t.xbrl}
        </Button>
      </Flex>
    </Form>
  );
}

import { Button, Card, Flex, Form, Input, Tag, Typography, type TableColumnsType } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { answerOf, api } from '../../api/client';
import { PagedTable } from '../../app/paged-table';
import { pageQuery, usePages } from '../../app/use-pages';
import { useLanguage, useTexts } from '../../shared/dictionary';
import { formatCount, formatTime } from '../../shared/format';
import { useDepartmentName } from '../directory/use-departments';
import { texts as sharing } from '../sharing/texts';
import { texts } from './texts';
import type { UsageReceipt } from './types';

const COLOURS = {
  'consumer-missing': 'warning',
  disputed: 'error',
  'provider-missing': 'error',
  'signed-by-both': 'success',
} as const;

interface ReceiptsCardProps {
  /** Of all grants when undefined. */
  readonly grant: string | undefined;
  /** Whoever looks does so under a right of its own, with a reason. */
  readonly supervises: boolean;
  readonly onAll: (() => void) | undefined;
}

/** Receipts, oldest first; a supervisor says why before anything is asked for. */
export function ReceiptsCard({ grant, supervises, onAll }: ReceiptsCardProps): ReactElement {
  const { receipts: t } = useTexts(texts);
  const [reason, setReason] = useState<string>();
  const extra = grant !== undefined && onAll !== undefined ? <Button onClick={onAll}>{t.all}</Button> : undefined;
  return (
    <Card title={grant === undefined ? t.title : <span className="breaks">{t.of(grant)}</span>} extra={extra}>
      {supervises && reason === undefined ? (
        <ReasonForm onReason={setReason} />
      ) : (
        <Receipts query={{ ...(grant === undefined ? {} : { grant }), ...(reason === undefined ? {} : { reason }) }} />
      )}
    </Card>
  );
}

function ReasonForm({ onReason }: { readonly onReason: (reason: string) => void }): ReactElement {
  const { receipts: t } = useTexts(texts);
  return (
    <Form<{ why: string }> layout="vertical" onFinish={({ why }) => onReason(why.trim())}>
      <Form.Item
        name="why"
        label={t.reason}
        extra={t.reasonHint}
        rules={[{ required: true, whitespace: true, message: t.required }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Button type="primary" htmlType="submit">
        {t.look}
      </Button>
    </Form>
  );
}

function Receipts({ query }: { readonly query: { readonly grant?: string; readonly reason?: string } }): ReactElement {
  const t = useTexts(texts);
  const pages = usePages<UsageReceipt>(['usage-receipts', query], (after, signal) =>
    answerOf(api.GET('/v1/usage-receipts', { params: { query: { ...query, ...pageQuery(after) } }, signal })),
  );
  return (
    <PagedTable<UsageReceipt>
      pages={pages}
      rowKey={({ receipt }) => String(receipt.sequence)}
      more={t.more}
      empty={t.receipts.none}
      columns={useColumns()}
    />
  );
}

function useColumns(): TableColumnsType<UsageReceipt> {
  const { receipts: t } = useTexts(texts);
  const nameOf = useDepartmentName();
  return [
    { title: t.time, className: 'number', render: (_, { receipt }) => formatTime(receipt.time) },
    { title: t.who, render: (_, { receipt }) => nameOf(receipt.organisation) },
    { title: t.what, className: 'fields-cell', render: (_, receipt) => <What receipt={receipt} /> },
    { title: t.purpose, render: (_, { receipt: { grant } }) => <Purpose grant={grant} /> },
    { title: t.status, render: (_, { status }) => <Tag color={COLOURS[status]}>{t.statuses[status]}</Tag> },
  ];
}

/** What was read, and the digest of what left. */
export function What({ receipt: { receipt } }: { readonly receipt: UsageReceipt }): ReactElement {
  const { receipts: t } = useTexts(texts);
  const { audit, sentence } = useTexts(sharing);
  const language = useLanguage();
  const rows = receipt.rows === undefined ? '' : ` · ${t.rows(formatCount(receipt.rows, language))}`;
  return (
    <Flex vertical>
      <span>{`${audit.events[receipt.event]} ${receipt.fields?.join(sentence.list) ?? audit.noFields}${rows}`}</span>
      {receipt.result !== undefined && (
        <Typography.Text type="secondary" className="short-facts" title={`${t.digest} ${receipt.result}`}>
          {receipt.result.slice(0, 16)}…
        </Typography.Text>
      )}
    </Flex>
  );
}

function Purpose({ grant }: { readonly grant: string }): ReactElement {
  const { data } = useQuery({
    queryKey: ['grant', grant],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/grants/{grant}', { params: { path: { grant } }, signal })),
  });
  return <>{data?.terms.purpose.text}</>;
}

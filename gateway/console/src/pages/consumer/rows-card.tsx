import { Button, Card, Flex, Typography } from 'antd';
import { useState, type ReactElement } from 'react';
import type { Answer } from '../../api/answers';
import { answerOf, api } from '../../api/client';
import { DataTable } from '../../app/data-table';
import { Failure, Nothing } from '../../app/states';
import { useAct } from '../../app/use-act';
import { useLanguage, useTexts } from '../../shared/dictionary';
import { formatCount } from '../../shared/format';
import { texts } from '../sharing/texts';

type Rows = Answer<'readRows'>;
const SHOWN = 20;

/** A look at the rows of a grant. It is a read that its provider sees: so it waits until it is asked for. */
export function RowsCard({ grant }: { readonly grant: string }): ReactElement {
  const { rows: t } = useTexts(texts);
  const [rows, setRows] = useState<Rows>();
  const read = useAct(
    () => answerOf(api.GET('/v1/data/{grant}/rows', { params: { path: { grant }, query: { limit: SHOWN } } })),
    setRows,
  );
  return (
    <Card title={t.title}>
      <Flex gap={12} align="center" wrap className="gap-below">
        <Button type="primary" loading={read.busy} onClick={() => read.run(undefined)}>
          {rows === undefined ? t.read : t.again}
        </Button>
        <Typography.Text type="secondary">{t.hint}</Typography.Text>
      </Flex>
      {read.error !== null && <Failure error={read.error} />}
      {rows !== undefined && read.error === null && <RowsTable rows={rows} />}
    </Card>
  );
}

function RowsTable({ rows: { items, next } }: { readonly rows: Rows }): ReactElement {
  const { rows: t } = useTexts(texts);
  const language = useLanguage();
  const [first] = items;
  if (first === undefined) return <Nothing>{t.none}</Nothing>;
  const text = (value: unknown): string => {
    if (value === null || value === undefined) return '—';
    if (typeof value === 'boolean') return value ? t.yes : t.no;
    return typeof value === 'string' ? value : JSON.stringify(value);
  };
  return (
    <>
      <p role="status">
        {t.shown(formatCount(items.length, language))} {next !== null && t.more}
      </p>
      <DataTable
        size="small"
        rowKey="#"
        dataSource={items.map((item, index) => ({ ...item, '#': index }))}
        columns={Object.keys(first).map((name) => ({
          title: name,
          key: name,
          render: (_: unknown, row: Readonly<Record<string, unknown>>) => text(row[name]),
        }))}
      />
    </>
  );
}

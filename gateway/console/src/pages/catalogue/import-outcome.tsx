import { Alert, Button, Flex, Typography, type TableColumnsType } from 'antd';
import type { ReactElement } from 'react';
import { DataTable } from '../../app/data-table';
import { csvText } from '../../shared/csv';
import { useTexts } from '../../shared/dictionary';
import { downloadFile } from '../../shared/download';
import { COLUMNS } from './entry-csv';
import type { Outcome, Refused } from './import-rows';
import { texts } from './texts';

interface ImportOutcomeProps {
  readonly outcome: Outcome;
  readonly onClose: () => void;
}

/** What was published, and what was refused and why; refused rows can be taken along, corrected and imported again. */
export function ImportOutcome({ outcome: { published, unchanged, refused }, onClose }: ImportOutcomeProps): ReactElement {
  const { files: t } = useTexts(texts);
  const why = ({ code, title, where }: Refused): string =>
    code === 'WORD' ? t.word(where ?? '') : [title ?? code, ...(where === null ? [] : [t.at(where)])].join(' · ');
  const columns: TableColumnsType<Refused> = [
    { title: t.entry, dataIndex: 'entry', className: 'number' },
    { title: t.why, render: (_, one) => <Why text={why(one)} code={one.code} /> },
  ];
  const rows = refused.flatMap((one) => (one.row === null ? [] : [[...COLUMNS.map((name) => one.row?.[name] ?? ''), why(one)]]));
  return (
    <Flex vertical gap={14}>
      <Alert
        type={refused.length === 0 ? 'success' : 'warning'}
        showIcon
        role="status"
        title={t.summary(String(published), String(unchanged), String(refused.length))}
      />
      {refused.length > 0 && (
        <DataTable<Refused>
          rowKey={(one) => `${one.entry}-${String(refused.indexOf(one))}`}
          dataSource={[...refused]}
          columns={columns}
        />
      )}
      <Flex gap={8} wrap>
        {rows.length > 0 && (
          <Button onClick={() => downloadFile('refused.csv', 'text/csv', csvText([[...COLUMNS, 'refused'], ...rows]))}>
            {t.refusedRows}
          </Button>
        )}
        <Button onClick={onClose}>{t.close}</Button>
      </Flex>
    </Flex>
  );
}

function Why({ text, code }: { readonly text: string; readonly code: string }): ReactElement {
  return (
    <>
      {text}
      {code !== 'WORD' && (
        <>
          <br />
          <Typography.Text type="secondary" className="breaks short-facts">
            {code}
          </Typography.Text>
        </>
      )}
    </>
  );
}

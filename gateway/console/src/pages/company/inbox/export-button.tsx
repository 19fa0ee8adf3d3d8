import { DownloadOutlined } from '@ant-design/icons';
import { App, Button, Flex, Progress, Tooltip } from 'antd';
import { useRef, useState, type ReactElement } from 'react';
import { Failure } from '../../../app/states';
import { useLanguage, useTexts } from '../../../shared/dictionary';
import { downloadFile } from '../../../shared/download';
import { formatCount, formatDate } from '../../../shared/format';
import { booksFile, MAX_INVOICES } from './books-file';
import { texts } from './texts';

/** Makes the file for the books of what the inbox shows; says how far it is, and can be stopped. */
export function ExportButton({ numbers }: { readonly numbers: readonly string[] }): ReactElement {
  const t = useTexts(texts);
  const language = useLanguage();
  const { message } = App.useApp();
  const [done, setDone] = useState<number>();
  const [failure, setFailure] = useState<unknown>();
  const stopped = useRef<AbortController>(undefined);
  const count = (value: number): string => formatCount(value, language);

  const run = async (): Promise<void> => {
    if (stopped.current !== undefined) return;
    if (numbers.length > MAX_INVOICES) {
      void message.warning(t.tooMany(count(MAX_INVOICES)));
      return;
    }
    const controller = new AbortController();
    stopped.current = controller;
    setFailure(undefined);
    setDone(0);
    try {
      const text = await booksFile(numbers, texts[language], { signal: controller.signal, onProgress: setDone });
      downloadFile(`invoices-${formatDate(new Date())}.csv`, 'text/csv;charset=utf-8', text);
      void message.success(t.exported(count(numbers.length)));
    } catch (error) {
      if (!controller.signal.aborted) setFailure(error);
    } finally {
      stopped.current = undefined;
      setDone(undefined);
    }
  };

  return (
    <Flex vertical gap={8} align="end">
      <Flex gap={12} align="center" wrap>
        {done !== undefined && (
          <>
            <Progress
              type="circle"
              size={22}
              showInfo={false}
              percent={(100 * done) / Math.max(1, numbers.length)}
              aria-label={t.export}
            />
            <span role="status">{t.exporting(count(done), count(numbers.length))}</span>
            <Button size="small" onClick={() => stopped.current?.abort()}>
              {t.stop}
            </Button>
          </>
        )}
        <Tooltip title={t.exportHint}>
          <Button
            icon={<DownloadOutlined />}
            disabled={numbers.length === 0}
            loading={done !== undefined}
            onClick={() => void run()}
          >
            {t.export}
          </Button>
        </Tooltip>
      </Flex>
      {failure !== undefined && <Failure error={failure} />}
    </Flex>
  );
}

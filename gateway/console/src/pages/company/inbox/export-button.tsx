import { DownloadOutlined } from '@ant-design/icons';
import { App, Button, Flex, Progress, Tooltip } from 'antd';
import { useRef, useState, type ReactElement } from 'react';
import { Failure } from '../../../app/states';
import { useLanguage, useTexts } from '../../../shared/dictionary';
import { downloadFile } from '../../../shared/download';
import { formatCount, formatDate } from '../../../shared/format';
import type { Filters } from '../../invoice/filters';
import { booksFile, MAX_INVOICES, numbersOf } from './books-file';
import { texts } from './texts';

/** Makes the file for the books of all that the filter finds; says how far it is, and can be stopped. */
export function ExportButton({ filters }: { readonly filters: Filters }): ReactElement {
  const t = useTexts(texts);
  const language = useLanguage();
  const { message } = App.useApp();
  const [progress, setProgress] = useState<readonly [done: number, all: number]>();
  const [failure, setFailure] = useState<unknown>();
  const stopped = useRef<AbortController>(undefined);
  const count = (value: number): string => formatCount(value, language);

  const run = async (): Promise<void> => {
    if (stopped.current !== undefined) return;
    const controller = new AbortController();
    stopped.current = controller;
    setFailure(undefined);
    setProgress([0, 0]);
    try {
      const { signal } = controller;
      const numbers = await numbersOf(filters, signal);
      if (numbers.length > MAX_INVOICES) {
        void message.warning(t.tooMany(count(MAX_INVOICES)));
        return;
      }
      const onProgress = (done: number): void => {
        setProgress([done, numbers.length]);
      };
      const text = await booksFile(numbers, texts[language], { signal, onProgress });
      downloadFile(`invoices-${formatDate(new Date())}.csv`, 'text/csv;charset=utf-8', text);
      void message.success(t.exported(count(numbers.length)));
    } catch (error) {
      if (!controller.signal.aborted) setFailure(error);
    } finally {
      stopped.current = undefined;
      setProgress(undefined);
    }
  };

  return (
    <Flex vertical gap={8} align="end">
      <Flex gap={12} align="center" wrap>
        {progress !== undefined && (
          <>
            <Progress
              type="circle"
              size={22}
              showInfo={false}
              percent={(100 * progress[0]) / Math.max(1, progress[1])}
              aria-label={t.export}
            />
            <span role="status">{t.exporting(count(progress[0]), count(progress[1]))}</span>
            <Button size="small" onClick={() => stopped.current?.abort()}>
              {t.stop}
            </Button>
          </>
        )}
        <Tooltip title={t.exportHint}>
          <Button icon={<DownloadOutlined />} loading={progress !== undefined} onClick={() => void run()}>
            {t.export}
          </Button>
        </Tooltip>
      </Flex>
      {failure !== undefined && <Failure error={failure} />}
    </Flex>
  );
}

import { Alert, Button, Card, Flex, Input } from 'antd';
import type { ReactElement } from 'react';
import { CopyButton } from '../../app/copy-button';
import { downloadFile } from '../../shared/download';
import { useTexts } from '../../shared/dictionary';
import { texts } from './texts';

/** What was made for a bank. */
export interface Shown {
  readonly bank: string;
  readonly text: string;
}

interface ShownCardProps {
  readonly shown: Shown;
  readonly onAgain: () => void;
}

/** The text for the bank: to copy, or as a file. */
export function ShownCard({ shown: { bank, text }, onAgain }: ShownCardProps): ReactElement {
  const t = useTexts(texts);
  return (
    <Card>
      <Alert type="success" showIcon title={t.done} description={t.only(bank)} className="gap-below" />
      <Input.TextArea aria-label={t.shown} value={text} readOnly rows={6} id="shown-figures" />
      <Flex gap={8} wrap className="gap-above">
        <Button type="primary" onClick={() => downloadFile('figures.sd-jwt', 'application/dc+sd-jwt', text)}>
          {t.download}
        </Button>
        <CopyButton text={text} />
        <Button onClick={onAgain}>{t.again}</Button>
      </Flex>
    </Card>
  );
}

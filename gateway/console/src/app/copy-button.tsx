import { App, Button } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../shared/dictionary';
import { texts } from './texts';

/** Puts a text on the clipboard, and says so. */
export function CopyButton({ text }: { readonly text: string }): ReactElement {
  const { copy } = useTexts(texts);
  const { message } = App.useApp();
  const put = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    void message.success(copy.done);
  };
  return <Button onClick={() => void put()}>{copy.button}</Button>;
}

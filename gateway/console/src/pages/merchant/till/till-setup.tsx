import { Button, Card, Form, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTexts } from '../../../shared/dictionary';
import { texts } from './texts';

const STORED_AS = 'lianpiao.till';
const TILL_ID = /^[a-z][a-z0-9-]{1,39}$/;

/** The till that this device is; undefined until somebody says. */
export function storedTill(): string | undefined {
  return localStorage.getItem(STORED_AS) ?? undefined;
}

/** Asks which till this device is, once. */
export function TillSetup({ onTill }: { readonly onTill: (till: string) => void }): ReactElement {
  const { setup: t } = useTexts(texts);
  const [typed, setTyped] = useState(storedTill() ?? '');
  const [wrong, setWrong] = useState(false);
  const save = (): void => {
    const till = typed.trim();
    setWrong(!TILL_ID.test(till));
    if (!TILL_ID.test(till)) return;
    localStorage.setItem(STORED_AS, till);
    onTill(till);
  };
  return (
    <Card title={t.title} className="till-setup">
      <Form layout="vertical" onFinish={save}>
        <Form.Item
          label={t.till}
          htmlFor="till-id"
          help={wrong ? t.wrong : t.hint}
          {...(wrong ? { validateStatus: 'error' as const } : {})}
        >
          <Input id="till-id" size="large" autoFocus value={typed} onChange={(event) => setTyped(event.target.value)} />
        </Form.Item>
        <Button type="primary" size="large" htmlType="submit">
          {t.save}
        </Button>
      </Form>
    </Card>
  );
}

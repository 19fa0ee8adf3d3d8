import { Alert, Button, Form, Input, Modal } from 'antd';
import { useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { Unreachable } from '../../../api/problem';
import { Failure } from '../../../app/states';
import { useTexts } from '../../../shared/dictionary';
import { texts } from './texts';
import type { Method } from './use-till';

interface PayDialogProps {
  readonly total: string;
  readonly onPay: (method: Method, reference: string) => Promise<void>;
  readonly onClose: () => void;
}

const METHODS: readonly Method[] = ['cash', 'wechat', 'alipay', 'card'];

/** The payment was taken: how, and under which reference. Keys 1 to 4 choose, Enter confirms. */
export function PayDialog({ total, onPay, onClose }: PayDialogProps): ReactElement {
  const { pay: t } = useTexts(texts);
  const [method, setMethod] = useState<Method>('cash');
  const [reference, setReference] = useState('');
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  // A second Enter may come before the button is drawn as busy.
  const under = useRef(false);
  const pay = async (): Promise<void> => {
    if (under.current) return;
    under.current = true;
    setBusy(true);
    setFailure(undefined);
    try {
      await onPay(method, reference.trim());
    } catch (error) {
      setFailure(error);
    } finally {
      under.current = false;
      setBusy(false);
    }
  };
  const choose = (event: KeyboardEvent): void => {
    const chosen = METHODS[Number(event.key) - 1];
    if (chosen === undefined || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    setMethod(chosen);
  };
  return (
    <Modal open title={t.title} onCancel={onClose} footer={null} keyboard={!busy} mask={{ closable: false }}>
      <div onKeyDown={choose} role="presentation">
        <Form layout="vertical" onFinish={() => void pay()}>
          <div className="pay-methods" role="group" aria-label={t.title}>
            {METHODS.map((value, index) => (
              <button key={value} type="button" aria-pressed={value === method} onClick={() => setMethod(value)}>
                {index + 1} {t.methods[value]}
              </button>
            ))}
          </div>
          <Form.Item label={t.reference} htmlFor="pay-reference" extra={t.referenceHint} className="pay-reference">
            <Input
              id="pay-reference"
              size="large"
              maxLength={100}
              value={reference}
              onChange={(event) => setReference(event.target.value)}
            />
          </Form.Item>
          {failure instanceof Unreachable && (
            <Alert type="warning" showIcon role="alert" title={t.unsure} className="gap-below" />
          )}
          {failure !== undefined && !(failure instanceof Unreachable) && (
            <div className="gap-below">
              <Failure error={failure} />
            </div>
          )}
          <Button type="primary" block autoFocus className="pay-button" htmlType="submit" loading={busy}>
            {failure instanceof Unreachable ? t.again : t.confirm(total)}
          </Button>
        </Form>
      </div>
    </Modal>
  );
}

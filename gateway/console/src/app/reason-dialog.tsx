import { App, Form, Modal, Typography } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useTexts } from '../shared/dictionary';
import { Refusal } from './form-end';
import { ReasonField } from './reason-field';
import { texts } from './texts';
import { useAct } from './use-act';

export interface ReasonDialogProps {
  readonly title: string;
  /** On the button that does it. */
  readonly confirm: string;
  /** What it will mean. */
  readonly hint: string;
  /** Cannot be taken back. */
  readonly danger?: boolean;
  /** Said when it is done. */
  readonly done: string;
  readonly act: (reason: string) => Promise<unknown>;
  readonly onClose: () => void;
  /** What it is about. */
  readonly children?: ReactNode;
}

/** Asks for the reason of an act, does it, and goes away; stays with what was typed when it is refused. */
export function ReasonDialog(props: ReasonDialogProps): ReactElement {
  const { title, confirm, hint, danger = false, done, onClose, children } = props;
  const { act: t } = useTexts(texts);
  const { message } = App.useApp();
  const act = useAct(props.act, () => {
    void message.success(done);
    onClose();
  });
  return (
    <Modal
      open
      title={title}
      okText={confirm}
      cancelText={t.cancel}
      okButtonProps={{ danger, loading: act.busy, htmlType: 'submit', form: 'act-reason' }}
      onCancel={onClose}
    >
      {children}
      <Typography.Paragraph type={danger ? 'danger' : 'secondary'}>{hint}</Typography.Paragraph>
      <Form<{ reason: string }> id="act-reason" layout="vertical" onFinish={({ reason }) => act.run(reason.trim())}>
        <ReasonField id="change-reason" autoFocus />
      </Form>
      <Refusal act={act} />
    </Modal>
  );
}

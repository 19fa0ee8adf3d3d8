import { App, Modal, Typography } from 'antd';
import type { ReactElement } from 'react';
import { answerOf, api } from '../../api/client';
import { Refusal } from '../../app/form-end';
import { texts as app } from '../../app/texts';
import { useAct } from '../../app/use-act';
import { useTexts } from '../../shared/dictionary';
import { texts } from './texts';

/** Asks once more, and takes the consent back; nobody has to say why. */
export function WithdrawDialog({ consent, onClose }: { readonly consent: string; readonly onClose: () => void }): ReactElement {
  const t = useTexts(texts);
  const { act: words } = useTexts(app);
  const { message } = App.useApp();
  const act = useAct(
    () => answerOf(api.POST('/v1/my/consents/{consent}/withdraw', { params: { path: { consent } }, body: {} })),
    () => {
      void message.success(t.withdrawn);
      onClose();
    },
  );
  return (
    <Modal
      open
      title={t.withdrawTitle}
      okText={t.withdraw}
      cancelText={words.cancel}
      okButtonProps={{ danger: true, loading: act.busy }}
      onOk={() => act.run(undefined)}
      onCancel={onClose}
    >
      <Typography.Paragraph type="danger">{t.withdrawHint}</Typography.Paragraph>
      <Refusal act={act} />
    </Modal>
  );
}

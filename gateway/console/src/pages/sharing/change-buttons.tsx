import { App, Button, Form, Input, Modal, Typography } from 'antd';
import { useState, type ReactElement } from 'react';
import { answerOf, api } from '../../api/client';
import { Failure } from '../../app/states';
import { useSession } from '../../app/session';
import { useAct } from '../../app/use-act';
import { useTexts } from '../../shared/dictionary';
import { GrantSentence } from './grant-list';
import { texts } from './texts';
import type { Grant } from './types';

type Word = 'pause' | 'resume' | 'revoke';
interface Change {
  readonly word: Word;
  readonly grant: string;
  readonly reason: string;
}

async function change({ word, grant, reason }: Change): Promise<unknown> {
  const call = { params: { path: { grant } }, body: { reason } };
  if (word === 'pause') return answerOf(api.POST('/v1/grants/{grant}/pause', call));
  if (word === 'resume') return answerOf(api.POST('/v1/grants/{grant}/resume', call));
  return answerOf(api.POST('/v1/grants/{grant}/revoke', call));
}

/** Suspends, resumes and ends a grant, for whoever gave it; each is confirmed with its reason. */
export function ChangeButtons({ grant }: { readonly grant: Grant }): ReactElement | null {
  const { change: t } = useTexts(texts);
  const { organisation } = useSession();
  const [word, setWord] = useState<Word>();
  if (grant.provider !== organisation || grant.status === 'revoked') return null;
  const turn = grant.status === 'paused' ? 'resume' : 'pause';
  return (
    <>
      <Button size="small" onClick={() => setWord(turn)}>
        {t[turn]}
      </Button>
      <Button size="small" danger onClick={() => setWord('revoke')}>
        {t.revoke}
      </Button>
      {word !== undefined && <Confirmation word={word} grant={grant} onClose={() => setWord(undefined)} />}
    </>
  );
}

interface ConfirmationProps {
  readonly word: Word;
  readonly grant: Grant;
  readonly onClose: () => void;
}

function Confirmation({ word, grant, onClose }: ConfirmationProps): ReactElement {
  const { change: t } = useTexts(texts);
  const { message } = App.useApp();
  const [form] = Form.useForm<{ reason: string }>();
  const act = useAct(change, () => {
    void message.success(t.done[word]);
    onClose();
  });
  return (
    <Modal
      open
      title={t[`${word}Title`]}
      okText={t[word]}
      cancelText={t.cancel}
      okButtonProps={{ danger: word === 'revoke', loading: act.busy, htmlType: 'submit', form: 'grant-change' }}
      onCancel={onClose}
    >
      <Typography.Paragraph className="sentence">
        <GrantSentence grant={grant} />
      </Typography.Paragraph>
      <Typography.Paragraph type={word === 'revoke' ? 'danger' : 'secondary'}>{t[`${word}Hint`]}</Typography.Paragraph>
      <Form
        id="grant-change"
        form={form}
        layout="vertical"
        onFinish={({ reason }) => act.run({ word, grant: grant.grant, reason: reason.trim() })}
      >
        <Form.Item
          name="reason"
          label={t.reason}
          htmlFor="change-reason"
          rules={[{ required: true, whitespace: true, message: t.reasonMissing }]}
        >
          <Input id="change-reason" maxLength={500} autoFocus />
        </Form.Item>
      </Form>
      {act.error !== null && <Failure error={act.error} />}
    </Modal>
  );
}

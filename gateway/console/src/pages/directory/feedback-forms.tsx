import { App, Button, Form, Input, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { answerOf, api } from '../../api/client';
import { FormDrawer } from '../../app/form-drawer';
import { FormEnd } from '../../app/form-end';
import { ReasonField } from '../../app/reason-field';
import { ReasonDialog } from '../../app/reason-dialog';
import { useSession } from '../../app/session';
import { texts as app } from '../../app/texts';
import { useAct } from '../../app/use-act';
import { useTexts } from '../../shared/dictionary';
import { texts } from './texts';
import type { Feedback } from './types';

const KINDS = ['wrong', 'missing', 'late', 'unreadable'] as const;
const OUTCOMES = ['corrected', 'declined'] as const;

interface Given {
  readonly kind: (typeof KINDS)[number];
  readonly text: string;
  readonly reason: string;
}

/** Says what is wrong with the data of an entry. */
export function GiveFeedback({ entry }: { readonly entry: string }): ReactElement {
  const { feedback: t } = useTexts(texts);
  return (
    <FormDrawer label={t.give} title={t.giveTitle} type="default">
      {(close) => <GiveFields entry={entry} onClose={close} />}
    </FormDrawer>
  );
}

interface Closable {
  readonly onClose: () => void;
}

function GiveFields({ entry, onClose }: Closable & { readonly entry: string }): ReactElement {
  const { feedback: t } = useTexts(texts);
  const { act: words } = useTexts(app);
  const { message } = App.useApp();
  const [feedback] = useState(() => `f-${crypto.randomUUID()}`);
  const act = useAct(
    ({ kind, text, reason }: Given) => {
      const body = { feedback, kind, text: text.trim(), reason: reason.trim() };
      return answerOf(api.POST('/v1/catalogue/entries/{entry}/feedback', { params: { path: { entry } }, body }));
    },
    () => {
      void message.success(t.given);
      onClose();
    },
  );
  const written = { required: true, whitespace: true, message: t.required };
  return (
    <Form<Given> layout="vertical" onFinish={act.run} initialValues={{ kind: 'wrong' }}>
      <Form.Item name="kind" label={t.kind}>
        <Select options={KINDS.map((value) => ({ value, label: t.kinds[value] }))} />
      </Form.Item>
      <Form.Item name="text" label={t.text} rules={[written]}>
        <Input.TextArea maxLength={2000} rows={3} />
      </Form.Item>
      <ReasonField />
      <FormEnd act={act} submit={t.submit} cancel={words.cancel} onCancel={onClose} />
    </Form>
  );
}

/** The owner of the data answers open feedback; who gave it closes it. */
export function FeedbackActions({ feedback }: { readonly feedback: Feedback }): ReactElement {
  const { organisation } = useSession();
  const { feedback: t } = useTexts(texts);
  const [closing, setClosing] = useState(false);
  return (
    <>
      {feedback.owner === organisation && feedback.status === 'open' && (
        <FormDrawer label={t.answer} title={t.answerTitle} type="default">
          {(close) => <AnswerFields feedback={feedback.feedback} onClose={close} />}
        </FormDrawer>
      )}
      {feedback.from === organisation && feedback.status !== 'closed' && (
        <Button onClick={() => setClosing(true)}>{t.close}</Button>
      )}
      {closing && (
        <ReasonDialog
          title={t.closeTitle}
          confirm={t.close}
          hint={t.closeHint}
          done={t.closed}
          act={(reason) => {
            const params = { path: { feedback: feedback.feedback } };
            return answerOf(api.POST('/v1/catalogue/feedback/{feedback}/close', { params, body: { reason } }));
          }}
          onClose={() => setClosing(false)}
        />
      )}
    </>
  );
}

interface Answered {
  readonly outcome: (typeof OUTCOMES)[number];
  readonly text: string;
  readonly reason: string;
}

function AnswerFields({ feedback, onClose }: Closable & { readonly feedback: string }): ReactElement {
  const { feedback: t } = useTexts(texts);
  const { act: words } = useTexts(app);
  const { message } = App.useApp();
  const act = useAct(
    ({ outcome, text, reason }: Answered) => {
      const body = { outcome, text: text.trim(), reason: reason.trim() };
      return answerOf(api.POST('/v1/catalogue/feedback/{feedback}/answer', { params: { path: { feedback } }, body }));
    },
    () => {
      void message.success(t.answeredDone);
      onClose();
    },
  );
  const written = { required: true, whitespace: true, message: t.required };
  return (
    <Form<Answered> layout="vertical" onFinish={act.run} initialValues={{ outcome: 'declined' }}>
      <Form.Item name="outcome" label={t.outcome} extra={t.correctedHint}>
        <Select options={OUTCOMES.map((value) => ({ value, label: t.outcomes[value] }))} />
      </Form.Item>
      <Form.Item name="text" label={t.answerText} rules={[written]}>
        <Input.TextArea maxLength={2000} rows={3} />
      </Form.Item>
      <ReasonField />
      <FormEnd act={act} submit={t.answerSubmit} cancel={words.cancel} onCancel={onClose} />
    </Form>
  );
}

import { Alert, App, DatePicker, Form, Input, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState, type ReactElement } from 'react';
import { answerOf, api } from '../../api/client';
import { DigestField } from '../../app/digest-field';
import { FormDrawer } from '../../app/form-drawer';
import { FormEnd } from '../../app/form-end';
import { ReasonField } from '../../app/reason-field';
import { useSession } from '../../app/session';
import { Reading } from '../../app/states';
import { texts as app } from '../../app/texts';
import { useAct } from '../../app/use-act';
import { useTexts } from '../../shared/dictionary';
import { IDENTIFIER } from '../../shared/identifier';
import { endOfDay } from '../provider/grant-draft';
import { useOwnResources } from '../provider/use-resources';
import { PURPOSES } from '../sharing/purposes';
import { texts as words } from '../sharing/words/texts';
import { PSEUDONYM } from './pseudonym';
import { texts } from './texts';

const VERSION = /^[A-Za-z0-9._-]{1,40}$/;

interface Draft {
  readonly resource: string;
  readonly subject: string;
  readonly textVersion: string;
  readonly consumer?: string;
  readonly until?: Dayjs | null;
  readonly code: string;
  readonly purpose: string;
  readonly reason: string;
}

/** Records that a data subject agreed to a text. */
export function ConsentForm(): ReactElement {
  const { form: t } = useTexts(texts);
  return (
    <FormDrawer label={t.open} size={560}>
      {(close) => <Fields onClose={close} />}
    </FormDrawer>
  );
}

function Fields({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { form: t } = useTexts(texts);
  const { act: ends } = useTexts(app);
  const { purposes } = useTexts(words);
  const { organisation } = useSession();
  const { message } = App.useApp();
  const pages = useOwnResources();
  const [text, setText] = useState<string>();
  const [missing, setMissing] = useState(false);
  // The same in every attempt: a repetition is no second consent.
  const [consent] = useState(() => `c-${crypto.randomUUID()}`);
  const act = useAct(
    ({ resource, subject, textVersion, consumer = '', until, code, purpose, reason }: Draft) => {
      const about = {
        resource,
        subject: subject.trim(),
        text: text ?? '',
        textVersion,
        ...(consumer.trim() === '' ? {} : { consumer: consumer.trim() }),
        ...(until ? { until: endOfDay(until) } : {}),
      };
      const body = { consent, ...about, purpose: { code, text: purpose.trim() }, reason: reason.trim() };
      return answerOf(api.POST('/v1/consents', { body }));
    },
    () => {
      void message.success(t.done);
      onClose();
    },
  );
  const submit = (draft: Draft): void => {
    setMissing(text === undefined);
    if (text !== undefined) act.run(draft);
  };
  const written = { required: true, whitespace: true, message: t.required };
  return (
    <Reading query={pages}>
      {(all) => {
        const own = all.filter(({ controller }) => controller === organisation);
        if (own.length === 0) return <Alert type="info" showIcon title={t.noResources} />;
        return (
          <Form<Draft> layout="vertical" onFinish={submit} initialValues={{ code: 'research' }}>
            <Form.Item name="resource" label={t.resource} rules={[{ required: true, message: t.required }]}>
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                options={own.map(({ resource: value, title }) => ({ value, label: `${title} · ${value}` }))}
              />
            </Form.Item>
            <Form.Item
              name="subject"
              label={t.subject}
              extra={t.subjectHint}
              rules={[{ required: true, pattern: PSEUDONYM, message: t.subjectHint }]}
            >
              <Input className="number" maxLength={64} autoComplete="off" spellCheck={false} />
            </Form.Item>
            <DigestField
              id="consent-text"
              label={t.file}
              hint={t.fileHint}
              digestLabel={t.digest}
              digest={text}
              onDigest={setText}
              required
              missing={missing && text === undefined ? t.fileMissing : undefined}
            />
            <Form.Item
              name="textVersion"
              label={t.version}
              rules={[{ required: true, pattern: VERSION, message: t.versionWrong }]}
            >
              <Input maxLength={40} autoComplete="off" />
            </Form.Item>
            <Form.Item
              name="consumer"
              label={t.consumer}
              extra={t.consumerHint}
              rules={[{ pattern: IDENTIFIER, message: t.consumerWrong }]}
            >
              <Input maxLength={64} autoComplete="off" spellCheck={false} />
            </Form.Item>
            <Form.Item name="until" label={t.until}>
              <DatePicker className="full-width" />
            </Form.Item>
            <Form.Item name="code" label={t.purposeCode}>
              <Select options={PURPOSES.map((value) => ({ value, label: purposes[value] }))} />
            </Form.Item>
            <Form.Item name="purpose" label={t.purpose} rules={[written]}>
              <Input maxLength={500} />
            </Form.Item>
            <ReasonField />
            <FormEnd act={act} submit={t.submit} cancel={ends.cancel} onCancel={onClose} />
          </Form>
        );
      }}
    </Reading>
  );
}

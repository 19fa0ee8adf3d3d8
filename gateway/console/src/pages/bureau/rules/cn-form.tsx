import { PlusOutlined } from '@ant-design/icons';
import { App, Button, Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { answerOf, api } from '../../../api/client';
import { FormDrawer } from '../../../app/form-drawer';
import { FormEnd } from '../../../app/form-end';
import { ReasonField } from '../../../app/reason-field';
import { useAct } from '../../../app/use-act';
import { useTexts } from '../../../shared/dictionary';
import { formatDate, formatRate } from '../../../shared/format';
import { changesOf, endKey, rulesOf, type CnDraft, type CnRules } from './cn-draft';
import { CnPreview } from './cn-preview';
import { CnRateRow } from './cn-rate-row';
import { texts } from './texts';
import { VERSION } from './version';

/** An amount of at most two decimals. */
const TOLERANCE = /^\d{1,7}(?:\.\d{1,2})?$/;

/** The button, and the form behind it, that puts tax rates and tolerance of profile cn in force. */
export function CnForm({ inForce }: { readonly inForce: CnRules }): ReactElement {
  const { cnForm: t } = useTexts(texts);
  return (
    <FormDrawer label={t.open} size={560}>
      {(close) => <Fields inForce={inForce} onClose={close} />}
    </FormDrawer>
  );
}

function Fields({ inForce, onClose }: { readonly inForce: CnRules; readonly onClose: () => void }): ReactElement {
  const { cnForm: t, ...words } = useTexts(texts);
  const { message } = App.useApp();
  const [form] = Form.useForm<CnDraft>();
  const act = useAct(
    (draft: CnDraft) => {
      const { rates, tolerance } = rulesOf(draft, inForce);
      const { version, reason } = draft;
      return answerOf(api.POST('/v1/rules/cn', { body: { version, rates: [...rates], tolerance, reason: reason.trim() } }));
    },
    () => {
      void message.success(words.done);
      onClose();
    },
  );
  const required = { required: true, message: words.required };
  // What ended long ago stays as it is.
  const current = inForce.rates
    .map((rate, place) => ({ ...rate, key: endKey(place) }))
    .filter(({ to }) => to === undefined || to >= formatDate(new Date()));
  const begun = { tolerance: inForce.tolerance, ends: Object.fromEntries(current.map(({ key, to }) => [key, to])) };
  return (
    <Form<CnDraft> form={form} layout="vertical" onFinish={act.run} initialValues={begun}>
      <Form.Item
        name="version"
        label={words.version}
        extra={words.versionHint}
        rules={[{ ...required, pattern: VERSION, message: words.versionWrong }]}
      >
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="tolerance"
        label={words.tolerance}
        rules={[{ ...required, pattern: TOLERANCE, message: t.toleranceWrong }]}
      >
        <Input inputMode="decimal" autoComplete="off" />
      </Form.Item>
      <fieldset className="plain-fieldset">
        <legend>{t.kept}</legend>
        {current.map(({ category, rate, from, key }) => (
          <Form.Item
            key={key}
            name={['ends', key]}
            label={t.end(words.categories[category], formatRate(rate), from)}
            rules={[
              { validator: (_, to?: string) => (to && to < from ? Promise.reject(new Error(t.order)) : Promise.resolve()) },
            ]}
          >
            <Input type="date" />
          </Form.Item>
        ))}
      </fieldset>
      <Form.List name="added">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <CnRateRow key={key} name={name} onRemove={() => remove(name)} />
            ))}
            <Button icon={<PlusOutlined />} className="gap-below" onClick={() => add({ category: 'standard' })}>
              {t.add}
            </Button>
          </>
        )}
      </Form.List>
      <Preview inForce={inForce} />
      <ReasonField />
      <FormEnd act={act} submit={words.submit} cancel={words.cancel} onCancel={onClose} />
    </Form>
  );
}

/** What would change, as it is typed. */
function Preview({ inForce }: { readonly inForce: CnRules }): ReactElement {
  const draft = (Form.useWatch([]) as Partial<CnDraft> | undefined) ?? {};
  const next = rulesOf(draft, inForce);
  return <CnPreview inForce={inForce} next={next} changes={changesOf(inForce, next)} />;
}

import { BASIS_NAMES, MAX_KEEP_DAYS } from '@lianpiao/chaincode/domain';
import { Alert, App, Checkbox, DatePicker, Form, Input, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import { useState, type ReactElement } from 'react';
import { answerOf, api } from '../../../api/client';
import { unless } from '../../../api/unless';
import { FormDrawer } from '../../../app/form-drawer';
import { FormEnd } from '../../../app/form-end';
import { ReasonField } from '../../../app/reason-field';
import { useSession } from '../../../app/session';
import { Reading } from '../../../app/states';
import { useAct } from '../../../app/use-act';
import { useTexts } from '../../../shared/dictionary';
import { IDENTIFIER } from '../../../shared/identifier';
import { ConditionRows } from '../../provider/condition-rows';
import { BasisFields, HandlingFields } from '../../provider/conditions-fields';
import { texts as conditions } from '../../provider/conditions/texts';
import { texts as provider } from '../../provider/texts';
import { useOwnResources } from '../../provider/use-resources';
import { PURPOSES } from '../../sharing/purposes';
import type { Resource } from '../../sharing/types';
import { texts as words } from '../../sharing/words/texts';
import { standingOf, type StandingDraft } from './standing-draft';
import { texts } from './texts';

const INITIAL: Partial<StandingDraft> = { code: 'administration', level: 'raw', per: 'day', modes: ['view'], days: 31 };
/** An emergency is told as it happens, with its review: nothing to be signed in advance. */
const BASES = BASIS_NAMES.filter((basis) => basis !== 'emergency');

/** The button, and the form behind it, by which a controller signs in advance. */
export function StandingForm(): ReactElement {
  const t = useTexts(texts);
  return (
    <FormDrawer label={t.open} size={560}>
      {(close) => <Resources onClose={close} />}
    </FormDrawer>
  );
}

function Resources({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { form: t } = useTexts(provider);
  const { organisation } = useSession();
  return (
    <Reading query={useOwnResources()}>
      {(all) => {
        const resources = all.filter(({ controller }) => controller === organisation);
        if (resources.length === 0) return <Alert type="info" showIcon title={t.noResources} />;
        return <Fields resources={resources} onClose={onClose} />;
      }}
    </Reading>
  );
}

interface FieldsProps {
  readonly resources: readonly Resource[];
  readonly onClose: () => void;
}

function Fields({ resources, onClose }: FieldsProps): ReactElement {
  const t = useTexts(texts);
  const { form: known } = useTexts(provider);
  const { basis: basisLabel } = useTexts(conditions);
  const { bases } = useTexts(words);
  const { message } = App.useApp();
  const [form] = Form.useForm<StandingDraft>();
  // The same in every attempt: a repetition is no second one.
  const [standing] = useState(() => `s-${crypto.randomUUID()}`);
  const chosen = Form.useWatch('resource', form) as string | undefined;
  const resource = resources.find((one) => one.resource === chosen);
  const basis = Form.useWatch('basis', form) as StandingDraft['basis'] | undefined;
  const act = useAct(
    (draft: StandingDraft) =>
      unless('STANDING_EXISTS', answerOf(api.POST('/v1/standing-grants', { body: standingOf(draft, resource, standing) }))),
    () => {
      void message.success(t.opened);
      onClose();
    },
  );
  const required = { required: true, message: known.required };
  const written = { ...required, whitespace: true };
  const chosenOne = {
    validator: (_: unknown, fields: readonly string[] = []) =>
      fields.length > 0 ? Promise.resolve() : Promise.reject(new Error(known.required)),
  };
  return (
    <Form<StandingDraft> form={form} layout="vertical" onFinish={act.run} initialValues={INITIAL}>
      <Form.Item name="resource" label={known.resource} extra={t.personal} rules={[required]}>
        <Select
          options={resources.map(({ resource: value, title }) => ({ value, label: `${title} · ${value}` }))}
          onChange={() => form.setFieldsValue({ fields: [], rows: [] })}
        />
      </Form.Item>
      <Form.Item
        name="consumer"
        label={known.consumer}
        rules={[{ required: true, pattern: IDENTIFIER, message: known.consumerWrong }]}
      >
        <Input autoComplete="off" />
      </Form.Item>
      {resource !== undefined && (
        <>
          <Form.Item name="fields" label={known.fields} rules={[chosenOne]}>
            <Checkbox.Group options={resource.fields.map(({ name }) => ({ value: name, label: name }))} />
          </Form.Item>
          <ConditionRows resource={resource} />
        </>
      )}
      <Form.Item name="days" label={t.days} rules={[required]}>
        <InputNumber min={1} max={MAX_KEEP_DAYS} precision={0} className="full-width" />
      </Form.Item>
      <Form.Item name="until" label={t.until} rules={[required]}>
        <DatePicker className="full-width" disabledDate={(day) => day.isBefore(dayjs(), 'day')} />
      </Form.Item>
      <Form.Item name="code" label={known.purposeCode} rules={[required]}>
        <Select options={PURPOSES.map((value) => ({ value, label: known.codes[value] }))} />
      </Form.Item>
      <Form.Item name="purpose" label={known.purpose} rules={[written]}>
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item name="basis" label={basisLabel} rules={[required]}>
        <Select options={BASES.map((value) => ({ value, label: bases[value] }))} />
      </Form.Item>
      {basis !== undefined && <BasisFields basis={basis} />}
      <HandlingFields />
      <Form.Item name="liability" label={t.liability} rules={[written]}>
        <Input.TextArea maxLength={2000} rows={2} />
      </Form.Item>
      <ReasonField />
      <FormEnd act={act} submit={t.submit} cancel={known.cancel} onCancel={onClose} />
    </Form>
  );
}

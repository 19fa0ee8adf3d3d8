import type { components } from '@lianpiao/gateway/client';
import { Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { useRef, type ReactElement } from 'react';
import type { Role } from '../../../api/answers';
import { answerOf, api } from '../../../api/client';
import { ApiProblem, Unreachable } from '../../../api/problem';
import { texts as shellTexts } from '../../../app/texts';
import { FormEnd } from '../../../app/form-end';
import { ReasonField } from '../../../app/reason-field';
import { useAct } from '../../../app/use-act';
import { useTexts } from '../../../shared/dictionary';
import { IDENTIFIER } from '../../../shared/identifier';
import { texts } from './texts';

interface Values {
  readonly organisation: string;
  readonly name: string;
  readonly role: Role;
  readonly taxId?: string;
  readonly address?: string;
  readonly sandbox?: boolean;
  readonly quota?: number | null;
  readonly reason: string;
  readonly makeKey: boolean;
}
type Registration = components['schemas']['OrganisationRegistration'];
export interface Registered {
  readonly organisation: string;
  readonly apiKey: string | undefined;
}

const SELLERS: readonly Role[] = ['merchant', 'platform'];
const REGISTRABLE: readonly Role[] = ['merchant', 'platform', 'company', 'provider', 'consumer', 'auditor'];

interface Attempt {
  readonly values: Values;
  /** On the key. */
  readonly label: string;
  /** Whether an attempt before this one got no answer. */
  readonly again: boolean;
}

async function register({ values, label, again }: Attempt): Promise<Registered> {
  const { organisation, reason, makeKey } = values;
  try {
    await answerOf(api.POST('/v1/organisations', { body: registrationOf(values) }));
  } catch (error) {
    if (!again || !isExisting(error) || !(await isNewest(values))) throw error;
  }
  if (!makeKey) return { organisation, apiKey: undefined };
  const { data } = await api.POST('/v1/api-keys', { body: { organisation, label, reason } });
  return { organisation, apiKey: data?.apiKey };
}

function registrationOf({ organisation, role, reason, sandbox = false, quota, name, taxId, address }: Values): Registration {
  const party = { name, ...(taxId ? { taxId } : {}), ...(address ? { address } : {}) };
  return { organisation, role, sandbox, party, reason, ...(SELLERS.includes(role) && quota ? { quota } : {}) };
}

function isExisting(error: unknown): boolean {
  return error instanceof ApiProblem && error.problem.code === 'ORGANISATION_EXISTS';
}

/** Whether the last one that was registered is this one: then it was the attempt without an answer that did it. */
async function isNewest({ organisation, role, name }: Values): Promise<boolean> {
  const { items } = await answerOf(api.GET('/v1/organisations', { params: { query: { limit: 1 } } }));
  const [newest] = items;
  return newest?.organisation === organisation && newest.role === role && newest.name === name;
}

interface OrganisationFormProps {
  readonly onClose: () => void;
  readonly onDone: (registered: Registered) => void;
}

/** Registers an organisation and, when asked, makes its first key. */
export function OrganisationForm({ onClose, onDone }: OrganisationFormProps): ReactElement {
  const t = useTexts(texts);
  const { roles } = useTexts(shellTexts);
  const [form] = Form.useForm<Values>();
  const role = Form.useWatch('role', form);
  const again = useRef(false);
  const act = useAct(async (values: Values) => {
    try {
      return await register({ values, label: t.key.label, again: again.current });
    } catch (error) {
      again.current ||= error instanceof Unreachable;
      throw error;
    }
  }, onDone);
  const sells = SELLERS.includes(role);
  const required = { required: true, whitespace: true, message: t.required };
  return (
    <Form<Values> form={form} layout="vertical" onFinish={act.run} initialValues={{ role: 'merchant', makeKey: true }}>
      <Form.Item name="name" label={t.name} rules={[required]}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="role" label={t.role} rules={[{ required: true }]}>
        <Select options={REGISTRABLE.map((value) => ({ value, label: roles[value] }))} />
      </Form.Item>
      <Form.Item name="taxId" label={t.taxId} extra={t.taxIdHint} rules={sells ? [required] : []}>
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item
        name="organisation"
        label={t.id}
        extra={t.idHint}
        rules={[{ required: true, pattern: IDENTIFIER, message: t.idWrong }]}
      >
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="address" label={t.address}>
        <Input maxLength={300} />
      </Form.Item>
      {sells && (
        <Form.Item name="quota" label={t.quota}>
          <InputNumber min={1} max={1_000_000_000_000} precision={0} className="full-width" />
        </Form.Item>
      )}
      <ReasonField />
      <Form.Item name="sandbox" valuePropName="checked" noStyle>
        <Checkbox>{t.sandbox}</Checkbox>
      </Form.Item>
      <Form.Item name="makeKey" valuePropName="checked">
        <Checkbox>{t.key.make}</Checkbox>
      </Form.Item>
      <FormEnd act={act} submit={t.submit} cancel={t.cancel} onCancel={onClose} />
    </Form>
  );
}

import { Checkbox, Drawer, Form, Input, InputNumber, Select } from 'antd';
import type { ReactElement } from 'react';
import type { Role } from '../../../api/answers';
import { answerOf, api } from '../../../api/client';
import { texts as shellTexts } from '../../../app/texts';
import { FormEnd } from '../../../app/form-end';
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
export interface Registered {
  readonly organisation: string;
  readonly apiKey: string | undefined;
}

const SELLERS: readonly Role[] = ['merchant', 'platform'];
const REGISTRABLE: readonly Role[] = ['merchant', 'platform', 'company', 'provider', 'consumer', 'auditor'];

async function register({ makeKey, ...values }: Values, label: string): Promise<Registered> {
  const { organisation, role, reason, sandbox = false, quota, name, taxId, address } = values;
  const party = { name, ...(taxId ? { taxId } : {}), ...(address ? { address } : {}) };
  const limit = SELLERS.includes(role) && quota ? { quota } : {};
  await answerOf(api.POST('/v1/organisations', { body: { organisation, role, sandbox, party, reason, ...limit } }));
  if (!makeKey) return { organisation, apiKey: undefined };
  const { data } = await api.POST('/v1/api-keys', { body: { organisation, label, reason } });
  return { organisation, apiKey: data?.apiKey };
}

interface OrganisationFormProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onDone: (registered: Registered) => void;
}

export function OrganisationForm({ open, onClose, onDone }: OrganisationFormProps): ReactElement {
  const t = useTexts(texts);
  const { roles } = useTexts(shellTexts);
  const [form] = Form.useForm<Values>();
  const role = Form.useWatch('role', form);
  const act = useAct(
    (values: Values) => register(values, t.key.label),
    (registered) => {
      form.resetFields();
      onDone(registered);
    },
  );
  const sells = SELLERS.includes(role);
  const required = { required: true, whitespace: true, message: t.required };
  return (
    <Drawer title={t.newOrganisation} open={open} onClose={onClose} size={460} forceRender>
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
        <Form.Item name="reason" label={t.reason} extra={t.reasonHint} rules={[required]}>
          <Input maxLength={500} />
        </Form.Item>
        <Form.Item name="sandbox" valuePropName="checked" noStyle>
          <Checkbox>{t.sandbox}</Checkbox>
        </Form.Item>
        <Form.Item name="makeKey" valuePropName="checked">
          <Checkbox>{t.key.make}</Checkbox>
        </Form.Item>
        <FormEnd act={act} submit={t.submit} cancel={t.cancel} onCancel={onClose} />
      </Form>
    </Drawer>
  );
}

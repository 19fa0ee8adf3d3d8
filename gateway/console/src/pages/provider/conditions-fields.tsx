import { BASIS_NAMES, basisRule, HOME_REGION, MODES, PERIODS, type Basis } from '@lianpiao/chaincode/domain';
import { Alert, Checkbox, Flex, Form, Input, InputNumber, Select } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../shared/dictionary';
import { IDENTIFIER } from '../../shared/identifier';
import { texts as words } from '../sharing/words/texts';
import { LEVELS, MASKS, type Draft } from './grant-draft';
import { texts } from './conditions/texts';

const REGION = /^[A-Z]{2}$/;

/** What a grant rests on and is bound to; all of it appears once a basis is chosen. */
export function ConditionsFields(): ReactElement {
  const t = useTexts(texts);
  const { bases } = useTexts(words);
  const basis = Form.useWatch<Basis | undefined>('basis');
  return (
    <>
      <Form.Item name="basis" label={t.basis} extra={t.basisHint}>
        <Select allowClear placeholder={t.noBasis} options={BASIS_NAMES.map((value) => ({ value, label: bases[value] }))} />
      </Form.Item>
      {basis !== undefined && <Bounds basis={basis} />}
      <HandlingFields />
    </>
  );
}

function Bounds({ basis }: { readonly basis: Basis }): ReactElement {
  const t = useTexts(texts);
  const { days } = basisRule(basis);
  const region = Form.useWatch<string | undefined>('region');
  const named = { pattern: IDENTIFIER, message: t.idWrong };
  return (
    <>
      {days !== undefined && <Alert type="info" showIcon title={t.emergency(days)} className="gap-below" />}
      <BasisFields basis={basis} />
      <Form.Item name="region" label={t.region} extra={t.regionHint} rules={[{ pattern: REGION, message: t.regionWrong }]}>
        <Input maxLength={2} autoComplete="off" />
      </Form.Item>
      {region !== undefined && REGION.test(region) && region !== HOME_REGION && (
        <Form.Item name="approval" label={t.approval} rules={[{ required: true, ...named }]}>
          <Input autoComplete="off" />
        </Form.Item>
      )}
      <Form.Item name="consent" label={t.consent} extra={t.consentHint} rules={[named]}>
        <Input autoComplete="off" />
      </Form.Item>
    </>
  );
}

/** What a basis requires, and how, how often and how long data under it may be used. */
export function BasisFields({ basis }: { readonly basis: Basis }): ReactElement {
  const t = useTexts(texts);
  const written = { required: true, whitespace: true, message: t.required };
  return (
    <>
      {basisRule(basis).required.map((detail) => (
        <Form.Item key={detail} name={['details', detail]} label={t.details[detail as keyof typeof t.details]} rules={[written]}>
          <Input maxLength={500} />
        </Form.Item>
      ))}
      <Form.Item name="modes" label={t.modes} rules={[{ validator: notEmpty(t.required) }]}>
        <Checkbox.Group options={MODES.map((value) => ({ value, label: t.modeNames[value] }))} />
      </Form.Item>
      <Form.Item label={t.frequency} htmlFor="count">
        <Flex gap={8}>
          <Form.Item name="count" noStyle>
            <InputNumber id="count" min={1} max={1_000_000_000} precision={0} placeholder={t.unlimited} className="full-width" />
          </Form.Item>
          <Form.Item name="per" noStyle>
            <Select aria-label={t.per} options={PERIODS.map((value) => ({ value, label: t.periods[value] }))} />
          </Form.Item>
        </Flex>
      </Form.Item>
      <Form.Item name="keepDays" label={t.keepDays} rules={[{ required: true, message: t.required }]}>
        <InputNumber min={0} max={3660} precision={0} className="full-width" />
      </Form.Item>
    </>
  );
}

/** In which form the data leaves. */
export function HandlingFields(): ReactElement {
  const t = useTexts(texts);
  const level = Form.useWatch<Draft['level']>('level');
  const fields = Form.useWatch<readonly string[] | undefined>('fields') ?? [];
  return (
    <>
      <Form.Item name="level" label={t.level}>
        <Select options={LEVELS.map((value) => ({ value, label: t.levels[value] }))} />
      </Form.Item>
      {level === 'masked' &&
        fields.map((field) => (
          <Form.Item key={field} name={['masks', field]} label={t.mask(field)}>
            <Select allowClear placeholder={t.unmasked} options={MASKS.map((value) => ({ value, label: t.masks[value] }))} />
          </Form.Item>
        ))}
    </>
  );
}

const notEmpty =
  (message: string) =>
  (_: unknown, chosen: readonly string[] = []): Promise<void> =>
    chosen.length > 0 ? Promise.resolve() : Promise.reject(new Error(message));

import { App, Form, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { answerOf, api } from '../../api/client';
import { FormDrawer } from '../../app/form-drawer';
import { FormEnd } from '../../app/form-end';
import { texts as app } from '../../app/texts';
import { useAct } from '../../app/use-act';
import { useTexts } from '../../shared/dictionary';
import { IDENTIFIER } from '../../shared/identifier';
import { texts } from './texts';
import { useOffers } from './use-offers';

interface Request {
  readonly providerId: string;
  readonly connectorAddress: string;
  readonly datasetId: string;
  readonly offerId: string;
}
const ADDRESS = /^https?:\/\/[^\s?#]{1,200}$/;
const PRINTABLE = /^[!-~]{1,200}$/;

/** A consumer asks a provider's connector for a negotiation about one of its offers. */
export function RequestForm(): ReactElement {
  const { request: t } = useTexts(texts);
  return <FormDrawer label={t.open}>{(close) => <Fields onClose={close} />}</FormDrawer>;
}

function Fields({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { request: t } = useTexts(texts);
  const { act: ends } = useTexts(app);
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [form] = Form.useForm<Request>();
  const dataset = Form.useWatch('datasetId', form) as string | undefined;
  const offers = useOffers(dataset ?? '');
  // The same in every attempt: a repetition is no second negotiation.
  const [negotiation] = useState(() => `urn:uuid:${crypto.randomUUID()}`);
  const act = useAct(
    (asked: Request) => answerOf(api.POST('/v1/negotiations', { body: { negotiation, ...asked } })),
    () => {
      void message.success(t.done);
      onClose();
      void navigate(`/negotiations/${encodeURIComponent(negotiation)}`);
    },
  );
  const rule = (pattern: RegExp, wrong: string): object[] => [{ required: true, pattern, message: wrong }];
  return (
    <Form<Request>
      form={form}
      layout="vertical"
      onFinish={act.run}
      initialValues={{ connectorAddress: `${location.origin}/dsp/2025-1` }}
    >
      <Form.Item name="providerId" label={t.provider} rules={rule(IDENTIFIER, t.idWrong)}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="connectorAddress" label={t.address} extra={t.addressHint} rules={rule(ADDRESS, t.addressWrong)}>
        <Input autoComplete="off" inputMode="url" />
      </Form.Item>
      <Form.Item name="datasetId" label={t.dataset} rules={rule(PRINTABLE, t.wrong)}>
        <Input autoComplete="off" maxLength={200} />
      </Form.Item>
      <Form.Item name="offerId" label={t.offer} extra={t.offerHint} rules={rule(PRINTABLE, t.wrong)}>
        <Input autoComplete="off" maxLength={200} list="offers-of-dataset" />
      </Form.Item>
      <datalist id="offers-of-dataset">
        {offers.map(({ offer, terms }) => (
          <option key={offer} value={offer}>
            {terms.purpose.text}
          </option>
        ))}
      </datalist>
      <FormEnd act={act} submit={t.submit} cancel={ends.cancel} onCancel={onClose} />
    </Form>
  );
}

import { App, Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { answerOf, api } from '../../api/client';
import { FormDrawer } from '../../app/form-drawer';
import { FormEnd } from '../../app/form-end';
import { ReasonField } from '../../app/reason-field';
import { useSession } from '../../app/session';
import { useAct } from '../../app/use-act';
import { useTexts } from '../../shared/dictionary';
import type { Resource } from '../sharing/types';
import { IDENTIFIER } from '../../shared/identifier';
import { texts } from './texts';

interface Transfer {
  readonly owner: string;
  readonly controller: string;
  readonly reason: string;
}

/** Names another owner or controller of a resource; for its owner. */
export function TransferButton({ resource }: { readonly resource: Resource }): ReactElement | null {
  const { transfer: t } = useTexts(texts);
  const { organisation } = useSession();
  if (resource.owner !== organisation) return null;
  return (
    <FormDrawer label={t.open} title={t.openFor(resource.title)} type="default">
      {(close) => <Fields resource={resource} onClose={close} />}
    </FormDrawer>
  );
}

function Fields({ resource, onClose }: { readonly resource: Resource; readonly onClose: () => void }): ReactElement {
  const { transfer: t, resourceForm: words } = useTexts(texts);
  const { message } = App.useApp();
  const act = useAct(
    (body: Transfer) =>
      answerOf(api.POST('/v1/catalogue/{resource}/transfer', { params: { path: { resource: resource.resource } }, body })),
    () => {
      void message.success(t.done);
      onClose();
    },
  );
  const named = [{ required: true, pattern: IDENTIFIER, message: words.idWrong }];
  return (
    <Form<Transfer>
      layout="vertical"
      onFinish={({ reason, ...to }) => act.run({ ...to, reason: reason.trim() })}
      initialValues={{ owner: resource.owner, controller: resource.controller }}
    >
      <Form.Item name="owner" label={t.owner} rules={named}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="controller" label={t.controller} extra={t.controllerHint} rules={named}>
        <Input autoComplete="off" />
      </Form.Item>
      <ReasonField />
      <FormEnd act={act} submit={t.submit} cancel={words.cancel} onCancel={onClose} />
    </Form>
  );
}

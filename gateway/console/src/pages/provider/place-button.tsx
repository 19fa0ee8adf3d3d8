import { App, Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { answerOf, api } from '../../api/client';
import { FormDrawer } from '../../app/form-drawer';
import { FormEnd } from '../../app/form-end';
import { ReasonField } from '../../app/reason-field';
import { useSession } from '../../app/session';
import { useAct } from '../../app/use-act';
import { useTexts } from '../../shared/dictionary';
import { IDENTIFIER } from '../../shared/identifier';
import type { Resource } from '../sharing/types';
import { texts } from './texts';

interface Placement {
  readonly entry: string;
  readonly reason: string;
}

/** Puts a resource under a catalogue entry, without which nothing of it is granted; for its controller. */
export function PlaceButton({ resource }: { readonly resource: Resource }): ReactElement | null {
  const { place: t } = useTexts(texts);
  const { organisation } = useSession();
  if (resource.controller !== organisation) return null;
  return (
    <FormDrawer label={t.open} title={t.openFor(resource.title)} type="default">
      {(close) => <Fields resource={resource} onClose={close} />}
    </FormDrawer>
  );
}

function Fields({ resource, onClose }: { readonly resource: Resource; readonly onClose: () => void }): ReactElement {
  const { place: t, resourceForm: words } = useTexts(texts);
  const { message } = App.useApp();
  const act = useAct(
    (body: Placement) =>
      answerOf(api.POST('/v1/catalogue/{resource}/entry', { params: { path: { resource: resource.resource } }, body })),
    () => {
      void message.success(t.done);
      onClose();
    },
  );
  return (
    <Form<Placement> layout="vertical" onFinish={({ entry, reason }) => act.run({ entry, reason: reason.trim() })}>
      <Form.Item
        name="entry"
        label={t.entry}
        extra={t.entryHint}
        rules={[{ required: true, pattern: IDENTIFIER, message: words.idWrong }]}
      >
        <Input autoComplete="off" />
      </Form.Item>
      <ReasonField />
      <FormEnd act={act} submit={t.submit} cancel={words.cancel} onCancel={onClose} />
    </Form>
  );
}

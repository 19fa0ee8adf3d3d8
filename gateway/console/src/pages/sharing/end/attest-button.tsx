import { App, Form, Input, Typography } from 'antd';
import type { ReactElement } from 'react';
import { answerOf, api } from '../../../api/client';
import { FormDrawer } from '../../../app/form-drawer';
import { FormEnd } from '../../../app/form-end';
import { ReasonField } from '../../../app/reason-field';
import { useSession } from '../../../app/session';
import { texts as app } from '../../../app/texts';
import { useAct } from '../../../app/use-act';
import { useTexts } from '../../../shared/dictionary';
import type { GrantDetail } from '../types';
import { useOrganisationName, useResourceTitle } from '../use-names';
import { isOver } from './over';
import { texts } from './texts';

interface AttestButtonProps {
  readonly grant: GrantDetail;
}

/** The consumer's statement, after the end, that nothing of the data is held any more. */
export function AttestButton({ grant }: AttestButtonProps): ReactElement | null {
  const { attest: t } = useTexts(texts);
  const { organisation } = useSession();
  if (grant.consumer !== organisation || !isOver(grant) || grant.deletedAt !== undefined) return null;
  return <FormDrawer label={t.open}>{(close) => <Fields grant={grant} onClose={close} />}</FormDrawer>;
}

interface Statement {
  readonly statement: string;
  readonly reason: string;
}

function Fields({ grant, onClose }: AttestButtonProps & { readonly onClose: () => void }): ReactElement {
  const { attest: t } = useTexts(texts);
  const { act: ends } = useTexts(app);
  const { message } = App.useApp();
  const own = useOrganisationName(grant.consumer);
  const title = useResourceTitle(grant.resource);
  const act = useAct(
    ({ statement, reason }: Statement) => {
      const body = { statement: statement.trim(), reason: reason.trim() };
      return answerOf(api.POST('/v1/grants/{id}/attest-deletion', { params: { path: { id: grant.grant } }, body }));
    },
    () => {
      void message.success(t.done);
      onClose();
    },
  );
  const initial = { statement: t.says(own, title, grant.grant, grant.terms.fields.join(t.comma)) };
  return (
    <Form<Statement> layout="vertical" onFinish={act.run} initialValues={initial}>
      <Typography.Paragraph type="secondary">{t.hint}</Typography.Paragraph>
      <Form.Item name="statement" label={t.statement} rules={[{ required: true, whitespace: true, message: t.required }]}>
        <Input.TextArea maxLength={2000} rows={5} />
      </Form.Item>
      <ReasonField />
      <FormEnd act={act} submit={t.sign} cancel={ends.cancel} onCancel={onClose} />
    </Form>
  );
}

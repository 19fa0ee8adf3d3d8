import { App, Button, Form, Modal } from 'antd';
import { useState, type ReactElement } from 'react';
import { api } from '../../../api/client';
import { Refusal } from '../../../app/form-end';
import { ReasonField } from '../../../app/reason-field';
import { useAct } from '../../../app/use-act';
import { useTexts } from '../../../shared/dictionary';
import { texts } from './texts';

/** Asks for a full pass; not while one waits. */
export function RunButton({ waiting }: { readonly waiting: boolean }): ReactElement {
  const t = useTexts(texts);
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<{ reason: string }>();
  const act = useAct(
    (body: { reason: string }) => api.POST('/v1/reconciliation/runs', { body }),
    () => {
      form.resetFields();
      setOpen(false);
      void message.success(t.requested);
    },
  );
  return (
    <>
      <Button type="primary" disabled={waiting} onClick={() => setOpen(true)}>
        {t.run}
      </Button>
      <Modal
        title={t.runTitle}
        open={open}
        onCancel={() => setOpen(false)}
        onOk={form.submit}
        okText={t.run}
        confirmLoading={act.busy}
        forceRender
      >
        <Form form={form} layout="vertical" onFinish={act.run}>
          <ReasonField />
        </Form>
        <Refusal act={act} />
      </Modal>
    </>
  );
}

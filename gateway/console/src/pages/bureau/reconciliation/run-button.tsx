import { App, Button, Form, Input, Modal } from 'antd';
import { useState, type ReactElement } from 'react';
import { api } from '../../../api/client';
import { Failure } from '../../../app/states';
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
          <Form.Item name="reason" label={t.reason} rules={[{ required: true, whitespace: true, message: t.required }]}>
            <Input maxLength={500} />
          </Form.Item>
        </Form>
        {act.error !== null && <Failure error={act.error} />}
      </Modal>
    </>
  );
}

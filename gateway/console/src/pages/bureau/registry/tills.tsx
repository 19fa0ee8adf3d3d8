import { App, Flex, Form, Input } from 'antd';
import type { ReactElement } from 'react';
import type { Answer } from '../../../api/answers';
import { answerOf, api } from '../../../api/client';
import { FormDrawer } from '../../../app/form-drawer';
import { FormEnd } from '../../../app/form-end';
import { ReasonField } from '../../../app/reason-field';
import { PagedTable } from '../../../app/paged-table';
import { useSession } from '../../../app/session';
import { useAct } from '../../../app/use-act';
import { pageQuery, usePages } from '../../../app/use-pages';
import { useLanguage, useTexts } from '../../../shared/dictionary';
import { formatCount, formatTime } from '../../../shared/format';
import { IDENTIFIER } from '../../../shared/identifier';
import { texts } from './texts';

type Till = Answer<'listTills'>['items'][number];
interface Values {
  readonly till: string;
  readonly seller: string;
  readonly reason: string;
}

export function Tills(): ReactElement {
  const t = useTexts(texts);
  const language = useLanguage();
  const { role } = useSession();
  const pages = usePages<Till>(['tills'], (after, signal) =>
    answerOf(api.GET('/v1/tills', { params: { query: pageQuery(after) }, signal })),
  );
  return (
    <>
      {role === 'bureau' && (
        <Flex justify="end" className="gap-below">
          <FormDrawer label={t.newTill}>{(close) => <NewTill onClose={close} />}</FormDrawer>
        </Flex>
      )}
      <PagedTable<Till>
        pages={pages}
        rowKey={({ till }) => till}
        more={t.more}
        empty={t.none}
        columns={[
          { title: t.till, dataIndex: 'till', className: 'number' },
          { title: t.sellerName, render: (_, { seller, sellerName }) => sellerName ?? seller },
          { title: t.issued, align: 'end', className: 'amount', render: (_, { issued }) => formatCount(issued, language) },
          { title: t.left, align: 'end', className: 'amount', render: (_, { left }) => formatCount(left, language) },
          { title: t.registeredAt, className: 'number', render: (_, { registeredAt }) => formatTime(registeredAt) },
        ]}
      />
    </>
  );
}

function NewTill({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useTexts(texts);
  const { message } = App.useApp();
  const act = useAct(
    async (body: Values) => {
      await answerOf(api.POST('/v1/tills', { body }));
      return body.till;
    },
    (till) => {
      void message.success(t.done(till));
      onClose();
    },
  );
  const identifier = [{ required: true, pattern: IDENTIFIER, message: t.idWrong }];
  return (
    <Form<Values> layout="vertical" onFinish={act.run}>
      <Form.Item name="till" label={t.till} extra={t.idHint} rules={identifier}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="seller" label={t.seller} rules={identifier}>
        <Input autoComplete="off" />
      </Form.Item>
      <ReasonField />
      <FormEnd act={act} submit={t.submit} cancel={t.cancel} onCancel={onClose} />
    </Form>
  );
}

import { Button, Card, Flex, Form, Input, Typography } from 'antd';
import { useState, type ReactElement } from 'react';
import type { Answer } from '../../api/answers';
import { answerOf, api } from '../../api/client';
import { CopyButton } from '../../app/copy-button';
import { Refusal } from '../../app/form-end';
import { useAct } from '../../app/use-act';
import { useTexts } from '../../shared/dictionary';
import { IDENTIFIER } from '../../shared/identifier';
import { texts } from './texts';

type Pseudonym = Answer<'readMyPseudonym'>;

/** Under what name an organisation is to record a consent: one that no other organisation has. */
export function PseudonymCard(): ReactElement {
  const { pseudonym: t } = useTexts(texts);
  const [known, setKnown] = useState<Pseudonym>();
  const act = useAct(
    ({ organisation }: { organisation: string }) =>
      answerOf(api.GET('/v1/my/pseudonyms/{organisation}', { params: { path: { organisation: organisation.trim() } } })),
    setKnown,
  );
  return (
    <Card title={t.title}>
      <Typography.Paragraph type="secondary">{t.lead}</Typography.Paragraph>
      <Form<{ organisation: string }> layout="vertical" onFinish={act.run}>
        <Form.Item
          name="organisation"
          label={t.organisation}
          rules={[{ required: true, pattern: IDENTIFIER, message: t.organisationWrong }]}
        >
          <Input autoComplete="off" maxLength={64} />
        </Form.Item>
        <Refusal act={act} />
        <Button htmlType="submit" loading={act.busy}>
          {t.show}
        </Button>
      </Form>
      {known !== undefined && (
        <div role="status" className="gap-above">
          <Typography.Paragraph>{t.yours(known.organisation)}</Typography.Paragraph>
          <Flex gap={8} wrap align="center">
            <code className="breaks" id="pseudonym">
              {known.subject}
            </code>
            <CopyButton text={known.subject} />
          </Flex>
        </div>
      )}
    </Card>
  );
}

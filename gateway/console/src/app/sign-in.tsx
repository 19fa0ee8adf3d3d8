import { Alert, Button, Card, Divider, Flex, Form, Input, Modal, Typography } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { Session } from '../api/answers';
import { signInWith, signOut } from '../api/credentials';
import { ApiProblem, readProblem, Unreachable } from '../api/problem';
import { useTexts } from '../shared/dictionary';
import { LanguageSwitch } from './language-switch';
import { useIssuer } from './session';
import mark from '../shared/mark.svg';
import { texts } from './texts';

const DEADLINE_MS = 20_000;

/** Asks the gateway whom a key stands for, before anything is changed. */
async function sessionOf(apiKey: string): Promise<Session> {
  let response: Response;
  try {
    const headers = { authorization: `Bearer ${apiKey}` };
    response = await fetch('/v1/session', { headers, signal: AbortSignal.timeout(DEADLINE_MS) });
  } catch (error) {
    throw new Unreachable(error);
  }
  if (!response.ok) throw new ApiProblem(await readProblem(response));
  return (await response.json()) as Session;
}

/** Takes a key; `expected` is the organisation whose page is open behind. */
function KeyForm({ button, expected }: { readonly button: string; readonly expected?: string }): ReactElement {
  const { signIn, states } = useTexts(texts);
  const queries = useQueryClient();
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async ({ apiKey }: { apiKey: string }): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    try {
      const session = await sessionOf(apiKey.trim());
      if (expected !== undefined && session.organisation !== expected) {
        setFailure(signIn.otherOrganisation);
        return;
      }
      queries.setQueryData(['session'], session);
      signInWith(apiKey.trim());
      void queries.invalidateQueries();
    } catch (error) {
      setFailure(error instanceof Unreachable ? states.unreachable : signIn.wrong);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Form layout="vertical" requiredMark={false} onFinish={(values: { apiKey: string }) => void submit(values)}>
      <Form.Item
        name="apiKey"
        label={signIn.key}
        extra={signIn.keyHint}
        rules={[{ required: true, whitespace: true, message: signIn.keyMissing }]}
      >
        <Input.Password size="large" autoFocus autoComplete="off" placeholder="lp_…" />
      </Form.Item>
      {failure !== undefined && <Alert type="error" showIcon role="alert" title={failure} className="gap-below" />}
      <Button type="primary" size="large" htmlType="submit" block loading={busy}>
        {button}
      </Button>
    </Form>
  );
}

/** Leads to the identity provider, and back to the page that is open. */
function AccountButton(): ReactElement | null {
  const { signIn } = useTexts(texts);
  if (useIssuer() === null) return null;
  return (
    <>
      <Button type="primary" size="large" block href={`/auth/sign-in?to=${encodeURIComponent(location.hash)}`}>
        {signIn.account}
      </Button>
      <Divider plain>{signIn.orKey}</Divider>
    </>
  );
}

/** Why the identity provider's word did not open anything. */
function Refusal(): ReactElement | null {
  const { signIn } = useTexts(texts);
  const code = new URLSearchParams(location.search).get('sign-in');
  if (code === null) return null;
  const title = code === 'ACCOUNT_UNKNOWN' ? signIn.unknownAccount : signIn.refused;
  return <Alert type="error" showIcon role="alert" title={title} className="gap-below" />;
}

/** The first page of whoever is not signed in. */
export function SignIn({ over }: { readonly over: boolean }): ReactElement {
  const t = useTexts(texts);
  return (
    <main className="sign-in">
      <Card className="sign-in-card">
        <Flex align="center" gap={12} className="gap-below">
          <img src={mark} width={44} height={44} alt="" />
          <div>
            <Typography.Title level={1} className="sign-in-title">
              {t.productFull}
            </Typography.Title>
            <Typography.Text type="secondary">{t.slogan}</Typography.Text>
          </div>
        </Flex>
        {over && <Alert type="warning" showIcon title={t.signIn.over} className="gap-below" />}
        <Refusal />
        <AccountButton />
        <KeyForm button={t.signIn.button} />
        <Flex justify="space-between" align="center" className="gap-above">
          <Flex gap={16} wrap>
            <a href="/verify">{t.verifyPage}</a>
            <a href="#/directory">{t.directoryPage}</a>
            <a href="#/provenance">{t.provenancePage}</a>
          </Flex>
          <LanguageSwitch />
        </Flex>
      </Card>
    </main>
  );
}

/** Over the page of whoever's session has ended: the page stays as it was. */
export function SignInAgain({ session }: { readonly session: Session }): ReactElement {
  const t = useTexts(texts);
  return (
    <Modal open title={t.signIn.over} footer={null} closable={false} mask={{ closable: false }} keyboard={false}>
      <Typography.Paragraph>{t.signIn.overHint}</Typography.Paragraph>
      <Typography.Paragraph strong>{session.name}</Typography.Paragraph>
      <AccountButton />
      <KeyForm button={t.signIn.again} expected={session.organisation} />
      <Button type="link" onClick={signOut} block className="gap-above">
        {t.signIn.other}
      </Button>
    </Modal>
  );
}

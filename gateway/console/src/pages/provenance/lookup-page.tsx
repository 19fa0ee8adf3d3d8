import { InboxOutlined } from '@ant-design/icons';
import { Alert, Button, Card, Flex, Form, Input, Progress, Typography, Upload } from 'antd';
import { useState, type ReactElement } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Page } from '../../app/page';
import { useTexts } from '../../shared/dictionary';
import { ContentView } from './content-view';
import { texts } from './texts';
import { parseDigest } from './types';
import { useHash, type Hashing } from './use-hash';
import './provenance.css';

const MEGABYTE = 1024 * 1024;

/** Looks a content up by the file itself, which stays here, or by its digest. */
export default function LookupPage(): ReactElement {
  const t = useTexts(texts);
  const digest = parseDigest(useParams()['digest'] ?? '');
  const navigate = useNavigate();
  const lookUp = (found: string): void => void navigate(`/provenance/${found}`);
  return (
    <Page title={t.title} lead={t.lead}>
      <Card>
        <FilePlace onDigest={lookUp} />
        <DigestForm key={digest} digest={digest} onDigest={lookUp} />
      </Card>
      {digest !== undefined && <ContentView key={digest} digest={digest} />}
    </Page>
  );
}

interface Finds {
  readonly onDigest: (digest: string) => void;
}

function FilePlace({ onDigest }: Finds): ReactElement {
  const t = useTexts(texts);
  const { hashing, failed, start, stop } = useHash(onDigest);
  return (
    <>
      <Upload.Dragger
        multiple={false}
        showUploadList={false}
        beforeUpload={(file) => {
          start(file);
          return false;
        }}
      >
        <p className="ant-upload-drag-icon">
          <InboxOutlined />
        </p>
        <p className="ant-upload-text">{t.drop}</p>
        <p className="drop-hint">{t.dropHint}</p>
      </Upload.Dragger>
      {hashing !== undefined && <HashProgress hashing={hashing} onStop={stop} />}
      {failed !== undefined && (
        <Alert type="error" showIcon role="alert" title={t.unreadable} description={failed} className="gap-above" />
      )}
    </>
  );
}

function HashProgress({ hashing, onStop }: { readonly hashing: Hashing; readonly onStop: () => void }): ReactElement {
  const t = useTexts(texts);
  const { name, size, done } = hashing;
  const megabytes = (bytes: number): string => `${(bytes / MEGABYTE).toFixed(1)} MB`;
  const percent = size === 0 ? 100 : Math.floor((100 * done) / size);
  return (
    <div className="gap-above" data-hashing>
      <Flex justify="space-between" align="center" gap={12}>
        <Typography.Text className="breaks">{t.hashing(name, megabytes(done), megabytes(size))}</Typography.Text>
        <Button size="small" onClick={onStop}>
          {t.stop}
        </Button>
      </Flex>
      <Progress percent={percent} aria-label={name} />
    </div>
  );
}

function DigestForm({ digest, onDigest }: Finds & { readonly digest: string | undefined }): ReactElement {
  const t = useTexts(texts);
  const [wrong, setWrong] = useState(false);
  const submit = ({ digest: typed = '' }: { digest?: string }): void => {
    const found = parseDigest(typed);
    setWrong(found === undefined);
    if (found !== undefined) onDigest(found);
  };
  return (
    <Form layout="vertical" className="gap-above" initialValues={{ digest }} onFinish={submit}>
      <Form.Item label={t.digest} htmlFor="digest" {...(wrong ? { validateStatus: 'error', help: t.digestWrong } : {})}>
        <Flex gap={8}>
          <Form.Item name="digest" noStyle>
            <Input id="digest" autoComplete="off" spellCheck={false} className="number" maxLength={80} />
          </Form.Item>
          <Button type="primary" htmlType="submit">
            {t.lookUp}
          </Button>
        </Flex>
      </Form.Item>
    </Form>
  );
}

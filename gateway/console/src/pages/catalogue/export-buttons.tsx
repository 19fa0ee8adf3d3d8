import { DownloadOutlined } from '@ant-design/icons';
import { App, Button, Dropdown } from 'antd';
import { useState, type ReactElement } from 'react';
import { useSession } from '../../app/session';
import { useFailureText } from '../../app/states';
import { useTexts } from '../../shared/dictionary';
import { downloadDcat, downloadIncomplete, downloadOwn } from './export';
import { texts } from './texts';

/** The directory as files. */
export function ExportButtons(): ReactElement {
  const { files: t } = useTexts(texts);
  const { organisation, role } = useSession();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const failure = useFailureText(error);
  const kinds = {
    dcat: downloadDcat,
    incomplete: downloadIncomplete,
    ...(role === 'provider' ? { own: () => downloadOwn(organisation) } : {}),
  };
  const download = async (key: string): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const whole = await kinds[key as 'dcat']();
      if (!whole) void message.info(t.partly);
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  const items = (Object.keys(kinds) as (keyof typeof t.kinds)[]).map((key) => ({ key, label: t.kinds[key] }));
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => void download(key) }}>
        <Button icon={<DownloadOutlined />} loading={busy}>
          {t.export}
        </Button>
      </Dropdown>
      {error !== null && <span role="alert">{`${failure.title} ${failure.detail}`}</span>}
    </>
  );
}

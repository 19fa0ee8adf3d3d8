import { useState, type ReactElement } from 'react';
import { FailureNotice } from '../public/frame';
import { downloadBlob } from '../shared/download';

interface DownloadButtonProps {
  readonly label: string;
  readonly working: string;
  readonly name: string;
  readonly main?: boolean;
  readonly file: () => Promise<Blob>;
}

/** Fetches a file that a plain link could not open, and hands it over. */
export function DownloadButton({ label, working, name, main = false, file }: DownloadButtonProps): ReactElement {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const fetchIt = async (): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    try {
      downloadBlob(name, await file());
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <button type="button" className={main ? 'button main wide' : 'button wide'} disabled={busy} onClick={() => void fetchIt()}>
        {busy ? working : label}
      </button>
      <FailureNotice error={failure} />
    </>
  );
}

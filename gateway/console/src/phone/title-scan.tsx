import { parseTitleQr, type InvoiceTitle } from '@lianpiao/chaincode/domain';
import { useRef, useState, type ReactElement } from 'react';
import { CameraView } from '../public/camera-view';
import { readPicture } from '../public/qr-reader';
import { useTexts } from '../shared/dictionary';
import { texts } from './texts';

interface TitleScanProps {
  readonly onTitle: (title: InvoiceTitle) => void;
}

type Word = 'done' | 'doubtful' | 'notTitle' | 'noCode' | 'noCamera';

/** Reads a title QR (便捷开票) by the camera or from a picture. Pictures stay on the phone. */
export function TitleScan({ onTitle }: TitleScanProps): ReactElement {
  const t = useTexts(texts).scan;
  const [scanning, setScanning] = useState(false);
  const [word, setWord] = useState<Word>();
  const chooser = useRef<HTMLInputElement>(null);
  const take = (text: string | undefined): void => {
    setScanning(false);
    const read = text === undefined ? undefined : parseTitleQr(text);
    if (read === undefined) setWord('noCode');
    else if (read.verdict === 'invalid') setWord('notTitle');
    else {
      setWord(read.verdict === 'valid' ? 'done' : 'doubtful');
      onTitle(read.title);
    }
  };
  return (
    <>
      <div className="row scan">
        <button
          type="button"
          className="button"
          onClick={() => {
            setWord(undefined);
            setScanning(!scanning);
          }}
        >
          {scanning ? t.stop : t.camera}
        </button>
        <button type="button" className="button" onClick={() => chooser.current?.click()}>
          {t.picture}
        </button>
        <input
          ref={chooser}
          type="file"
          accept="image/*"
          hidden
          data-testid="title-picture"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file !== undefined) void readPicture(file).then(take);
          }}
        />
      </div>
      {scanning && (
        <CameraView
          label={t.aim}
          onText={take}
          onFailure={() => {
            setScanning(false);
            setWord('noCamera');
          }}
        />
      )}
      <div role="status">
        {word !== undefined && <div className={`notice ${word === 'done' ? 'good' : 'warn'}`}>{t[word]}</div>}
      </div>
    </>
  );
}

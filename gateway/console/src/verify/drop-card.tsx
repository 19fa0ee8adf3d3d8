import { useRef, useState, type DragEvent, type ReactElement } from 'react';
import { useTexts } from '../shared/dictionary';
import { CameraView } from '../public/camera-view';
import { readPicture } from '../public/qr-reader';
import { MAX_FILE_BYTES } from './read-input';
import { texts } from './texts';

interface DropCardProps {
  /** Takes what was read; the card says what could not be. */
  readonly onText: (text: string) => void;
  /** Takes an evidence package. */
  readonly onPackage: (file: File) => void;
  readonly problem: string | undefined;
  readonly onProblem: (problem: string | undefined) => void;
}

/** Takes a file, a picture, the camera, or pasted text. */
export function DropCard({ onText, onPackage, problem, onProblem }: DropCardProps): ReactElement {
  const t = useTexts(texts);
  const [over, setOver] = useState(false);
  const [scanning, setScanning] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const [pasted, setPasted] = useState('');

  const takeFile = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    onProblem(undefined);
    if (await isZip(file)) {
      onPackage(file);
      return;
    }
    if (file.size > MAX_FILE_BYTES) {
      onProblem(t.drop.tooLarge);
      return;
    }
    const text = file.type.startsWith('image/') ? await readPicture(file) : await file.text();
    if (text === undefined) onProblem(t.drop.noCode);
    else onText(text);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void takeFile(event.dataTransfer.files[0]);
  };

  return (
    <section className="card" aria-label={t.drop.label}>
      <div
        className={over ? 'drop over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => {
          setOver(false);
        }}
        onDrop={drop}
      >
        <DropMark />
        <p>{t.drop.hint}</p>
        <div className="row middle">
          <button type="button" className="button main" onClick={() => chooser.current?.click()}>
            {t.drop.choose}
          </button>
          <button
            type="button"
            className="button"
            onClick={() => {
              onProblem(undefined);
              setScanning(!scanning);
            }}
          >
            {scanning ? t.drop.stop : t.drop.scan}
          </button>
        </div>
        <input
          ref={chooser}
          type="file"
          hidden
          accept=".json,application/json,.zip,application/zip,image/*"
          onChange={(event) => {
            void takeFile(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
        {scanning && (
          <CameraView
            label={t.drop.camera}
            onText={(text) => {
              setScanning(false);
              onText(text);
            }}
            onFailure={() => {
              setScanning(false);
              onProblem(t.drop.noCamera);
            }}
          />
        )}
      </div>
      {problem !== undefined && (
        <div className="notice bad" role="alert">
          {problem}
        </div>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (pasted.trim() !== '') onText(pasted);
        }}
      >
        <label className="field">
          <span>{t.drop.paste}</span>
          <textarea
            rows={2}
            value={pasted}
            spellCheck={false}
            onChange={(event) => {
              setPasted(event.currentTarget.value);
            }}
          />
        </label>
        <button type="submit" className="button" disabled={pasted.trim() === ''}>
          {t.drop.check}
        </button>
      </form>
    </section>
  );
}

/** Told by its first bytes: a name says what it likes. */
async function isZip(file: File): Promise<boolean> {
  return (await file.slice(0, 2).text()) === 'PK';
}

function DropMark(): ReactElement {
  return (
    <svg width="44" height="44" viewBox="0 0 44 44" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="2.4">
      <path d="M11 5h15l8 8v26H11z" strokeLinejoin="round" />
      <path d="M26 5v8h8" strokeLinejoin="round" />
      <path d="M16 27l4.5 4.5L29 22" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}

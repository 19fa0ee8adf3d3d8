import { openNames, withholdFields, type Bundle } from '@lianpiao/chaincode/domain';
import { useState, type ReactElement } from 'react';
import { useTexts } from '../shared/dictionary';
import { downloadFile } from '../shared/download';
import { texts } from './texts';

/** For handing the file on with less in it: the reader picks what stays, and the proof still holds. Nothing is sent. */
export function ShowLess({ bundle }: { readonly bundle: Bundle }): ReactElement | null {
  const t = useTexts(texts);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const open = openNames(bundle);
  if (open.length === 0) return null;

  const toggle = (name: string): void => {
    const next = new Set(hidden);
    if (!next.delete(name)) next.add(name);
    setHidden(next);
  };
  const save = (): void => {
    const less = withholdFields(bundle, { hide: open.filter((name) => hidden.has(name)) });
    downloadFile('less.lianpiao.json', 'application/json', `${JSON.stringify(less)}\n`);
  };
  return (
    <details className="disclosed">
      <summary>{t.showLess.title}</summary>
      <fieldset>
        <legend className="small soft">{t.showLess.text}</legend>
        {open.map((name) => (
          <label key={name} className="row">
            <input
              type="checkbox"
              checked={!hidden.has(name)}
              onChange={() => {
                toggle(name);
              }}
            />
            {name}
          </label>
        ))}
      </fieldset>
      <button type="button" className="button" disabled={hidden.size === 0} onClick={save}>
        {t.showLess.button}
      </button>
    </details>
  );
}

import { useRef, useState, type ReactElement } from 'react';
import { ApiProblem } from '../api/problem';
import { FailureNotice } from '../public/frame';
import { useTexts } from '../shared/dictionary';
import { texts } from './texts';
import { dropTitle, keepTitle, keptTitles, type KeptTitle } from './title-book';
import { draftOf, faultsOf, TITLE_FIELDS, titleOf, type TitleDraft, type TitleFaults, type TitleField } from './title-draft';
import { TitleFields } from './title-fields';
import { TitleList } from './title-list';
import { TitleScan } from './title-scan';

interface TitleFormProps {
  readonly heading: string;
  readonly submit: string;
  /** A special invoice is for companies only. */
  readonly special: boolean;
  /** Asks for the invoice; throws what went wrong. */
  readonly onClaim: (title: KeptTitle) => Promise<void>;
}

/** Fill in a title, or choose one; then ask for the invoice, once. */
export function TitleForm({ heading, submit, special, onClaim }: TitleFormProps): ReactElement {
  const t = useTexts(texts);
  const [titles, setTitles] = useState(keptTitles);
  const [draft, setDraft] = useState(() => draftOf(titles[0]));
  const [editing, setEditing] = useState<KeptTitle>();
  const [removed, setRemoved] = useState<KeptTitle>();
  const [keep, setKeep] = useState(true);
  const [faults, setFaults] = useState<TitleFaults>({});
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  // A second tap may come before the page is drawn again.
  const under = useRef(false);

  const write = (next: TitleDraft): void => {
    setDraft(next);
    setFaults({});
    setFailure(undefined);
  };
  const refuse = (found: TitleFaults): void => {
    setFaults(found);
    const first = TITLE_FIELDS.find((field) => field in found);
    if (first !== undefined) document.getElementById(`title-${first}`)?.focus();
  };
  const claim = async (): Promise<void> => {
    const found = faultsOf(draft);
    if (under.current) return;
    if (Object.keys(found).length > 0) {
      refuse(found);
      return;
    }
    under.current = true;
    setBusy(true);
    setFailure(undefined);
    try {
      const title = titleOf(draft);
      await onClaim(title);
      if (keep) keepTitle(title, editing);
    } catch (error) {
      setFailure(error);
      refuse(faultsIn(error));
    } finally {
      under.current = false;
      setBusy(false);
    }
  };

  return (
    <section className="card" aria-labelledby="form-title">
      <h2 id="form-title">{heading}</h2>
      {special && <div className="notice">{t.form.special}</div>}
      <TitleList
        titles={special ? titles.filter(({ kind }) => kind === 'company') : titles}
        draft={draft}
        removed={removed}
        onUse={(title) => {
          setEditing(undefined);
          write(draftOf(title));
        }}
        onEdit={(title) => {
          setEditing(title);
          write(draftOf(title));
          document.getElementById('title-name')?.focus();
        }}
        onRemove={(title) => {
          setRemoved(title);
          setTitles(dropTitle(title));
        }}
        onUndo={() => {
          if (removed !== undefined) setTitles(keepTitle(removed));
          setRemoved(undefined);
        }}
      />
      <TitleScan onTitle={(title) => write(draftOf({ ...title, kind: title.taxId === undefined ? 'person' : 'company' }))} />
      {editing !== undefined && <div className="notice">{t.book.editing(editing.name)}</div>}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void claim();
        }}
      >
        <TitleFields draft={draft} faults={faults} special={special} onChange={write} />
        <label className="check">
          <input
            type="checkbox"
            checked={keep}
            onChange={(event) => {
              setKeep(event.currentTarget.checked);
            }}
          />
          {t.form.keep}
        </label>
        <FailureNotice error={failure} />
        <button type="submit" className="button main wide" disabled={busy} aria-busy={busy}>
          {busy ? t.form.busy : submit}
        </button>
      </form>
    </section>
  );
}

/** The field that the gateway refused, by its JSON Pointer. */
function faultsIn(error: unknown): TitleFaults {
  if (!(error instanceof ApiProblem)) return {};
  const field = TITLE_FIELDS.find((name: TitleField) => error.problem.path === `/buyer/${name}`);
  return field === undefined ? {} : { [field]: 'rejected' };
}

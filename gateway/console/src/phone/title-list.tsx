import type { ReactElement } from 'react';
import { useTexts } from '../shared/dictionary';
import { texts } from './texts';
import { isKept, type TitleDraft } from './title-draft';
import type { KeptTitle } from './title-book';

interface TitleListProps {
  readonly titles: readonly KeptTitle[];
  readonly draft: TitleDraft;
  readonly removed: KeptTitle | undefined;
  readonly onUse: (title: KeptTitle) => void;
  readonly onEdit: (title: KeptTitle) => void;
  readonly onRemove: (title: KeptTitle) => void;
  readonly onUndo: () => void;
}

/** The phone's own title book: choose, change, delete. */
export function TitleList({ titles, draft, removed, onUse, onEdit, onRemove, onUndo }: TitleListProps): ReactElement | null {
  const t = useTexts(texts).book;
  if (titles.length === 0 && removed === undefined) return null;
  return (
    <section className="book" aria-labelledby="book-title">
      <h3 id="book-title">{t.heading}</h3>
      <p className="soft small">{t.hint}</p>
      <ul>
        {titles.map((title) => (
          <li key={`${title.name} ${title.taxId ?? ''}`}>
            <button
              type="button"
              className="pick"
              aria-pressed={isKept(draft, title)}
              onClick={() => {
                onUse(title);
              }}
            >
              <span className="breaks">{title.name}</span>
              {title.taxId !== undefined && <span className="soft small figures">{title.taxId}</span>}
            </button>
            <button type="button" className="icon" aria-label={t.edit(title.name)} onClick={() => onEdit(title)}>
              ✎
            </button>
            <button type="button" className="icon" aria-label={t.remove(title.name)} onClick={() => onRemove(title)}>
              ✕
            </button>
          </li>
        ))}
      </ul>
      <div role="status">
        {removed !== undefined && (
          <div className="notice row between">
            <span>{t.removed(removed.name)}</span>
            <button type="button" className="link" onClick={onUndo}>
              {t.undo}
            </button>
          </div>
        )}
      </div>
    </section>
  );
}

import type { ReactElement } from 'react';
import { useTexts } from '../shared/dictionary';
import { texts } from './texts';

interface Shown {
  readonly document: { readonly fields: readonly { readonly name?: string; readonly value?: unknown }[] };
  readonly anchors: readonly { readonly chainId: number; readonly transaction: string; readonly block: number }[];
}

/** All that the file itself says, folded away: whoever shows a result shows no more of the buyer than they mean to. */
export function Disclosed({ bundle }: { readonly bundle: unknown }): ReactElement {
  const t = useTexts(texts);
  const { document, anchors } = bundle as Shown;
  const open = document.fields.filter((field): field is { name: string; value: unknown } => field.name !== undefined);
  return (
    <>
      <details className="disclosed">
        <summary>{t.disclosed}</summary>
        <dl>
          {open.map(({ name, value }) => (
            <div key={name}>
              <dt>{fieldName(name, t.fieldNames)}</dt>
              <dd className="breaks">
                <Value value={value} names={t.fieldNames} />
              </dd>
            </div>
          ))}
        </dl>
      </details>
      {anchors.length > 0 && (
        <details className="disclosed">
          <summary>{t.anchors}</summary>
          <ul>
            {anchors.map(({ chainId, transaction, block }) => (
              <li key={transaction} className="breaks small">
                {`chain ${String(chainId)} · ${t.block} ${String(block)} · ${transaction}`}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

type Names = Readonly<Record<string, string>>;

/** A field by the word for it, `line/3` by its place; what we have no word for keeps the name that the format gives it. */
function fieldName(name: string, names: Names): string {
  const [first = '', place] = name.split('/');
  const word = names[first] ?? first;
  return place === undefined ? word : `${word} ${place}`;
}

/** A value as text, or the members of an object as lines of their own. */
function Value({ value, names }: { readonly value: unknown; readonly names: Names }): ReactElement {
  if (typeof value !== 'object' || value === null) return <>{String(value)}</>;
  return (
    <ul className="members">
      {Object.entries(value).map(([name, member]) => (
        <li key={name}>
          <span className="soft">{fieldName(name, names)}</span>{' '}
          {typeof member === 'object' ? JSON.stringify(member) : String(member)}
        </li>
      ))}
    </ul>
  );
}

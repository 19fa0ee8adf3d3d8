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
              <dt>{name}</dt>
              <dd className="breaks">{typeof value === 'string' ? value : JSON.stringify(value, null, 1)}</dd>
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

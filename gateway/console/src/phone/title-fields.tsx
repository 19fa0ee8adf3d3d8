import type { ReactElement } from 'react';
import { useTexts } from '../shared/dictionary';
import { texts } from './texts';
import type { TitleDraft, TitleFaults, TitleField } from './title-draft';

interface TitleFieldsProps {
  readonly draft: TitleDraft;
  readonly faults: TitleFaults;
  readonly special: boolean;
  readonly onChange: (draft: TitleDraft) => void;
}

const MORE = ['address', 'phone', 'bank', 'account'] as const;
const KINDS = ['company', 'person'] as const;
/** As long as the rules of a party let them be. */
const LONGEST: Readonly<Record<TitleField, number>> = { name: 300, taxId: 50, address: 300, phone: 50, bank: 300, account: 300 };

export function TitleFields({ draft, faults, special, onChange }: TitleFieldsProps): ReactElement {
  const { form: t } = useTexts(texts);
  const field = (name: TitleField, label: string, more: object = {}): ReactElement => {
    const fault = faults[name];
    return (
      <label className="field">
        <span>{label}</span>
        <input
          id={`title-${name}`}
          value={draft[name]}
          maxLength={LONGEST[name]}
          aria-invalid={fault !== undefined}
          aria-describedby={fault === undefined ? undefined : `fault-${name}`}
          {...more}
          onChange={(event) => {
            onChange({ ...draft, [name]: event.currentTarget.value });
          }}
        />
        {fault !== undefined && (
          <em id={`fault-${name}`} className="fault">
            {t[fault]}
          </em>
        )}
      </label>
    );
  };
  const person = draft.kind === 'person' && !special;
  return (
    <>
      {!special && (
        <div className="switch wide" role="group" aria-label={t.kind}>
          {KINDS.map((kind) => (
            <button
              key={kind}
              type="button"
              aria-pressed={draft.kind === kind}
              onClick={() => {
                onChange({ ...draft, kind });
              }}
            >
              {t[kind]}
            </button>
          ))}
        </div>
      )}
      {field('name', person ? t.personName : t.name, { autoComplete: person ? 'name' : 'organization' })}
      {!person && (
        <>
          {field('taxId', t.taxId, {
            autoComplete: 'off',
            autoCapitalize: 'characters',
            spellCheck: false,
            className: 'figures',
          })}
          <details open={MORE.some((name) => draft[name] !== '')}>
            <summary>{t.more}</summary>
            {MORE.map((name) => (
              <div key={name}>{field(name, t[name], { autoComplete: 'off' })}</div>
            ))}
          </details>
        </>
      )}
    </>
  );
}

import { parseDecimal } from '@lianpiao/chaincode/domain';
import { useState, type ReactElement } from 'react';
import { useTexts } from '../shared/dictionary';
import type { Fact, PaperFacts } from './outcome';
import { texts } from './texts';

interface PaperFormProps {
  /** True when a verified file is there to compare with. */
  readonly held: boolean;
  readonly busy: boolean;
  readonly onFacts: (facts: PaperFacts) => void;
}

const RULES: Readonly<Record<Fact, (text: string) => boolean>> = {
  number: (text) => /^\d{20}$/.test(text),
  date: (text) => /^\d{4}-\d\d-\d\d$/.test(text),
  total: (text) => parseDecimal(text, 2) !== undefined,
};
const FACTS = ['number', 'date', 'total'] as const;

/** What stands on the paper, typed. */
export function PaperForm({ held, busy, onFacts }: PaperFormProps): ReactElement {
  const t = useTexts(texts);
  const [facts, setFacts] = useState<PaperFacts>({ number: '', date: '', total: '' });
  const [wrong, setWrong] = useState<readonly Fact[]>([]);
  const lone = __OFFLINE__ ? t.paper.hintOffline : t.paper.hint;

  const submit = (): void => {
    const clean = { number: facts.number.replaceAll(/\s/g, ''), date: facts.date, total: facts.total.replaceAll(/[\s,¥]/g, '') };
    const faults = FACTS.filter((fact) => !RULES[fact](clean[fact]));
    setWrong(faults);
    if (faults.length === 0) onFacts(clean);
    else document.getElementById(`paper-${faults[0] ?? ''}`)?.focus();
  };
  const field = (fact: Fact, fault: string, input: { type: string; inputMode?: 'numeric' | 'decimal' }): ReactElement => (
    <label className="field">
      <span>{t.paper[fact]}</span>
      <input
        id={`paper-${fact}`}
        {...input}
        autoComplete="off"
        className="figures"
        value={facts[fact]}
        aria-invalid={wrong.includes(fact)}
        aria-describedby={wrong.includes(fact) ? `fault-${fact}` : undefined}
        onChange={(event) => {
          setFacts({ ...facts, [fact]: event.currentTarget.value });
        }}
      />
      {wrong.includes(fact) && (
        <em id={`fault-${fact}`} className="fault">
          {fault}
        </em>
      )}
    </label>
  );

  return (
    <section className="card" aria-labelledby="paper-title">
      <h2 id="paper-title">{t.paper.title}</h2>
      <p className="soft small">{held ? t.paper.hintHeld : lone}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {field('number', t.paper.numberWrong, { type: 'text', inputMode: 'numeric' })}
        <div className="pair">
          {field('date', t.paper.dateWrong, { type: 'date' })}
          {field('total', t.paper.totalWrong, { type: 'text', inputMode: 'decimal' })}
        </div>
        <button type="submit" className="button main" disabled={busy}>
          {t.paper.check}
        </button>
      </form>
    </section>
  );
}

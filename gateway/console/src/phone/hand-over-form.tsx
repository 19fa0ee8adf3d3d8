import { useEffect, useRef, useState, type ReactElement, type SubmitEvent } from 'react';
import { FailureNotice } from '../public/frame';
import { useTexts } from '../shared/dictionary';
import { formatTime } from '../shared/format';
import { IDENTIFIER } from '../shared/identifier';
import type { Handover } from './claim';
import { keepCompany, keptCompany } from './kept-company';
import { texts } from './texts';

/** Whoever types goes on within this. */
const TYPING_MS = 400;

export interface HandOverFormProps {
  readonly handOver: (company: string) => Promise<Handover>;
  /** The name under which a company is registered; undefined for none. */
  readonly companyName: (company: string) => Promise<string | undefined>;
  readonly onDone: () => void;
}

/**
 * Names the company by its id, which its finance department tells, and shows its name before anything is handed over. Both are
 * kept on this phone: the next time it is one click.
 */
export function HandOverForm({ handOver, companyName, onDone }: HandOverFormProps): ReactElement {
  const t = useTexts(texts).handOver;
  const [kept] = useState(keptCompany);
  const [company, setCompany] = useState(kept?.company ?? '');
  const [changing, setChanging] = useState(kept === undefined);
  const [fault, setFault] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const [handed, setHanded] = useState<Handover>();
  const looked = useCompanyName(changing ? company : '', companyName);
  const name = changing ? looked : kept?.name;
  const under = useRef(false);
  const hand = async (): Promise<void> => {
    under.current = true;
    setFailure(undefined);
    try {
      const done = await handOver(company);
      setHanded(done);
      keepCompany(done);
      onDone();
    } catch (error) {
      setFailure(error);
    } finally {
      under.current = false;
    }
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setFault(!IDENTIFIER.test(company));
    // A second click of a double click finds the first under way.
    if (IDENTIFIER.test(company) && !under.current) void hand();
  };
  if (handed !== undefined)
    return (
      <div className="notice good" role="status">
        {t.done(handed.name, formatTime(handed.handedAt))}
      </div>
    );
  return (
    <form onSubmit={submit} noValidate>
      <p className="soft small">{t.hint}</p>
      {changing && (
        <CompanyField
          value={company}
          fault={fault}
          onChange={(typed) => {
            setFault(false);
            setCompany(typed);
          }}
        />
      )}
      {failure !== undefined && <FailureNotice error={failure} />}
      <div className="row">
        <SubmitButton company={company} name={name} />
        {!changing && (
          <button type="button" className="button" onClick={() => setChanging(true)}>
            {t.other}
          </button>
        )}
      </div>
    </form>
  );
}

/** Says to whom the invoice goes, once the company's name is known. */
function SubmitButton({ company, name }: { readonly company: string; readonly name: string | undefined }): ReactElement {
  const t = useTexts(texts).handOver;
  return (
    <button type="submit" className="button main breaks" data-company={name === undefined ? undefined : company}>
      {name === undefined ? t.submit : t.submitTo(name)}
    </button>
  );
}

interface CompanyFieldProps {
  readonly value: string;
  readonly fault: boolean;
  readonly onChange: (typed: string) => void;
}

/** The id of a company, as its finance department tells it. */
function CompanyField({ value, fault, onChange }: CompanyFieldProps): ReactElement {
  const t = useTexts(texts).handOver;
  return (
    <label className="field">
      <span>{t.company}</span>
      <input
        id="hand-over-company"
        value={value}
        autoCapitalize="none"
        autoComplete="off"
        aria-invalid={fault}
        aria-describedby={fault ? 'fault-company' : undefined}
        onChange={(event) => onChange(event.currentTarget.value.trim().toLowerCase())}
      />
      {fault && (
        <span id="fault-company" className="fault">
          {t.wrong}
        </span>
      )}
    </label>
  );
}

/** The name of a company, a moment after its id was typed; a network that is gone says so when the invoice is handed over. */
function useCompanyName(company: string, read: HandOverFormProps['companyName']): string | undefined {
  const [found, setFound] = useState<{ readonly company: string; readonly name: string | undefined }>();
  useEffect(() => {
    if (!IDENTIFIER.test(company)) return undefined;
    const timer = setTimeout(() => {
      read(company).then(
        (name) => setFound({ company, name }),
        () => setFound(undefined),
      );
    }, TYPING_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [company, read]);
  return found?.company === company ? found.name : undefined;
}

import type { JsonValue } from '@lianpiao/chaincode/domain';
import type { ReactElement } from 'react';
import { useTexts } from '../shared/dictionary';
import { formatMoney, formatTime } from '../shared/format';
import { RULES, type Judgement, type Rule } from './judge';
import { texts } from './texts';

type Claims = Readonly<Record<string, JsonValue>>;

/** What came of a check: the verdict, the figures if they hold, and each rule. */
export function JudgementCard({ judgement }: { readonly judgement: Judgement }): ReactElement {
  const t = useTexts(texts);
  const claims = 'claims' in judgement ? judgement.claims : undefined;
  const unread = 'broken' in judgement && judgement.broken === undefined;
  return (
    <section className="card" id="outcome" tabIndex={-1} role="status" data-result={claims === undefined ? 'invalid' : 'valid'}>
      <h2>{claims === undefined ? t.bad : t.good}</h2>
      {claims !== undefined && <p>{t.goodText}</p>}
      {unread && <p>{t.malformed}</p>}
      {claims !== undefined && <ClaimList claims={claims} />}
      {!unread && <Rules broken={'broken' in judgement ? judgement.broken : undefined} />}
    </section>
  );
}

const ABOVE = 'turnover-above-';
const SHOWN = ['name', 'taxId', 'turnover', 'invoices'] as const;
const ROUND = ['from', 'to', 'iss', 'entries', 'iat', 'exp'] as const;

function ClaimList({ claims }: { readonly claims: Claims }): ReactElement {
  const t = useTexts(texts);
  const currency = textOf(claims['currency']);
  const lines = [
    ...SHOWN.filter((name) => name in claims).map((name) => [t.claim[name], said(name, claims[name], currency)] as const),
    ...Object.entries(claims)
      .filter(([name]) => name.startsWith(ABOVE))
      .map(([name, holds]) => [t.above(formatMoney(name.slice(ABOVE.length), currency)), holds === true ? t.yes : t.no] as const),
  ];
  const round = ROUND.filter((name) => name in claims).map(
    (name) => [t.claim[name], said(name, claims[name], currency)] as const,
  );
  return (
    <>
      <h3>{t.claims}</h3>
      {lines.length === 0 && <p>{t.none}</p>}
      <dl className="facts">
        {[...lines, ...round].map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="breaks figures">{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function said(name: string, value: JsonValue | undefined, currency: string): string {
  if (name === 'turnover') return formatMoney(textOf(value), currency);
  if (name === 'iat' || name === 'exp') return formatTime(Number(value) * 1000);
  return textOf(value);
}

const SIGNS = { holds: '✓', fails: '✗', skipped: '–' } as const;

function Rules({ broken }: { readonly broken: Rule | undefined }): ReactElement {
  const t = useTexts(texts);
  const place = broken === undefined ? RULES.length : RULES.indexOf(broken);
  return (
    <>
      <h3>{t.checks}</h3>
      <ol className="checks">
        {RULES.map((rule, index) => {
          const passedOrNot = index < place ? 'holds' : 'skipped';
          const look = index === place ? 'fails' : passedOrNot;
          return (
            <li key={rule} className={look} data-rule={rule}>
              <span className="sign" role="img" aria-label={t.outcomes[look]}>
                {SIGNS[look]}
              </span>
              {t.rules[rule]}
            </li>
          );
        })}
      </ol>
    </>
  );
}

import { chinaDate, type Bundle, type BundleSummary } from '@lianpiao/chaincode/domain';
import type { ReactElement } from 'react';
import { useLanguage, useTexts } from '../shared/dictionary';
import { formatMoney, formatTime, groupNumber } from '../shared/format';
import { CheckList } from './check-list';
import { Disclosed } from './disclosed';
import { ShowLess } from './show-less';
import { grossOf, type Outcome, type Result } from './outcome';
import { StandingNote } from './status/standing-note';
import { statusRows } from './status/status-rows';
import { texts, type Words } from './texts';

const SIGNS: Readonly<Record<Result, { readonly look: string; readonly sign: string }>> = {
  genuine: { look: 'good', sign: '✓' },
  'partly-red': { look: 'warn', sign: '−' },
  'wholly-red': { look: 'bad', sign: '✗' },
  registered: { look: 'good', sign: '✓' },
  test: { look: 'warn', sign: '!' },
  differing: { look: 'bad', sign: '≠' },
  unknown: { look: 'plain', sign: '?' },
  invalid: { look: 'bad', sign: '✗' },
};

/** Of an invoice in earnest that was proven: whether that still stands is another question. */
const STANDING: readonly Result[] = ['genuine', 'partly-red', 'wholly-red'];

/** What came out: one word, one sentence, the facts, and the checks behind them. */
export function OutcomeCard({ outcome }: { readonly outcome: Outcome }): ReactElement {
  const t = useTexts(texts);
  const { look, sign } = SIGNS[outcome.result];
  const { name, text } = t.results[outcome.result];
  const ways = { file: t.byFile, gateway: t.byGateway, comparison: t.comparedWithFile };
  return (
    <section className={`card outcome ${look}`} data-result={outcome.result} aria-live="polite" tabIndex={-1} id="outcome">
      <div className="verdict">
        <span className="sign" aria-hidden="true">
          {sign}
        </span>
        <div>
          <h2>{name}</h2>
          <p>{text}</p>
          <p className="small soft">{ways[outcome.by]}</p>
        </div>
      </div>
      <Reason outcome={outcome} />
      {outcome.by === 'file' && STANDING.includes(outcome.result) && (
        <StandingNote key={outcome.summary?.status?.asOf} status={outcome.summary?.status} />
      )}
      <Facts outcome={outcome} />
      <CheckList outcome={outcome} />
      {outcome.bundle !== undefined && isBound(outcome) && (
        <>
          <Disclosed bundle={outcome.bundle} />
          <ShowLess bundle={outcome.bundle as Bundle} />
        </>
      )}
    </section>
  );
}

/** True when what the file says is what was entered; anything else is not shown as if it were. */
function isBound({ checks = [] }: Outcome): boolean {
  return checks.some(({ id, ok }) => id === 'commitment' && ok === true);
}

function Reason({ outcome: { reason, result, checks } }: { readonly outcome: Outcome }): ReactElement | null {
  const t = useTexts(texts);
  if (reason === undefined || checks !== undefined) return null;
  if (reason === 'INVOICE_ERASED') return <p>{t.erased}</p>;
  if (reason === 'QR_WITHOUT_CHECKSUM') return <p className="small">{t.noChecksum}</p>;
  return result === 'invalid' ? (
    <p>
      {t.qrWrong}
      {reason}
    </p>
  ) : null;
}

function Facts({ outcome }: { readonly outcome: Outcome }): ReactElement {
  const t = useTexts(texts);
  const language = useLanguage();
  const rows = factRows(outcome, t);
  const { differing = [] } = outcome;
  return (
    <dl className="facts">
      {differing.length > 0 && (
        <div className="differs">
          <dt>{t.facts.differing}</dt>
          <dd>{differing.map((fact) => t.fields[fact]).join(language === 'zh' ? '、' : ', ')}</dd>
        </div>
      )}
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="figures breaks">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function factRows(outcome: Outcome, t: Words): [string, string][] {
  const { number, summary } = outcome;
  const rows: (readonly [string, string | undefined])[] = [
    [t.facts.number, groupNumber(summary?.number ?? number ?? '')],
    ...(outcome.by === 'file' && isBound(outcome) ? fileRows(outcome, t) : []),
    ...(outcome.by === 'file' ? statusRows(summary?.status, t) : []),
  ];
  return rows.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]]));
}

/** What the file says, once it is known to be what was entered. */
function fileRows({ summary = {}, bundle }: Outcome, t: Words): (readonly [string, string | undefined])[] {
  const { issuedAt, currency = '', type, time } = summary;
  const gross = grossOf(summary);
  return [
    [t.facts.seller, sellerOf(bundle)],
    [t.facts.date, issuedAt && chinaDate(Date.parse(issuedAt))],
    [t.facts.total, gross && formatMoney(gross, currency)],
    [t.facts.digest, summary.provenance?.digest],
    [t.facts.type, type === 'invoice.issued' ? undefined : type],
    [t.facts.time, time && formatTime(time)],
    [t.facts.hidden, hiddenText(summary, t)],
    ...attestedRows(summary, t),
  ];
}

/** How many fields are withheld, and which, as far as their places say. */
function hiddenText({ hidden = 0, hiddenNames = [] }: BundleSummary, t: Words): string | undefined {
  return hidden > 0 ? t.facts.hiddenCount(hidden, hiddenNames.join(', ')) : undefined;
}

/** Where the entry was committed, what was erased, and who attests it. */
function attestedRows({ commit, erasure }: BundleSummary, t: Words): (readonly [string, string | undefined])[] {
  return [
    [t.facts.committed, commit && t.facts.committedIn(commit.block, commit.transaction)],
    [t.facts.attestedBy, commit?.attestedBy.join(', ')],
    [t.facts.erased, erasure && String(erasure.index)],
    [t.facts.erasedBy, erasure?.attestedBy.join(', ')],
  ];
}

/** The seller's name, where the file discloses it. */
function sellerOf(bundle: unknown): string | undefined {
  const { document } = bundle as { document: { fields: readonly { name?: string; value?: unknown }[] } };
  const seller = document.fields.find(({ name }) => name === 'seller')?.value as { name?: unknown } | undefined;
  return typeof seller?.name === 'string' ? seller.name : undefined;
}

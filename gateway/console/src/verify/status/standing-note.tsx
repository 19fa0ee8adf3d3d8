import type { BundleSummary } from '@lianpiao/chaincode/domain';
import { useState, type ReactElement } from 'react';
import { useTexts } from '../../shared/dictionary';
import { formatTime } from '../../shared/format';
import { texts } from '../texts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** A status that is older is shown as old: whoever pays by it asks for a new one. */
const MAX_AGE_MS = DAY_MS;

/**
 * What a verified file says of red letters and reimbursement, and for which moment: nothing that came later is in it. A file
 * without a proof of the status says so, since "genuine" is easily read as "still in force".
 */
export function StandingNote({ status }: { readonly status: BundleSummary['status'] }): ReactElement {
  const { standing: t } = useTexts(texts);
  const [now] = useState(Date.now);
  if (status === undefined)
    return (
      <p className="notice" data-standing="none">
        {t.none}
      </p>
    );
  const age = Math.max(0, now - Date.parse(status.asOf));
  const old = age > MAX_AGE_MS;
  const { document, claim } = status.axes;
  const said = [document && (t.documents[document] ?? document), claim && (t.claims[claim] ?? claim)].filter(Boolean);
  return (
    <p className={old ? 'notice bad' : 'notice good'} data-standing={old ? 'old' : 'fresh'}>
      {t.asOf(formatTime(status.asOf), ageText(age, t))} {said.length === 0 ? t.withheld : said.join(t.comma)}
      {t.stop} {old ? t.old : t.since}
    </p>
  );
}

function ageText(age: number, t: (typeof texts)['zh']['standing']): string {
  if (age < HOUR_MS) return t.minutes(Math.floor(age / MINUTE_MS));
  return age < DAY_MS ? t.hours(Math.floor(age / HOUR_MS)) : t.days(Math.floor(age / DAY_MS));
}

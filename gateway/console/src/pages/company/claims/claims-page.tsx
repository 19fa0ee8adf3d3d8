import { Alert, Card } from 'antd';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router';
import { api } from '../../../api/client';
import { MoreButton } from '../../../app/more-button';
import { Page } from '../../../app/page';
import { Reading } from '../../../app/states';
import { pageQuery, usePages } from '../../../app/use-pages';
import { useLanguage, useTexts } from '../../../shared/dictionary';
import { formatCount } from '../../../shared/format';
import { noteServiceTime } from '../../life/service-clock';
import { texts as lifeTexts } from '../../life/texts';
import { useCorrections, waitsFor } from '../../life/use-corrections';
import type { Claim } from './claim';
import { ClaimCard } from './claim-card';
import { ClaimForm } from './claim-form';
import { HandedCard } from './handed-card';
import { texts } from './texts';
import './claims.css';

const COLUMNS = ['reserved', 'settled', 'released', 'clawback'] as const;
type Column = (typeof COLUMNS)[number];

function columnOf({ status, clawbackDue }: Claim): Column {
  if (clawbackDue) return 'clawback';
  return status === 'expired' ? 'released' : status;
}

/** What the company has reserved, settled and let go, and what it has to get back. */
export default function ClaimsPage(): ReactElement {
  const t = useTexts(texts);
  const [first, setFirst] = useState<string>();
  const pages = usePages<Claim>(['claims'], async (after, signal) => {
    const { data, response } = await api.GET('/v1/claims', { params: { query: pageQuery(after) }, signal });
    noteServiceTime(response);
    // Refusals have been thrown before.
    return data as NonNullable<typeof data>;
  });
  return (
    <Page title={t.title} lead={t.lead} extra={<ClaimForm />}>
      <WaitingCorrections />
      <Reading query={pages}>
        {(claims) => (
          <>
            <Clawbacks claims={claims} />
            <div className="board">
              {COLUMNS.map((column) => (
                <BoardColumn key={column} column={column} claims={claims.filter((claim) => columnOf(claim) === column)} />
              ))}
            </div>
            <MoreButton pages={pages} label={t.more} />
          </>
        )}
      </Reading>
      <HandedCard onReserve={setFirst} />
      {first !== undefined && <ClaimForm key={first} first={first} onClosed={() => setFirst(undefined)} />}
    </Page>
  );
}

function BoardColumn({ column, claims }: { readonly column: Column; readonly claims: readonly Claim[] }): ReactElement {
  const t = useTexts(texts);
  const language = useLanguage();
  return (
    <section aria-label={t.columns[column]} data-column={column}>
      <h2>
        {t.columns[column]} <span className="number">{formatCount(claims.length, language)}</span>
      </h2>
      {claims.length === 0 ? (
        <Card size="small">{t.none}</Card>
      ) : (
        claims.map((claim) => <ClaimCard key={claim.claim} claim={claim} />)
      )}
    </section>
  );
}

function Clawbacks({ claims }: { readonly claims: readonly Claim[] }): ReactElement | null {
  const t = useTexts(texts);
  const language = useLanguage();
  const count = claims.filter(({ clawbackDue }) => clawbackDue).length;
  return count === 0 ? null : <Alert type="error" showIcon role="alert" title={t.clawbackBanner(formatCount(count, language))} />;
}

/** Red letters that wait for the company's word. */
function WaitingCorrections(): ReactElement | null {
  const { corrections: t } = useTexts(lifeTexts);
  const language = useLanguage();
  const count = (useCorrections().data ?? []).filter((correction) => waitsFor(correction, 'buyer')).length;
  if (count === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={t.waits(formatCount(count, language))}
      action={<Link to="/corrections">{t.show}</Link>}
    />
  );
}

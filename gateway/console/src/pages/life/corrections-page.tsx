import { Card } from 'antd';
import type { ReactElement } from 'react';
import { MoreButton } from '../../app/more-button';
import { Page } from '../../app/page';
import { useSession } from '../../app/session';
import { Nothing, Reading } from '../../app/states';
import { useTexts } from '../../shared/dictionary';
import { CorrectionCard } from './correction-card';
import { texts } from './texts';
import { useCorrections } from './use-corrections';
import './life.css';

/** Red-letter confirmations of whoever sold, bought or holds a claim; all of them for supervisors. */
export default function CorrectionsPage(): ReactElement {
  const { corrections: t } = useTexts(texts);
  const { role } = useSession();
  const pages = useCorrections();
  const supervises = role === 'bureau' || role === 'auditor';
  return (
    <Page title={t.title} lead={supervises ? t.supervisorLead : t.lead}>
      <Reading query={pages}>
        {(items) => (
          <>
            {items.length === 0 && (
              <Card>
                <Nothing>{t.none}</Nothing>
              </Card>
            )}
            <ul className="life-cards">
              {items.map((correction) => (
                <li key={correction.correction} data-correction={correction.correction}>
                  <CorrectionCard correction={correction} />
                </li>
              ))}
            </ul>
            <MoreButton pages={pages} label={t.more} />
          </>
        )}
      </Reading>
    </Page>
  );
}

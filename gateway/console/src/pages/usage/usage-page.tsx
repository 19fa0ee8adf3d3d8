import { useState, type ReactElement } from 'react';
import { Page } from '../../app/page';
import { useSession } from '../../app/session';
import { useTexts } from '../../shared/dictionary';
import { AlertsCard } from './alerts-card';
import { HalvesCard } from './halves-card';
import { ReceiptsCard } from './receipts-card';
import { texts } from './texts';
import '../sharing/sharing.css';

/** What was used: unusual use, the halves that both sides signed, and the receipts. */
export default function UsagePage(): ReactElement {
  const t = useTexts(texts);
  const { role } = useSession();
  const [grant, setGrant] = useState<string>();
  const supervises = role === 'bureau' || role === 'auditor';
  const lead = role === 'provider' || role === 'consumer' ? t.leads[role] : t.leads.supervisor;
  return (
    <Page title={t.title} lead={lead}>
      {role !== 'consumer' && <AlertsCard />}
      <HalvesCard onShow={setGrant} />
      {(grant !== undefined || !supervises) && (
        <ReceiptsCard
          key={grant}
          grant={grant}
          supervises={supervises}
          onAll={supervises ? undefined : () => setGrant(undefined)}
        />
      )}
    </Page>
  );
}

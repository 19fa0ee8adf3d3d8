import type { ReactElement } from 'react';
import { Page } from '../../app/page';
import { useTexts } from '../../shared/dictionary';
import { LoopsCard } from './loops-card';
import { MatrixCard } from './matrix-card';
import { PlanCard } from './plan-card';
import { texts } from './texts';
import '../sharing/sharing.css';

/** Who supervises what, where nobody does, and what is past its day. */
export default function SupervisionPage(): ReactElement {
  const t = useTexts(texts);
  return (
    <Page title={t.title} lead={t.lead}>
      <MatrixCard />
      <PlanCard />
      <LoopsCard />
    </Page>
  );
}

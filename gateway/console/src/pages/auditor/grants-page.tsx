import type { ReactElement } from 'react';
import { Page } from '../../app/page';
import { useTexts } from '../../shared/dictionary';
import { GrantList, useGrants } from '../sharing/grant-list';
import { texts } from './texts';

/** Every grant there is. */
export default function AllGrantsPage(): ReactElement {
  const { grants: t } = useTexts(texts);
  return (
    <Page title={t.title} lead={t.lead}>
      <GrantList grants={useGrants()} empty={t.none} />
    </Page>
  );
}

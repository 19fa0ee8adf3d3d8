import type { ReactElement } from 'react';
import { Page } from '../../app/page';
import { useTexts } from '../../shared/dictionary';
import { ChangeButtons } from '../sharing/change-buttons';
import { GrantList, useGrants } from '../sharing/grant-list';
import { GrantForm } from './grant-form';
import { texts } from './texts';

/** Grants of a provider, and giving another one. */
export default function GrantsPage(): ReactElement {
  const { grants: t } = useTexts(texts);
  return (
    <Page title={t.title} lead={t.lead} extra={<GrantForm />}>
      <GrantList grants={useGrants()} empty={t.none} actions={(grant) => <ChangeButtons grant={grant} />} />
    </Page>
  );
}

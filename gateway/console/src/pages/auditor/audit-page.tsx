import { Card } from 'antd';
import type { ReactElement } from 'react';
import { answerOf, api } from '../../api/client';
import { Page } from '../../app/page';
import { pageQuery, usePages } from '../../app/use-pages';
import { useTexts } from '../../shared/dictionary';
import { withSeals, type SealedItem } from '../sharing/audit-seal';
import { AuditTable } from '../sharing/audit-table';
import { texts } from './texts';

/** The whole audit log of shared data. */
export default function AuditPage(): ReactElement {
  const { audit: t } = useTexts(texts);
  const pages = usePages<SealedItem>(['audit'], async (after, signal) => {
    const page = await answerOf(api.GET('/v1/audit', { params: { query: { ...pageQuery(after), order: 'newest' } }, signal }));
    return { items: withSeals(page), next: page.next };
  });
  return (
    <Page title={t.title} lead={t.lead}>
      <Card>
        <AuditTable pages={pages} showGrant />
      </Card>
    </Page>
  );
}

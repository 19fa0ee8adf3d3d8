import { Card, Flex, Tabs } from 'antd';
import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { Page } from '../../app/page';
import { useSession } from '../../app/session';
import { useTexts } from '../../shared/dictionary';
import { EntryForm } from '../catalogue/entry-form';
import { ExportButtons } from '../catalogue/export-buttons';
import { ImportForm } from '../catalogue/import-form';
import { Departments } from './departments';
import { EntryList } from './entry-list';
import { texts } from './texts';
import '../sharing/sharing.css';

/** The directory: its entries, and how far each department is. */
export default function DirectoryPage(): ReactElement {
  const t = useTexts(texts);
  const [parameters, setParameters] = useSearchParams();
  return (
    <Page title={t.title} lead={t.lead} extra={<Tools />}>
      <Card>
        <Tabs
          activeKey={parameters.get('tab') ?? 'entries'}
          onChange={(tab) => setParameters({ tab })}
          items={[
            { key: 'entries', label: t.entries, children: <EntryList /> },
            { key: 'departments', label: t.departments, children: <Departments /> },
          ]}
        />
      </Card>
    </Page>
  );
}

/** The directory as files for everybody; writing it for those who have duties. */
function Tools(): ReactElement {
  const { role } = useSession();
  return (
    <Flex gap={8} wrap>
      {role === 'provider' && (
        <>
          <EntryForm />
          <ImportForm />
        </>
      )}
      <ExportButtons />
    </Flex>
  );
}

import { Alert, Card, Flex, Tabs } from 'antd';
import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import type { Session } from '../../api/answers';
import { Page } from '../../app/page';
import { useVisitor } from '../../app/session';
import { useTexts } from '../../shared/dictionary';
import { EntryForm } from '../catalogue/entry-form';
import { ExportButtons } from '../catalogue/export-buttons';
import { ImportForm } from '../catalogue/import-form';
import { Departments } from './departments';
import { EntryList } from './entry-list';
import { texts } from './texts';
import '../sharing/sharing.css';

/** The directory: its entries, and how far each department is. Whoever has not signed in sees what is open. */
export default function DirectoryPage(): ReactElement {
  const t = useTexts(texts);
  const visitor = useVisitor();
  const [parameters, setParameters] = useSearchParams();
  if (visitor === undefined)
    return (
      <Page title={t.openTitle} lead={t.lead}>
        <Alert type="info" showIcon title={t.openOnly} />
        <Card>
          <EntryList />
        </Card>
      </Page>
    );
  return (
    <Page title={t.title} lead={t.lead} extra={<Tools role={visitor.role} />}>
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
function Tools({ role }: Pick<Session, 'role'>): ReactElement {
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

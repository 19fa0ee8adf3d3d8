import { Card, Tabs } from 'antd';
import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { Page } from '../../../app/page';
import { useTexts } from '../../../shared/dictionary';
import { Organisations } from './organisations';
import { texts } from './texts';
import { Tills } from './tills';

/** Who is registered, and registering. */
export default function RegistryPage(): ReactElement {
  const t = useTexts(texts);
  const [parameters, setParameters] = useSearchParams();
  return (
    <Page title={t.title} lead={t.lead}>
      <Card>
        <Tabs
          activeKey={parameters.get('tab') ?? 'organisations'}
          onChange={(tab) => {
            setParameters({ tab });
          }}
          items={[
            { key: 'organisations', label: t.organisations, children: <Organisations /> },
            { key: 'tills', label: t.tills, children: <Tills /> },
          ]}
        />
      </Card>
    </Page>
  );
}

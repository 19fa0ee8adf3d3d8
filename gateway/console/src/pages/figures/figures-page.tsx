import { Card } from 'antd';
import { useState, type ReactElement } from 'react';
import { Page } from '../../app/page';
import { useTexts } from '../../shared/dictionary';
import { FiguresForm } from './figures-form';
import { ShownCard, type Shown } from './shown-card';
import { texts } from './texts';

/** A seller lets a bank know some figures of its books, and nothing else. */
export default function FiguresPage(): ReactElement {
  const t = useTexts(texts);
  const [shown, setShown] = useState<Shown>();
  return (
    <Page title={t.title} lead={t.lead}>
      {shown === undefined ? (
        <Card>
          <FiguresForm onShown={setShown} />
        </Card>
      ) : (
        <ShownCard shown={shown} onAgain={() => setShown(undefined)} />
      )}
    </Page>
  );
}

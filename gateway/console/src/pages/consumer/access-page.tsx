import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { Page } from '../../app/page';
import { useTexts } from '../../shared/dictionary';
import { ChangeButtons } from '../sharing/change-buttons';
import { GrantList, useGrants } from '../sharing/grant-list';
import { texts as sharing } from '../sharing/texts';
import { texts } from './texts';

/** What a consumer may use; what it passed on itself it may also end. */
export default function AccessPage(): ReactElement {
  const t = useTexts(texts);
  const { open } = useTexts(sharing);
  const navigate = useNavigate();
  return (
    <Page title={t.title} lead={t.lead}>
      <GrantList
        grants={useGrants()}
        empty={t.none}
        actions={(grant) => (
          <>
            <ChangeButtons grant={grant} />
            <Button size="small" onClick={() => void navigate(`/grants/${grant.grant}`)}>
              {open}
            </Button>
          </>
        )}
      />
    </Page>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Flex } from 'antd';
import type { ReactElement } from 'react';
import { Link, useParams } from 'react-router';
import { answerOf, api } from '../../api/client';
import { Page } from '../../app/page';
import { useVisitor } from '../../app/session';
import { Reading } from '../../app/states';
import { useTexts } from '../../shared/dictionary';
import { EntryForm } from '../catalogue/entry-form';
import { RegradeButton } from '../catalogue/regrade-button';
import { EntryFacts } from './entry-facts';
import { EntryHistory } from './entry-history';
import { EntryResources } from './entry-resources';
import { FeedbackCard } from './feedback-card';
import { texts } from './texts';
import type { EntryDetail } from './types';
import '../sharing/sharing.css';

/** One entry: what it is, the resources under it, and for who has signed in what readers say of them, and its history. */
export default function EntryPage(): ReactElement {
  const t = useTexts(texts);
  const { entry = '' } = useParams();
  const isSignedIn = useVisitor() !== undefined;
  const query = useQuery({
    queryKey: ['directory-entry', entry],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/catalogue/entries/{entry}', { params: { path: { entry } }, signal })),
  });
  return (
    <Page title={query.data?.title ?? entry} extra={<Link to="/directory">{t.back}</Link>}>
      <Reading query={query}>
        {(known) => (
          <>
            <Writing entry={known} />
            <EntryFacts entry={known} />
            <EntryResources entry={known} />
            {isSignedIn && <FeedbackCard entry={known} />}
            {isSignedIn && <EntryHistory entry={known} />}
          </>
        )}
      </Reading>
    </Page>
  );
}

/** What its owner does with an entry; a grade is endorsed by the bureau, too. */
function Writing({ entry }: { readonly entry: EntryDetail }): ReactElement | null {
  const visitor = useVisitor();
  const own = entry.owner === visitor?.organisation;
  if (entry.stage === 'retired' || (!own && visitor?.role !== 'bureau')) return null;
  return (
    <Flex gap={8} wrap>
      {own && <EntryForm known={entry} />}
      <RegradeButton entry={entry} />
    </Flex>
  );
}

import { Card, Flex, Tag, Typography } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';
import { answerOf, api } from '../../api/client';
import { MoreButton } from '../../app/more-button';
import { Nothing, Reading } from '../../app/states';
import { pageQuery, usePages, type Pages } from '../../app/use-pages';
import { useTexts } from '../../shared/dictionary';
import { texts } from './texts';
import type { Grant } from './types';
import { useGrantSentence } from './use-names';
import './sharing.css';

const COLOURS = {
  active: 'success',
  paused: 'warning',
  revoked: 'error',
  expired: 'default',
  pending: 'processing',
  'consent-withdrawn': 'error',
  'not-approved': 'error',
} as const;

/** Grants that the reader may see, newest first. */
export function useGrants(): Pages<Grant> {
  return usePages<Grant>(['grants'], (after, signal) =>
    answerOf(api.GET('/v1/grants', { params: { query: pageQuery(after) }, signal })),
  );
}

interface GrantListProps {
  readonly grants: Pages<Grant>;
  /** What can be done with each. */
  readonly actions?: (grant: Grant) => ReactNode;
  readonly empty?: string;
}

/** Grants as sentences. */
export function GrantList({ grants, actions, empty }: GrantListProps): ReactElement {
  const t = useTexts(texts);
  return (
    <Reading query={grants}>
      {(items) => (
        <>
          {items.length === 0 && !grants.hasMore && (
            <Card>
              <Nothing>{empty ?? t.none}</Nothing>
            </Card>
          )}
          <ul className="grants">
            {items.map((grant) => (
              <li key={grant.grant} data-grant={grant.grant}>
                <GrantCard grant={grant}>{actions?.(grant)}</GrantCard>
              </li>
            ))}
          </ul>
          <MoreButton pages={grants} label={t.more} />
        </>
      )}
    </Reading>
  );
}

function GrantCard({ grant, children }: { readonly grant: Grant; readonly children?: ReactNode }): ReactElement {
  return (
    <Card size="small">
      <Typography.Paragraph className="sentence">
        <GrantSentence grant={grant} />
      </Typography.Paragraph>
      <Flex justify="space-between" align="center" gap={10} wrap>
        <Flex gap={8} align="center" wrap>
          <GrantTags grant={grant} />
          <Link to={`/grants/${grant.grant}`} className="breaks">
            {grant.grant}
          </Link>
        </Flex>
        <Flex gap={8} wrap>
          {children}
        </Flex>
      </Flex>
    </Card>
  );
}

export function GrantSentence({ grant }: { readonly grant: Grant }): ReactElement {
  return <>{useGrantSentence(grant)}</>;
}

/** What holds now. */
export function GrantTags({ grant }: { readonly grant: Grant }): ReactElement {
  const t = useTexts(texts);
  return (
    <span>
      <Tag color={COLOURS[grant.effective]}>{t.states[grant.effective]}</Tag>
      {grant.right === 'operate' && <Tag>{t.operate}</Tag>}
      {grant.parent !== null && <Tag>{t.under(grant.parent)}</Tag>}
    </span>
  );
}

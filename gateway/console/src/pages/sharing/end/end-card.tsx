import { Card, Flex, Steps, Typography } from 'antd';
import type { ReactElement } from 'react';
import { useSession } from '../../../app/session';
import { useTexts } from '../../../shared/dictionary';
import { formatTime } from '../../../shared/format';
import type { GrantDetail } from '../types';
import { useOrganisationName } from '../use-names';
import { AttestButton } from './attest-button';
import { isOver } from './over';
import { otherSide, revocationOf } from './revocation';
import { RevocationButton } from './revocation-button';
import { texts } from './texts';

interface EndCardProps {
  readonly grant: GrantDetail;
}

/** How a grant ends: revoked by one side or by both, and what its consumer states about the data afterwards. */
export function EndCard({ grant }: EndCardProps): ReactElement {
  const t = useTexts(texts);
  return (
    <Card title={t.title}>
      <Flex vertical gap={14} align="start">
        <Typography.Text type="secondary">{t.lead}</Typography.Text>
        <EndSteps grant={grant} />
        <Flex gap={8} wrap>
          <RevocationButton grant={grant} />
          <AttestButton grant={grant} />
        </Flex>
      </Flex>
    </Card>
  );
}

function EndSteps({ grant }: EndCardProps): ReactElement {
  const t = useTexts(texts);
  const names = { provider: useOrganisationName(grant.provider), consumer: useOrganisationName(grant.consumer) };
  const revocation = revocationOf(grant);
  const other = revocation === undefined ? undefined : otherSide(revocation.by);
  const signs = (): string => {
    if (revocation === undefined || other === undefined) return t.nobody;
    if (revocation.signed) return t.bothSigned;
    return t.waits(names[other], grant.status === 'revoked');
  };
  const wish =
    revocation === undefined ? t.noWish : t.wished(names[revocation.by], grant.status === 'revoked' && !revocation.signed);
  const deletion = useDeletion(grant, names.consumer);
  return (
    <Steps
      orientation="vertical"
      size="small"
      current={-1}
      items={[
        { title: t.wish, content: wish, status: revocation === undefined ? 'wait' : 'finish' },
        { title: t.signature, content: signs(), status: revocation?.signed === true ? 'finish' : 'wait' },
        { title: t.deletion, ...deletion },
      ]}
    />
  );
}

/** Whether the consumer has stated that the data are gone, owes it, or need not yet. */
function useDeletion(
  grant: GrantDetail,
  name: string,
): { readonly content: string; readonly status: 'finish' | 'process' | 'wait' } {
  const t = useTexts(texts);
  const { organisation } = useSession();
  const { deletedAt, consumer } = grant;
  if (deletedAt !== undefined) return { content: t.deleted(formatTime(deletedAt)), status: 'finish' };
  if (!isOver(grant)) return { content: t.notYet, status: 'wait' };
  return { content: organisation === consumer ? t.attestOwed : t.attestWaits(name), status: 'process' };
}

import { Button, Typography } from 'antd';
import { useState, type ReactElement } from 'react';
import { answerOf, api } from '../../../api/client';
import { ReasonDialog } from '../../../app/reason-dialog';
import { useSession } from '../../../app/session';
import { useTexts } from '../../../shared/dictionary';
import type { GrantDetail } from '../types';
import { useOrganisationName, useResourceTitle } from '../use-names';
import { otherSide, revocationOf, type Side } from './revocation';
import { texts } from './texts';

type Word = 'countersign' | 'propose';

interface RevocationButtonProps {
  readonly grant: GrantDetail;
}

/** Proposes that a grant end by both signatures, or signs what the other side wishes; says what is signed. */
export function RevocationButton({ grant }: RevocationButtonProps): ReactElement | null {
  const t = useTexts(texts);
  const { organisation } = useSession();
  const [word, setWord] = useState<Word>();
  const side = sideOf(grant, organisation);
  const possible = side === undefined ? undefined : possibleWord(grant, side);
  return (
    <>
      {possible !== undefined && <Button onClick={() => setWord(possible)}>{t[possible].open}</Button>}
      {word !== undefined && side !== undefined && (
        <Signing grant={grant} side={side} word={word} onClose={() => setWord(undefined)} />
      )}
    </>
  );
}

interface SigningProps extends RevocationButtonProps {
  readonly side: Side;
  readonly word: Word;
  readonly onClose: () => void;
}

function Signing({ grant, side, word, onClose }: SigningProps): ReactElement {
  const t = useTexts(texts);
  const own = useOrganisationName(grant[side]);
  const other = useOrganisationName(grant[otherSide(side)]);
  const title = useResourceTitle(grant.resource);
  const params = { path: { id: grant.grant } };
  return (
    <ReasonDialog
      title={t[word].open}
      confirm={t[word].sign}
      hint={t[word].hint}
      danger={word === 'countersign' && grant.status !== 'revoked'}
      done={t[word].done}
      act={(reason) =>
        word === 'propose'
          ? answerOf(api.POST('/v1/grants/{id}/propose-revocation', { params, body: { reason } }))
          : answerOf(api.POST('/v1/grants/{id}/countersign-revocation', { params, body: { reason } }))
      }
      onClose={onClose}
    >
      <Typography.Paragraph className="sentence">{t[word].says(own, other, title, grant.grant)}</Typography.Paragraph>
    </ReasonDialog>
  );
}

/** On which side of a grant an organisation stands. */
function sideOf({ provider, consumer }: GrantDetail, organisation: string): Side | undefined {
  if (organisation === consumer) return 'consumer';
  return organisation === provider ? 'provider' : undefined;
}

function possibleWord(grant: GrantDetail, side: Side): Word | undefined {
  const revocation = revocationOf(grant);
  if (revocation === undefined) return grant.effective === 'expired' ? undefined : 'propose';
  return revocation.by !== side && !revocation.signed ? 'countersign' : undefined;
}

import { Button, Typography } from 'antd';
import { useState, type ReactElement } from 'react';
import { answerOf, api } from '../../api/client';
import { ReasonDialog } from '../../app/reason-dialog';
import { useSession } from '../../app/session';
import { useTexts } from '../../shared/dictionary';
import { GrantSentence } from './grant-list';
import { texts } from './texts';
import type { Grant } from './types';

type Word = 'pause' | 'resume' | 'revoke';
interface Change {
  readonly word: Word;
  readonly grant: string;
  readonly reason: string;
}

async function change({ word, grant, reason }: Change): Promise<unknown> {
  const call = { params: { path: { grant } }, body: { reason } };
  if (word === 'pause') return answerOf(api.POST('/v1/grants/{grant}/pause', call));
  if (word === 'resume') return answerOf(api.POST('/v1/grants/{grant}/resume', call));
  return answerOf(api.POST('/v1/grants/{grant}/revoke', call));
}

/** Suspends, resumes and ends a grant, for whoever gave it; each is confirmed with its reason. */
export function ChangeButtons({ grant }: { readonly grant: Grant }): ReactElement | null {
  const { change: t } = useTexts(texts);
  const { organisation } = useSession();
  const [word, setWord] = useState<Word>();
  if (grant.provider !== organisation || grant.status === 'revoked') return null;
  const turn = grant.status === 'paused' ? 'resume' : 'pause';
  return (
    <>
      <Button size="small" onClick={() => setWord(turn)}>
        {t[turn]}
      </Button>
      <Button size="small" danger onClick={() => setWord('revoke')}>
        {t.revoke}
      </Button>
      {word !== undefined && (
        <ReasonDialog
          title={t[`${word}Title`]}
          confirm={t[word]}
          hint={t[`${word}Hint`]}
          danger={word === 'revoke'}
          done={t.done[word]}
          act={(reason) => change({ word, grant: grant.grant, reason })}
          onClose={() => setWord(undefined)}
        >
          <Typography.Paragraph className="sentence">
            <GrantSentence grant={grant} />
          </Typography.Paragraph>
        </ReasonDialog>
      )}
    </>
  );
}

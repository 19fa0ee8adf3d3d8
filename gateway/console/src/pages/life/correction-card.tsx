import { Button, Card, Flex, Tag, Typography } from 'antd';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router';
import type { Session } from '../../api/answers';
import { answerOf, api } from '../../api/client';
import { ReasonDialog } from '../../app/reason-dialog';
import { useSession } from '../../app/session';
import { useLanguage, useTexts } from '../../shared/dictionary';
import { formatCount, formatTime, sumOf } from '../../shared/format';
import { sideOf } from './side';
import { texts } from './texts';
import { TimeLeft } from './time-left';
import './life.css';
import type { Correction } from './types';

type Word = 'confirm' | 'refuse' | 'void' | 'withdraw';
const COLOURS: Readonly<Record<string, string>> = {
  '01': 'processing',
  '02': 'warning',
  '03': 'warning',
  '04': 'processing',
  completed: 'success',
};

async function answer(word: Word, id: string, reason: string): Promise<unknown> {
  const params = { path: { id } };
  if (word === 'void')
    return answerOf(api.POST('/v1/corrections/{id}/void', { params, body: { event: 'void-abnormal', reason } }));
  const call = { params, body: { reason } };
  if (word === 'confirm') return answerOf(api.POST('/v1/corrections/{id}/confirm', call));
  if (word === 'refuse') return answerOf(api.POST('/v1/corrections/{id}/refuse', call));
  return answerOf(api.POST('/v1/corrections/{id}/withdraw', call));
}

/** What a reader may do with a confirmation: docs/life.md, axis "correction". */
function wordsFor({ status, by, seller }: Correction, session: Session): readonly Word[] {
  const { role } = session;
  if (role === 'auditor') return [];
  if (role === 'bureau') return ['01', '02', '03', '04'].includes(status) ? ['void'] : [];
  const side = sideOf(session, seller);
  if (status === '02' || status === '03') return by === side ? ['withdraw'] : ['confirm', 'refuse'];
  return [];
}

/** One red-letter confirmation: what it takes back, where it stands, how long that may last, and what can be done. */
export function CorrectionCard({ correction }: { readonly correction: Correction }): ReactElement {
  const { corrections: t, reasons, acts } = useTexts(texts);
  const language = useLanguage();
  const session = useSession();
  const [word, setWord] = useState<Word>();
  const { invoice, red, by, lines, until, status, events } = correction;
  const asked = events.at(-1);
  const extent =
    lines === null
      ? t.erased
      : t.lines(formatCount(lines.length, language), sumOf(lines.flatMap(({ net, tax = '0' }) => [net, tax])));
  return (
    <Card size="small">
      <Flex justify="space-between" gap={10} wrap>
        <StatusTag correction={correction} />
        {asked !== undefined && <Typography.Text className="number">{formatTime(asked.time)}</Typography.Text>}
      </Flex>
      <Typography.Paragraph className="correction-facts">
        {t.invoice} <Link to={`/invoices/${invoice}`}>{invoice}</Link>
        <br />
        {[(reasons as Readonly<Record<string, string>>)[correction.reason] ?? correction.reason, t.by[by], extent].join(' · ')}
        {red !== null && (
          <>
            <br />
            {t.red} <Link to={`/invoices/${red}`}>{red}</Link>
          </>
        )}
      </Typography.Paragraph>
      <Flex justify="space-between" align="center" gap={10} wrap>
        <Typography.Text type="secondary">
          {until !== null && (status === '02' || status === '03') && <TimeLeft until={until} say={t.left} />}
        </Typography.Text>
        <Flex gap={8} wrap>
          {wordsFor(correction, session).map((each) => (
            <Button
              key={each}
              type={each === 'confirm' ? 'primary' : 'default'}
              danger={each === 'void'}
              onClick={() => setWord(each)}
            >
              {acts[each]}
            </Button>
          ))}
        </Flex>
      </Flex>
      {word !== undefined && (
        <ReasonDialog
          title={acts[`${word}Title`]}
          confirm={acts[word]}
          hint={acts[`${word}Hint`]}
          danger={word === 'confirm' || word === 'void'}
          done={acts.done[word]}
          act={(reason) => answer(word, correction.correction, reason)}
          onClose={() => setWord(undefined)}
        />
      )}
    </Card>
  );
}

/** The state in the field's own words, with its code. */
export function StatusTag({ correction: { status, meaning } }: { readonly correction: Correction }): ReactElement {
  const { status: t } = useTexts(texts);
  const language = useLanguage();
  const words = meaning === null ? (t.states as Readonly<Record<string, string>>)[status] : `${status} ${meaning[language]}`;
  return (
    <Tag color={COLOURS[status] ?? 'default'} className="correction-state">
      {words ?? status}
    </Tag>
  );
}

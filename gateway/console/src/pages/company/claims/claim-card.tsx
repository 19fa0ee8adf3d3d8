import { Button, Card, Flex, Typography } from 'antd';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router';
import { answerOf, api } from '../../../api/client';
import { ReasonDialog } from '../../../app/reason-dialog';
import { useTexts } from '../../../shared/dictionary';
import { formatMoney, formatTime, sumOf } from '../../../shared/format';
import { TimeLeft } from '../../life/time-left';
import { AccountingForm } from './accounting-form';
import type { Claim } from './claim';
import { texts } from './texts';

type Word = 'release' | 'renew' | 'settle';
const DAY_SECONDS = 86_400;
const WORDS: readonly Word[] = ['settle', 'renew', 'release'];

/** The fencing token goes along: whoever renewed meanwhile has a newer one, and this one is refused. */
async function change(word: Word, { claim: id, fence }: Claim, reason: string): Promise<unknown> {
  const params = { path: { id } };
  const call = { params, body: { fence, reason } };
  if (word === 'settle') return answerOf(api.POST('/v1/claims/{id}/settle', call));
  if (word === 'release') return answerOf(api.POST('/v1/claims/{id}/release', call));
  return answerOf(api.POST('/v1/claims/{id}/renew', { params, body: { fence, leaseSeconds: DAY_SECONDS, reason } }));
}

/** One claim: its amounts, how long they are reserved, and what can be done. */
export function ClaimCard({ claim }: { readonly claim: Claim }): ReactElement {
  const { acts: t, ...words } = useTexts(texts);
  // The claim as it was when the dialog opened: a press that is repeated after a lost answer shows the same token, and is refused.
  const [asked, setAsked] = useState<{ readonly word: Word; readonly claim: Claim }>();
  const { invoices, status } = claim;
  return (
    <Card size="small" data-claim={claim.claim} data-status={status}>
      <Typography.Text strong className="number">
        {invoices === null ? words.erased : totalsOf(invoices)}
      </Typography.Text>
      <ul className="claim-invoices">
        {invoices?.map(({ invoice, amount, currency }) => (
          <li key={invoice}>
            <Link to={`/invoices/${invoice}`}>{invoice}</Link> <span className="number">{formatMoney(amount, currency)}</span>
          </li>
        ))}
      </ul>
      <ClaimFacts claim={claim} />
      {status === 'reserved' && (
        <Flex gap={8} wrap>
          {WORDS.map((each) => (
            <Button
              key={each}
              size="small"
              type={each === 'settle' ? 'primary' : 'default'}
              onClick={() => setAsked({ word: each, claim })}
            >
              {t[each]}
            </Button>
          ))}
        </Flex>
      )}
      {(status === 'reserved' || status === 'settled') && invoices !== null && (
        <div className="gap-above">
          <AccountingForm claim={claim.claim} invoices={invoices} />
        </div>
      )}
      {asked !== undefined && (
        <ReasonDialog
          title={t[`${asked.word}Title`]}
          confirm={t[asked.word]}
          hint={t[`${asked.word}Hint`]}
          danger={asked.word === 'settle'}
          done={t.done[asked.word]}
          act={(reason) => change(asked.word, asked.claim, reason)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Card>
  );
}

/** When it was reserved, by which token, and how long it lasts. */
function ClaimFacts({ claim: { status, until, fence, events } }: { readonly claim: Claim }): ReactElement {
  const words = useTexts(texts);
  const reserved = events.at(-1);
  return (
    <Typography.Paragraph type="secondary" className="claim-facts">
      {reserved !== undefined && <span className="number">{formatTime(reserved.time)}</span>} · {words.fence(fence)}
      {status === 'reserved' && (
        <>
          <br />
          <TimeLeft until={until} say={words.until} />
        </>
      )}
      {status === 'expired' && (
        <>
          <br />
          {words.expired}
        </>
      )}
    </Typography.Paragraph>
  );
}

/** What is claimed, a sum for each currency. */
function totalsOf(invoices: NonNullable<Claim['invoices']>): string {
  const currencies = [...new Set(invoices.map(({ currency }) => currency))];
  return currencies
    .map((currency) =>
      formatMoney(sumOf(invoices.filter((each) => each.currency === currency).map(({ amount }) => amount)), currency),
    )
    .join(' + ');
}

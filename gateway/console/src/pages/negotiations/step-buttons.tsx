import { Button, Flex, Select, Typography } from 'antd';
import { useState, type ReactElement } from 'react';
import { ReasonDialog } from '../../app/reason-dialog';
import { useTexts } from '../../shared/dictionary';
import { useOrganisationName } from '../sharing/use-names';
import { possibleSteps, type Negotiation, type Word } from './steps';
import { takeStep } from './take-step';
import { texts } from './texts';
import { useOffers } from './use-offers';

interface StepButtonsProps {
  readonly negotiation: Negotiation;
}

/** What the reader's side may do now; each says what it sends, and is confirmed with its reason. */
export function StepButtons({ negotiation }: StepButtonsProps): ReactElement {
  const { steps: t, waits, over } = useTexts(texts);
  const [word, setWord] = useState<Word>();
  const possible = possibleSteps(negotiation);
  const only = possible.every((each) => each === 'terminate');
  const ended = negotiation.state === 'FINALIZED' || negotiation.state === 'TERMINATED';
  return (
    <Flex gap={8} wrap align="center">
      {possible.map((each, place) => (
        <Button
          key={each}
          type={place === 0 && each !== 'terminate' ? 'primary' : 'default'}
          danger={each === 'terminate'}
          onClick={() => setWord(each)}
        >
          {t[each].open}
        </Button>
      ))}
      {only && <Typography.Text type="secondary">{ended ? over : waits}</Typography.Text>}
      {word !== undefined && <StepDialog negotiation={negotiation} word={word} onClose={() => setWord(undefined)} />}
    </Flex>
  );
}

interface StepDialogProps extends StepButtonsProps {
  readonly word: Word;
  readonly onClose: () => void;
}

function StepDialog({ negotiation: { negotiation, dataset, peer, offer }, word, onClose }: StepDialogProps): ReactElement {
  const { steps: t, otherOffer } = useTexts(texts);
  const name = useOrganisationName(peer);
  const offers = useOffers(dataset);
  const [chosen, setChosen] = useState(offer ?? undefined);
  const chooses = (word === 'offer' || word === 'agree') && offers.length > 0;
  return (
    <ReasonDialog
      title={t[word].title}
      confirm={t[word].open}
      hint={t[word].hint}
      danger={word === 'terminate'}
      done={t[word].done}
      act={(reason) => takeStep(negotiation, word, chooses && chosen !== undefined ? { offer: chosen, reason } : { reason })}
      onClose={onClose}
    >
      <Typography.Paragraph className="sentence">{t[word].says(name, dataset)}</Typography.Paragraph>
      {chooses && (
        <Flex vertical gap={4} className="gap-below">
          <label htmlFor="step-offer">{otherOffer}</label>
          <Select
            id="step-offer"
            value={chosen}
            onChange={setChosen}
            options={offers.map(({ offer: value, terms }) => ({ value, label: `${value} · ${terms.purpose.text}` }))}
          />
        </Flex>
      )}
    </ReasonDialog>
  );
}

import { useEffect, useState, type ReactElement } from 'react';
import { answerOf, api } from '../api/client';
import { FailureNotice, Frame } from '../public/frame';
import { useTexts } from '../shared/dictionary';
import { AskCard } from './ask-card';
import { CheckCard } from './check-card';
import { judge, type Judgement } from './judge';
import { JudgementCard } from './judgement-card';
import { lastRequest } from './request';
import { texts } from './texts';

/** A bank asks a seller for figures, and checks them: here in the browser, with the service's key and nothing else. */
export function FiguresPage(): ReactElement {
  const t = useTexts(texts);
  const [request, setRequest] = useState(lastRequest);
  const [judgement, setJudgement] = useState<Judgement>();
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    document.title = `${t.title} · Lianpiao`;
  }, [t.title]);
  useEffect(() => {
    if (judgement !== undefined) document.getElementById('outcome')?.focus();
  }, [judgement]);

  const check = async (text: string): Promise<void> => {
    if (request === undefined) return;
    setBusy(true);
    setFailure(undefined);
    setJudgement(undefined);
    try {
      const issuer = await answerOf(api.GET('/v1/figures/key'));
      setJudgement(judge(text, issuer, request, Date.now()));
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Frame>
      <h1>{t.title}</h1>
      <p className="soft">{t.lead}</p>
      <FailureNotice error={failure} />
      {judgement !== undefined && <JudgementCard judgement={judgement} />}
      <AskCard
        request={request}
        onRequest={(made) => {
          setRequest(made);
          setJudgement(undefined);
        }}
      />
      <CheckCard ready={request !== undefined} busy={busy} onText={(text) => void check(text)} />
    </Frame>
  );
}

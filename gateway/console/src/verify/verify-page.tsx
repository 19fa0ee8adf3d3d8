import { useEffect, type ReactElement } from 'react';
import { FailureNotice, Frame } from '../public/frame';
import { useTexts } from '../shared/dictionary';
import { DropCard } from './drop-card';
import { OutcomeCard } from './outcome-card';
import { PackageCard } from './package-card';
import { PaperForm } from './paper-form';
import { texts } from './texts';
import { texts as trustTexts } from './trusted/texts';
import { TrustCard } from './trusted/trust-card';
import { useTrust } from './trust';
import { useVerification } from './use-verification';

/** Verification for anyone: a file here in the browser, a paper by asking, or by comparing it with a file. */
export function VerifyPage(): ReactElement {
  const t = useTexts(texts);
  const { save } = useTexts(trustTexts);
  const trust = useTrust();
  const verification = useVerification(trust.trust?.file);
  const { outcome, packed, problem, setProblem, claim, failure, busy, held, takeText, takePackage, takePaper } = verification;

  useEffect(() => {
    document.title = `${t.title} · Lianpiao`;
  }, [t.title]);
  useEffect(() => {
    if (outcome !== undefined) document.getElementById('outcome')?.focus();
  }, [outcome]);

  return (
    <Frame>
      <h1>{t.title}</h1>
      <p className="soft">{__OFFLINE__ ? t.leadOffline : t.lead}</p>
      {busy && (
        <div className="card row" role="status">
          <span className="spinner" aria-hidden="true" />
          {t.busy}
        </div>
      )}
      <FailureNotice error={failure} />
      {outcome !== undefined && <OutcomeCard outcome={outcome} />}
      {packed !== undefined && <PackageCard report={packed} />}
      {claim !== undefined && (
        <div className="notice">
          {t.drop.claim}
          <a href={claim}>{claim}</a>
        </div>
      )}
      <DropCard onText={takeText} onPackage={takePackage} problem={problem} onProblem={setProblem} />
      <PaperForm held={held} busy={busy} onFacts={takePaper} />
      <TrustCard {...trust} />
      {!__OFFLINE__ && (
        <section className="card" aria-labelledby="save-title">
          <h2 id="save-title">{save.title}</h2>
          <p className="small soft">{save.text}</p>
          <a className="button" href="/verify-offline.html" download="lianpiao-verify.html">
            {save.button}
          </a>
        </section>
      )}
    </Frame>
  );
}

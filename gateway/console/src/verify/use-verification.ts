import { useMemo, useState } from 'react';
import type { TrustFile } from '@lianpiao/chaincode/domain';
import type { PackageReport } from '@lianpiao/gateway/evidence';
import { useTexts } from '../shared/dictionary';
import { askGateway } from './ask-gateway';
import { compareWithFile, verifyFile, type Outcome, type PaperFacts, type Result } from './outcome';
import { usePackage } from './use-package';
import { readInput, type Input } from './read-input';
import { texts } from './texts';

export interface Verification {
  readonly outcome: Outcome | undefined;
  /** What could not be read, in words. */
  readonly problem: string | undefined;
  readonly setProblem: (problem: string | undefined) => void;
  /** Address of a page on which an invoice is claimed. */
  readonly claim: string | undefined;
  readonly failure: unknown;
  readonly busy: boolean;
  /** True when a file has verified, for papers to be compared with. */
  readonly held: boolean;
  /** What came out of an evidence package. */
  readonly packed: PackageReport | undefined;
  readonly takePackage: (file: File) => void;
  readonly takeText: (text: string) => void;
  readonly takePaper: (facts: PaperFacts) => void;
}

/** Results of a file that proves an invoice. */
const PROVEN: readonly Result[] = ['genuine', 'partly-red', 'wholly-red', 'test'];

/** What the page does with what it is given: a file is verified here, a paper asked for, or compared with the file. */
export function useVerification(trust: TrustFile | undefined): Verification {
  const t = useTexts(texts);
  const [outcome, setOutcome] = useState<Outcome | 'of-the-file'>();
  const [bundle, setBundle] = useState<unknown>();
  const [problem, setProblem] = useState<string>();
  const [claim, setClaim] = useState<string>();
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const { packed, verifyPackageFile, forgetPackage } = usePackage(trust, setBusy, setFailure);
  // Whoever changes whom they trust sees at once what the file is then.
  const verified = useMemo(() => (bundle === undefined ? undefined : verifyFile(bundle, trust)), [bundle, trust]);
  const comparable = verified !== undefined && PROVEN.includes(verified.result) ? verified : undefined;

  const begin = (): void => {
    setProblem(undefined);
    setClaim(undefined);
    setFailure(undefined);
    setOutcome(undefined);
    forgetPackage();
  };
  const takePackage = (file: File): void => {
    begin();
    void verifyPackageFile(file);
  };
  const ask = async (asked: Parameters<typeof askGateway>[0]): Promise<void> => {
    setBusy(true);
    try {
      setOutcome(await askGateway(asked));
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  const takePaper = (facts: PaperFacts): void => {
    begin();
    if (comparable !== undefined && (__OFFLINE__ || comparable.summary?.number === facts.number)) {
      setOutcome(compareWithFile(facts, comparable));
    } else if (__OFFLINE__) setProblem(t.paper.needsFile);
    else void ask(facts);
  };
  const takeQr = ({ text, qr }: Extract<Input, { kind: 'qr' }>): void => {
    const { number = '', date = '', amount: total = '' } = qr;
    if (qr.verdict === 'invalid') setOutcome({ result: 'invalid', by: 'file', reason: qr.why ?? '' });
    else if (__OFFLINE__ || comparable?.summary?.number === number) takePaper({ number, date, total });
    else void ask({ qr: text });
  };
  const takeText = (text: string): void => {
    begin();
    const input = readInput(text);
    if (input.kind === 'bundle') {
      setBundle(input.value);
      setOutcome('of-the-file');
    } else if (input.kind === 'qr') takeQr(input);
    else if (input.kind === 'claim') setClaim(input.url);
    else setProblem(t.drop.notRead);
  };
  const shown = outcome === 'of-the-file' ? verified : outcome;
  return {
    outcome: shown,
    problem,
    setProblem,
    claim,
    failure,
    busy,
    held: comparable !== undefined,
    takeText,
    takePaper,
    packed,
    takePackage,
  };
}

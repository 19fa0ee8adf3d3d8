import { DownloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Typography } from 'antd';
import type { ReactElement } from 'react';
import { parseTrustFile } from '@lianpiao/chaincode/domain';
import type { Bundle } from '../../api/answers';
import { answerOf, api } from '../../api/client';
import { Loading } from '../../app/states';
import { useTexts } from '../../shared/dictionary';
import { downloadFile } from '../../shared/download';
import { CheckList } from '../../verify/check-list';
import { browserSignatures } from '../../verify/browser-signatures';
import { verifyFile, type Outcome } from '../../verify/outcome';
import { texts } from './texts';
import '../../verify/checks.css';

/** The proof of an invoice: verified here with the rules that anyone verifies with, and handed out. */
export function ProofCard({ number, bundle }: { readonly number: string; readonly bundle: Bundle }): ReactElement {
  const t = useTexts(texts).detail;
  const outcome = useQuery({
    queryKey: ['verified', number, bundle.proof],
    queryFn: async () => verifyFile(bundle, parseTrustFile(await answerOf(api.GET('/v1/trust')), browserSignatures)),
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
  return (
    <Card title={t.proof}>
      {outcome === undefined ? <Loading /> : <VerdictNotice outcome={outcome} />}
      <Typography.Paragraph type="secondary" className="gap-above">
        {t.proofHint}
      </Typography.Paragraph>
      <Button
        icon={<DownloadOutlined />}
        onClick={() => {
          downloadFile(`${number}.lianpiao.json`, 'application/json', JSON.stringify(bundle, null, 2));
        }}
      >
        {t.download}
      </Button>
    </Card>
  );
}

function VerdictNotice({ outcome }: { readonly outcome: Outcome }): ReactElement {
  const t = useTexts(texts).detail;
  const known: Partial<Record<Outcome['result'], readonly ['success' | 'warning' | 'error', string]>> = {
    genuine: ['success', t.verified],
    test: ['warning', t.verifiedTest],
    unknown: ['warning', t.cannotTell],
  };
  const [type, title] = known[outcome.result] ?? ['error', t.notVerified];
  return (
    <>
      <Alert type={type} showIcon title={title} />
      <CheckList outcome={outcome} />
    </>
  );
}

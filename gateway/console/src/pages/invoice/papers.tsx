import { DownloadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Flex } from 'antd';
import type { ReactElement } from 'react';
import { answerOf, api } from '../../api/client';
import { Failure } from '../../app/states';
import { useTexts } from '../../shared/dictionary';
import { downloadBlob } from '../../shared/download';
import { texts } from './texts';

const ENDINGS = { pdf: 'pdf', ubl: 'ubl.xml', einvoice: 'xml' } as const;
type Paper = keyof typeof ENDINGS;

function readPaper(number: string, paper: Paper): Promise<Blob> {
  const call = { params: { path: { number } }, parseAs: 'blob' } as const;
  if (paper === 'pdf') return answerOf<Blob>(api.GET('/v1/invoices/{number}/pdf', call));
  if (paper === 'ubl') return answerOf<Blob>(api.GET('/v1/invoices/{number}/ubl', call));
  return answerOf<Blob>(api.GET('/v1/invoices/{number}/einvoice', call));
}

interface PapersProps {
  readonly number: string;
  /** The Chinese EInvoice is for profile cn only. */
  readonly profile: string;
}

/** The invoice as the files that other people's programs take. */
export function Papers({ number, profile }: PapersProps): ReactElement {
  const t = useTexts(texts).papers;
  const { mutate, isPending, variables, error } = useMutation({
    mutationFn: (paper: Paper) => readPaper(number, paper),
    onSuccess: (file, paper) => downloadBlob(`${number}.${ENDINGS[paper]}`, file),
  });
  const papers: readonly Paper[] = profile === 'cn' ? ['pdf', 'einvoice', 'ubl'] : ['pdf', 'ubl'];
  return (
    <Flex vertical gap={12} className="gap-above">
      <Flex gap={8} wrap>
        {papers.map((paper) => (
          <Button
            key={paper}
            icon={<DownloadOutlined />}
            type={paper === 'pdf' ? 'primary' : 'default'}
            loading={isPending && variables === paper}
            disabled={isPending && variables !== paper}
            onClick={() => mutate(paper)}
          >
            {t[paper]}
          </Button>
        ))}
      </Flex>
      {error !== null && <Failure error={error} />}
    </Flex>
  );
}

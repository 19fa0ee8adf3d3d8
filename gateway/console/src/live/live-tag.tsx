import { Badge } from 'antd';
import type { ReactElement } from 'react';
import type { StreamState } from '../api/change-stream';
import { useTexts } from '../shared/dictionary';
import { texts } from './texts';

const LOOKS = { connecting: 'processing', live: 'success', waiting: 'warning' } as const;

/** Whether what is shown follows the ledger at the moment. */
export function LiveTag({ state }: { readonly state: StreamState }): ReactElement {
  const t = useTexts(texts);
  return (
    <span role="status" data-stream={state}>
      <Badge status={LOOKS[state]} text={t[state]} />
    </span>
  );
}

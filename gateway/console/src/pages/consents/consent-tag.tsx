import { Tag } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../shared/dictionary';
import { useServiceTime } from '../life/service-clock';
import { texts } from './texts';

interface ConsentTagProps {
  readonly until?: string | undefined;
  readonly withdrawn: boolean;
}

/** Whether a consent is in force: it ends when it is taken back, or at its time, by the service's clock. */
export function ConsentTag({ until, withdrawn }: ConsentTagProps): ReactElement {
  const { states } = useTexts(texts);
  const now = useServiceTime();
  if (withdrawn) return <Tag color="error">{states.withdrawn}</Tag>;
  if (until !== undefined && now >= Date.parse(until)) return <Tag color="warning">{states.expired}</Tag>;
  return <Tag color="success">{states.given}</Tag>;
}

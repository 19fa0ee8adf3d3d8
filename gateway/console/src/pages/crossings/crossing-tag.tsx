import { Tag } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../shared/dictionary';
import { useServiceTime } from '../life/service-clock';
import { texts } from './texts';

interface CrossingTagProps {
  readonly until: string;
  readonly withdrawn: boolean;
}

/** Whether an approval is in force: it ends when it is taken back, or at its time, by the service's clock. */
export function CrossingTag({ until, withdrawn }: CrossingTagProps): ReactElement {
  const { states } = useTexts(texts);
  const now = useServiceTime();
  if (withdrawn) return <Tag color="error">{states.withdrawn}</Tag>;
  if (now >= Date.parse(until)) return <Tag color="warning">{states.expired}</Tag>;
  return <Tag color="success">{states.approved}</Tag>;
}

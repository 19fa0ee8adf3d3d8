import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { ReasonDialog, type ReasonDialogProps } from './reason-dialog';

/** A button that asks for the reason of its act before it acts; called as the dialog's own. */
export function ReasonButton(props: Omit<ReasonDialogProps, 'onClose'>): ReactElement {
  const { confirm, danger = false } = props;
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button size="small" danger={danger} onClick={() => setAsking(true)}>
        {confirm}
      </Button>
      {asking && <ReasonDialog {...props} onClose={() => setAsking(false)} />}
    </>
  );
}

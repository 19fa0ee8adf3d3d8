import { Button, ConfigProvider, Flex } from 'antd';
import type { ReactElement } from 'react';
import { Failure } from './states';
import type { Act } from './use-act';

interface FormEndProps {
  /** The act that the form's submission runs (`useAct`). */
  readonly act: Pick<Act<never>, 'busy' | 'error'>;
  readonly submit: string;
  readonly cancel: string;
  readonly onCancel: () => void;
}

/**
 * The library takes the mark of a busy button away at the end of a transition. When the drawer closes first there is no such
 * end, and the button would be called "loading" from then on.
 */
const WITHOUT_MOTION = { token: { motion: false } };

/** How every form in a drawer ends: why it was refused, and the two ways on. */
export function FormEnd({ act, submit, cancel, onCancel }: FormEndProps): ReactElement {
  return (
    <>
      {act.error !== null && <Failure error={act.error} />}
      <Flex gap={8} className="gap-above">
        <ConfigProvider theme={WITHOUT_MOTION}>
          <Button type="primary" htmlType="submit" loading={act.busy}>
            {submit}
          </Button>
        </ConfigProvider>
        <Button onClick={onCancel}>{cancel}</Button>
      </Flex>
    </>
  );
}

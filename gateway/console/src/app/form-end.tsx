import { Alert, Button, ConfigProvider, Flex } from 'antd';
import { useEffect, useRef, type ReactElement } from 'react';
import { useTexts } from '../shared/dictionary';
import { Failure } from './states';
import { texts } from './texts';
import { WITHOUT_MOTION } from './theme';
import type { Act } from './use-act';

interface FormEndProps {
  /** The act that the form's submission runs (`useAct`). */
  readonly act: Pick<Act<never>, 'busy' | 'doubtful' | 'error'>;
  readonly submit: string;
  readonly cancel: string;
  readonly onCancel: () => void;
}

/**
 * How every form in a drawer ends: why it was refused, and the two ways on. The library takes the mark of a busy button away at
 * the end of a transition; when the drawer closes first there is no such end, and the button would be called "loading" from then on.
 */
export function FormEnd({ act, submit, cancel, onCancel }: FormEndProps): ReactElement {
  return (
    <>
      <Refusal act={act} />
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

/** Why an act was refused; nothing while it was not. */
export function Refusal({ act }: { readonly act: Pick<Act<never>, 'doubtful' | 'error'> }): ReactElement | null {
  const { states } = useTexts(texts);
  const place = useRef<HTMLDivElement>(null);
  // A long form is taller than a phone: whoever pressed its button sees why nothing came of it.
  useEffect(() => {
    // Newer browsers answer it with a promise, which is no end of an effect.
    place.current?.scrollIntoView({ block: 'nearest' });
  }, [act.error]);
  if (act.error === null) return null;
  return (
    <div ref={place}>
      <Failure error={act.error} />
      {act.doubtful && <Alert type="info" showIcon title={states.doubtful} className="gap-above" />}
    </div>
  );
}

import { Button, Drawer } from 'antd';
import { useState, type ReactElement, type ReactNode } from 'react';

interface FormDrawerProps {
  /** On the button. */
  readonly label: string;
  /** Above the form, and what the button is called where its label alone says too little. */
  readonly title?: string;
  /** Pixels. */
  readonly size?: number;
  readonly type?: 'primary' | 'default';
  /** Begins open and without the button: something else has been pressed. */
  readonly opened?: boolean;
  readonly onClosed?: (() => void) | undefined;
  readonly children: (close: () => void) => ReactNode;
}

/** A button, and the form behind it: new each time it is opened, gone once it is closed. */
export function FormDrawer(props: FormDrawerProps): ReactElement {
  const { label, title = label, size = 460, type = 'primary', opened = false, onClosed, children } = props;
  const [open, setOpen] = useState(opened);
  const close = (): void => setOpen(false);
  return (
    <>
      {!opened && (
        <Button type={type} aria-label={title === label ? undefined : title} onClick={() => setOpen(true)}>
          {label}
        </Button>
      )}
      {/* A click beside the form would lose what was typed. */}
      <Drawer
        title={title}
        open={open}
        onClose={close}
        afterOpenChange={(isOpen) => {
          if (!isOpen) onClosed?.();
        }}
        size={size}
        mask={{ closable: false }}
        destroyOnHidden
      >
        {/* While it slides away, the second click of a double click must not submit it once more. */}
        <div inert={!open}>{children(close)}</div>
      </Drawer>
    </>
  );
}

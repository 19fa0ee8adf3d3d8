import { Form, Typography } from 'antd';
import type { ReactElement } from 'react';

interface DigestFieldProps {
  /** Of the input. */
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  /** In front of the digest that is known. */
  readonly digestLabel: string;
  readonly digest: string | undefined;
  readonly onDigest: (digest: string) => void;
  readonly required?: boolean;
  /** Shown while a required file is wanting. */
  readonly missing?: string | undefined;
}

/** A file that stays here: only its SHA-256 (hexadecimal) is recorded. */
export function DigestField(props: DigestFieldProps): ReactElement {
  const { id, label, hint, digestLabel, digest, onDigest, required = false, missing } = props;
  const hash = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
    onDigest(Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''));
  };
  return (
    <Form.Item
      label={label}
      htmlFor={id}
      extra={hint}
      required={required}
      {...(missing === undefined ? {} : { validateStatus: 'error' as const, help: missing })}
    >
      <input id={id} type="file" onChange={({ target }) => void hash(target.files?.[0])} />
      {digest !== undefined && (
        <Typography.Paragraph type="secondary" className="breaks short-facts">
          {digestLabel}: {digest}
        </Typography.Paragraph>
      )}
    </Form.Item>
  );
}

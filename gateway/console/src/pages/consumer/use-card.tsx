import { Card, Typography } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../shared/dictionary';
import { texts } from '../sharing/texts';

/** How a program reads the rows of a grant. */
export function UseCard({ grant }: { readonly grant: string }): ReactElement {
  const { use: t } = useTexts(texts);
  const call = 'curl -H "Authorization: Bearer $LIANPIAO_KEY"';
  const { origin } = location;
  const calls = [
    [t.rows, `${call} '${origin}/v1/data/${grant}/rows?limit=500'`],
    [t.stream, `${call} '${origin}/v1/data/${grant}/stream'`],
    [t.token, `${call} -H 'Content-Type: application/json' -d '{"seconds":300}' '${origin}/v1/grants/${grant}/tokens'`],
  ] as const;
  return (
    <Card title={t.title}>
      <Typography.Paragraph type="secondary">{t.hint}</Typography.Paragraph>
      {calls.map(([label, text]) => (
        <div key={label}>
          <strong>{label}</strong>
          <Typography.Paragraph copyable={{ text }} className="code-block">
            {text}
          </Typography.Paragraph>
        </div>
      ))}
    </Card>
  );
}

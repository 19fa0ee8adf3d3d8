import { Typography } from 'antd';
import type { ReactElement, ReactNode } from 'react';

interface PageProps {
  readonly title: string;
  /** One sentence on what the page is for. */
  readonly lead?: string;
  /** Actions that concern the whole page. */
  readonly extra?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of every page: one heading, one sentence, the content. */
export function Page({ title, lead, extra, children }: PageProps): ReactElement {
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <Typography.Title level={1} className="page-title">
            {title}
          </Typography.Title>
          {lead !== undefined && <Typography.Text type="secondary">{lead}</Typography.Text>}
        </div>
        {extra}
      </div>
      {children}
    </div>
  );
}

import { Button, Flex } from 'antd';
import type { ReactElement } from 'react';
import type { Pages } from './use-pages';

interface MoreButtonProps {
  readonly pages: Pick<Pages<unknown>, 'fetching' | 'hasMore' | 'more'>;
  readonly label: string;
  readonly className?: string;
}

/** Brings the next page of a list; nothing where there is none. */
export function MoreButton({ pages, label, className }: MoreButtonProps): ReactElement | null {
  if (!pages.hasMore) return null;
  return (
    <Flex justify="center" className={className}>
      <Button onClick={pages.more} loading={pages.fetching}>
        {label}
      </Button>
    </Flex>
  );
}

import { Alert, Button, Empty, Flex, Spin, Typography } from 'antd';
import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { ApiProblem, Unreachable } from '../api/problem';
import { useLanguage, useTexts } from '../shared/dictionary';
import { texts } from './texts';

const SLOW_AFTER_MS = 3_000;

/** Something is being read; says so when that takes long. */
export function Loading(): ReactElement {
  const { states } = useTexts(texts);
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSlow(true);
    }, SLOW_AFTER_MS);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return (
    <Flex vertical align="center" gap={12} className="state" role="status">
      <Spin />
      <Typography.Text type="secondary">{slow ? states.slow : states.loading}</Typography.Text>
    </Flex>
  );
}

export function Nothing({ children }: { readonly children?: ReactNode }): ReactElement {
  const { states } = useTexts(texts);
  return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={children ?? states.empty} />;
}

/** What went wrong, in words, and what can be done about it. */
export function Failure({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }): ReactElement {
  const { states } = useTexts(texts);
  const { title, detail } = useFailureText(error);
  return (
    <Alert
      type={error instanceof Unreachable ? 'warning' : 'error'}
      showIcon
      role="alert"
      title={title}
      description={detail}
      action={
        onRetry === undefined ? undefined : (
          <Button size="small" onClick={onRetry}>
            {states.retry}
          </Button>
        )
      }
    />
  );
}

/** An error as title and detail in the language of the page. */
export function useFailureText(error: unknown): { readonly title: string; readonly detail: string } {
  const { states } = useTexts(texts);
  const language = useLanguage();
  if (error instanceof Unreachable) return { title: states.unreachable, detail: states.unreachableHint };
  if (!(error instanceof ApiProblem)) return { title: states.failed, detail: String(error) };
  const { code, path, wanted, requestId } = error.problem;
  const parts = [
    code,
    ...(path === undefined || path === '' ? [] : [`${states.field} ${path}`]),
    ...(wanted === undefined ? [] : [wanted]),
    ...(requestId === undefined ? [] : [`${states.request} ${requestId}`]),
  ];
  return { title: error.titleIn(language), detail: parts.join(' · ') };
}

interface Readable<Data> {
  readonly data: Data | undefined;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly refetch: () => unknown;
}

/**
 * One thing that is read: waiting, failed, or there. What was there before stays on the page while a new attempt fails,
 * with the failure above it.
 */
export function Reading<Data>({
  query,
  children,
}: {
  readonly query: Readable<Data>;
  readonly children: (data: Data) => ReactNode;
}): ReactElement {
  const retry = (): void => void query.refetch();
  if (query.data === undefined) return query.isPending ? <Loading /> : <Failure error={query.error} onRetry={retry} />;
  return (
    <>
      {query.error !== null && query.error !== undefined && <Failure error={query.error} onRetry={retry} />}
      {children(query.data)}
    </>
  );
}

import { Card } from 'antd';
import type { ReactElement } from 'react';
import { answerOf, api } from '../../api/client';
import { MoreButton } from '../../app/more-button';
import { Nothing, Reading } from '../../app/states';
import { pageQuery, usePages } from '../../app/use-pages';
import { useTexts } from '../../shared/dictionary';
import { RunEntry } from './run-entry';
import { texts } from './texts';
import type { ListedRun } from './types';

interface RunListProps {
  readonly query: { readonly grant?: string; readonly state?: ListedRun['state']; readonly reason?: string };
  /** Where there is none: nothing at all, for a place that shows them beside other things. */
  readonly title?: string;
}

/** Runs whose results need a permit, newest first. */
export function RunList({ query, title }: RunListProps): ReactElement | null {
  const t = useTexts(texts);
  const pages = usePages<ListedRun>(['runs', query], (after, signal) =>
    answerOf(api.GET('/v1/runs', { params: { query: { ...query, ...pageQuery(after) } }, signal })),
  );
  const list = (
    <Reading query={pages}>
      {(items) => (
        <>
          {items.length === 0 && !pages.hasMore && (
            <Nothing>
              {t.none}
              <br />
              {t.noneHint}
            </Nothing>
          )}
          <ul className="grants">
            {items.map((item) => (
              <li key={item.run} data-listed-run={item.run} data-state={item.state}>
                <RunEntry run={item} />
              </li>
            ))}
          </ul>
          <MoreButton pages={pages} label={t.more} />
        </>
      )}
    </Reading>
  );
  if (title === undefined) return list;
  const nothing = pages.error === null && !pages.hasMore && (pages.data ?? []).length === 0;
  return nothing ? null : <Card title={title}>{list}</Card>;
}

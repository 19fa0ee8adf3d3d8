import { useQueryClient } from '@tanstack/react-query';
import { Card, Flex, Tag } from 'antd';
import { useState, type ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { Page } from '../../../app/page';
import { useSession } from '../../../app/session';
import { LiveTag } from '../../../live/live-tag';
import { useChanges } from '../../../live/use-changes';
import { useLanguage, useTexts } from '../../../shared/dictionary';
import { formatCount } from '../../../shared/format';
import { FilterForm } from '../../invoice/filter-form';
import { filtersOf, type Filters } from '../../invoice/filters';
import { InvoiceTable } from '../../invoice/invoice-table';
import { useSearch } from '../../invoice/use-search';
import { ExportButton } from './export-button';
import { texts } from './texts';

/** Invoices to the company, as they come in. */
export default function InboxPage(): ReactElement {
  const t = useTexts(texts);
  const language = useLanguage();
  const queries = useQueryClient();
  const [parameters, setParameters] = useSearchParams();
  const { cursor } = useSession();
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const filters = filtersOf(parameters);
  const state = useChanges(cursor, (changes) => {
    const numbers = changes.flatMap(({ number }) => number ?? []);
    if (numbers.length === 0) return;
    setFresh((known) => new Set([...known, ...numbers]));
    void queries.invalidateQueries({ queryKey: ['invoices'] });
  });
  const live = (
    <Flex gap={12} align="center">
      {fresh.size > 0 && <Tag color="success">{t.fresh(formatCount(fresh.size, language))}</Tag>}
      <LiveTag state={state} />
    </Flex>
  );
  return (
    <Page title={t.title} lead={t.lead} extra={live}>
      <Card>
        <FilterForm filters={filters} byBuyer={false} onFilters={setParameters} />
      </Card>
      <Card>
        <Found key={parameters.toString()} filters={filters} fresh={fresh} />
      </Card>
    </Page>
  );
}

function Found({ filters, fresh }: { readonly filters: Filters; readonly fresh: ReadonlySet<string> }): ReactElement {
  const search = useSearch(filters);
  return (
    <>
      <Flex justify="end" className="gap-below">
        <ExportButton filters={filters} />
      </Flex>
      <InvoiceTable search={search} showBuyer={false} fresh={fresh} />
    </>
  );
}

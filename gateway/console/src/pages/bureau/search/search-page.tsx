import { Card } from 'antd';
import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { Page } from '../../../app/page';
import { useTexts } from '../../../shared/dictionary';
import { FilterForm } from '../../invoice/filter-form';
import { filtersOf, type Filters } from '../../invoice/filters';
import { InvoiceTable } from '../../invoice/invoice-table';
import { useSearch } from '../../invoice/use-search';
import { texts } from './texts';

/** Search over every invoice of the ledger. */
export default function SearchPage(): ReactElement {
  const t = useTexts(texts);
  const [parameters, setParameters] = useSearchParams();
  const filters = filtersOf(parameters);
  return (
    <Page title={t.title} lead={t.lead}>
      <Card>
        <FilterForm filters={filters} byBuyer onFilters={setParameters} />
      </Card>
      <Card>
        <Found key={parameters.toString()} filters={filters} />
      </Card>
    </Page>
  );
}

function Found({ filters }: { readonly filters: Filters }): ReactElement {
  return <InvoiceTable search={useSearch(filters)} showBuyer />;
}

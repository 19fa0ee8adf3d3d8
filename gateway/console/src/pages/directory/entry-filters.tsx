import { Button, Flex, Form, Input, Select } from 'antd';
import { useEffect, type ReactElement } from 'react';
import { useVisitor } from '../../app/session';
import { useTexts } from '../../shared/dictionary';
import { texts } from './texts';
import { GRADES, OPENNESS, SECTORS, type Entry } from './types';
import { useDepartments } from './use-departments';
import { texts as words } from './facets/texts';

/** What the list is narrowed to; it stands in the page's address. */
export interface Filters {
  readonly q?: string;
  readonly owner?: string;
  readonly sector?: Entry['sector'];
  readonly grade?: (typeof GRADES)[number];
  readonly openness?: Entry['openness'];
}
const NAMES = ['q', 'owner', 'sector', 'grade', 'openness'] as const;
const EMPTY = Object.fromEntries(NAMES.map((name) => [name, undefined]));

export function filtersOf(parameters: URLSearchParams): Filters {
  return Object.fromEntries(NAMES.flatMap((name) => (parameters.get(name) ? [[name, parameters.get(name)]] : [])));
}

interface EntryFiltersProps {
  readonly filters: Filters;
  readonly onFilters: (filters: Readonly<Record<string, string>>) => void;
}

/** What to search by. */
export function EntryFilters({ filters, onFilters }: EntryFiltersProps): ReactElement {
  const { filter: t, unnamed } = useTexts(texts);
  const w = useTexts(words);
  const isSignedIn = useVisitor() !== undefined;
  const { data: departments = [] } = useDepartments();
  const [form] = Form.useForm<Filters>();
  const address = JSON.stringify(filters);
  useEffect(() => {
    form.setFieldsValue({ ...EMPTY, ...(JSON.parse(address) as Filters) });
  }, [address, form]);
  const submit = (values: Filters): void =>
    onFilters(Object.fromEntries(Object.entries(values).filter(([, value]) => typeof value === 'string' && value !== '')));
  const choice = <Name extends string>(names: readonly Name[], said: (name: Name) => string): object => ({
    allowClear: true,
    placeholder: t.any,
    options: names.map((value) => ({ value, label: said(value) })),
  });
  return (
    <Form<Filters> form={form} layout="vertical" className="filters" initialValues={filters} onFinish={submit}>
      <Form.Item name="q" label={t.words}>
        <Input maxLength={200} />
      </Form.Item>
      {isSignedIn && (
        <Form.Item name="owner" label={t.owner}>
          <Select
            allowClear
            placeholder={t.any}
            showSearch={{ optionFilterProp: 'label' }}
            options={departments.map(({ organisation, name }) => ({
              value: organisation,
              label: `${name ?? unnamed} · ${organisation}`,
            }))}
          />
        </Form.Item>
      )}
      <Form.Item name="sector" label={t.sector}>
        <Select {...choice(SECTORS, (name) => w.sectors[name])} />
      </Form.Item>
      <Form.Item name="grade" label={t.grade} className="half">
        <Select {...choice(GRADES, w.grade)} />
      </Form.Item>
      {isSignedIn && (
        <Form.Item name="openness" label={t.openness} className="half">
          <Select {...choice(OPENNESS, (name) => w.openness[name])} />
        </Form.Item>
      )}
      <Flex gap={8} align="end" className="filters-buttons">
        <Button type="primary" htmlType="submit">
          {t.search}
        </Button>
        <Button onClick={() => onFilters({})}>{t.clear}</Button>
      </Flex>
    </Form>
  );
}

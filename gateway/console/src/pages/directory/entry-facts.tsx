import { Alert, Card, Descriptions, Flex, Tag, Typography } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../../shared/dictionary';
import { formatTime } from '../../shared/format';
import { Facets } from './entry-list';
import { texts } from './texts';
import type { EntryDetail } from './types';
import { useDepartmentName } from './use-departments';
import { texts as words } from './facets/texts';

/** What an entry says of itself. */
export function EntryFacts({ entry }: { readonly entry: EntryDetail }): ReactElement {
  const { facts: t } = useTexts(texts);
  const w = useTexts(words);
  const nameOf = useDepartmentName();
  const { loosening, description, source, schema, tags } = entry;
  const items: [string, ReactElement | string | number | null][] = [
    [t.id, entry.entry],
    [t.owner, nameOf(entry.owner)],
    [t.steward, nameOf(entry.steward)],
    [t.duty, entry.duty],
    [t.datum, entry.datum],
    [t.stage, w.stages[entry.stage]],
    [t.division, entry.division],
    [t.version, entry.version],
    [t.updated, formatTime(entry.updated)],
    [t.evidence, entry.evidence === null ? t.unproven : t.proven],
    [t.source, source === null ? null : <Link to={`/directory/${source}`}>{source}</Link>],
    [t.schema, schema === null ? null : `${schema} ${String(entry.schemaVersion)}`],
    [t.tags, <TagList key="tags" tags={[...tags.technology, ...tags.industry, ...tags.management]} />],
  ];
  return (
    <Card>
      <Flex vertical gap={10}>
        {loosening !== null && <Alert type="info" showIcon title={t.loosening(String(loosening.grade), t.by[loosening.by])} />}
        {description !== null && <Typography.Text>{description}</Typography.Text>}
        <Facets entry={entry} />
        <Typography.Text type="secondary">{w.opennessMeans[entry.openness]}</Typography.Text>
        <Descriptions size="small" column={{ xs: 1, md: 2 }}>
          {items.map(([label, value]) =>
            value === null ? null : (
              <Descriptions.Item key={label} label={label}>
                <span className="breaks">{value}</span>
              </Descriptions.Item>
            ),
          )}
        </Descriptions>
      </Flex>
    </Card>
  );
}

function TagList({ tags }: { readonly tags: readonly string[] }): ReactElement {
  return (
    <span className="facets">
      {tags.map((tag) => (
        <Tag key={tag}>{tag}</Tag>
      ))}
    </span>
  );
}

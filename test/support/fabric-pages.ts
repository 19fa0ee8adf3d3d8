import type { JsonValue } from '@lianpiao/chaincode/domain';

type Stored = Readonly<Record<string, JsonValue>>;

/** A channel's values with every page of references under its own key, wherever it lies, and the heads as the rules know them. */
export function pagesApart(values: Readonly<Record<string, string>>): Record<string, string> {
  const apart = { ...values };
  for (const [key, text] of Object.entries(values)) {
    if (!key.startsWith('head/')) continue;
    const { page, ...head } = JSON.parse(text) as Stored;
    if (page === undefined) continue;
    const { key: pageKey, names } = page as { readonly key: string; readonly names: Stored };
    // The page's own key says where it lies; and no page lies in two places.
    expect(JSON.parse(apart[pageKey] ?? 'null')).toEqual({ openAt: key.slice('head/'.length) });
    apart[key] = JSON.stringify(head);
    apart[pageKey] = JSON.stringify(names);
  }
  expect(Object.entries(apart).filter(([key, text]) => key.startsWith('references/') && text.includes('openAt'))).toEqual([]);
  return apart;
}

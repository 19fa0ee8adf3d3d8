/** Inside of an invoice's content, as the ledger lays it out: docs/formats.md, "Fields of an invoice". */
export interface Party {
  readonly name: string;
  readonly taxId?: string;
  readonly address?: string;
  readonly phone?: string;
}
export interface Line {
  readonly name: string;
  readonly specification?: string;
  readonly unit?: string;
  readonly quantity?: string;
  readonly unitPrice?: string;
  readonly net: string;
  readonly rate?: string;
  readonly tax?: string;
  readonly taxCategory: string;
}

/** The lines of a content, in their order. */
export function linesOf(content: Readonly<Record<string, unknown>>): Line[] {
  return Object.entries(content)
    .filter(([name]) => name.startsWith('line/'))
    .sort(([left], [right]) => Number(left.slice('line/'.length)) - Number(right.slice('line/'.length)))
    .map(([, line]) => line as Line);
}

export function buyerOf(content: Readonly<Record<string, unknown>>): Party | undefined {
  return content['buyer'] as Party | undefined;
}

/** The company that reimburses whoever has this phone. */
const STORED_AS = 'lianpiao.company';

export interface KeptCompany {
  readonly company: string;
  /** As registered. */
  readonly name: string;
}

/** The one that the last invoice was handed to. */
export function keptCompany(): KeptCompany | undefined {
  try {
    const { company, name } = JSON.parse(localStorage.getItem(STORED_AS) ?? '{}') as Partial<KeptCompany>;
    return typeof company === 'string' && typeof name === 'string' ? { company, name } : undefined;
  } catch {
    // A phone that keeps nothing, or something else, asks again.
    return undefined;
  }
}

export function keepCompany({ company, name }: KeptCompany): void {
  try {
    localStorage.setItem(STORED_AS, JSON.stringify({ company, name }));
  } catch {
    // A phone that keeps nothing asks again the next time.
  }
}

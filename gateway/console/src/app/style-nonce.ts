type CreateElement = (name: string, options?: ElementCreationOptions) => HTMLElement;

/**
 * Lets the component library's styles pass the page's policy. It hands its nonce to most of them, but some of its parts
 * (measuring scrollbars, for one) make style elements without asking: every style element that scripts of ours make gets it.
 * A style that comes in by way of markup still has none, and is refused.
 */
export function giveStylesTheNonce(nonce: string): void {
  const create = Reflect.get<Document, 'createElement'>(document, 'createElement');
  const createWithNonce: CreateElement = (name, options) => {
    const element = create.call(document, name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  };
  Reflect.set(document, 'createElement', createWithNonce);
}

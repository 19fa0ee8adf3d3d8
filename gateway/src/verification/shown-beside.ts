/**
 * Which fields of an invoice a bundle shows beside those that are withheld; `line` stands for every line. The digest of the
 * original goes with any of them: whoever can guess the rest could try what is withheld against it.
 */
export function shownBeside(hidden: ReadonlySet<string>): (name: string) => boolean {
  return (name) => !hidden.has(name.split('/')[0] ?? name) && (hidden.size === 0 || name !== 'original');
}

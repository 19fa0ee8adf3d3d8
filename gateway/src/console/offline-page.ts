import { resolve } from 'node:path';
import { ConsoleFiles } from './console-files';

/** Where the build leaves the pages, seen from the sources as from what is compiled of them. */
export const BUILT_PAGES = resolve(__dirname, '../../dist/pages');
/** What the build leaves in the page for us to fill in. */
const TRUST_PLACE = '"__LIANPIAO_TRUST__"';

/** The page that verifies with the network off, carrying a trust file; undefined when the pages were not built. */
export function offlinePage(files: ConsoleFiles, trustFile: object): string | undefined {
  const page = files.find('verify-offline.html');
  // A closing tag inside the data would end its element early.
  const trust = JSON.stringify(trustFile).replaceAll('<', '\\u003c');
  return page?.plain.toString('utf8').replace(TRUST_PLACE, () => trust);
}

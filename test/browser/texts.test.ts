import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = join(__dirname, '../../gateway/console/src');

type Texts = Readonly<Record<string, unknown>>;

/** Every text with its path: `signIn.title`. A text with values in it is called with the name of the path for each. */
function textsOf(texts: Texts, before = ''): [path: string, text: string, values: number][] {
  return Object.entries(texts).flatMap(([name, text]): [string, string, number][] => {
    const path = `${before}${name}`;
    if (typeof text === 'string') return [[path, text, 0]];
    if (typeof text !== 'function') return textsOf(text as Texts, `${path}.`);
    const spoken = (text as (...values: string[]) => string)(...Array.from({ length: text.length }, () => '7'));
    return [[path, spoken, text.length]];
  });
}

const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' });
const dictionaries = files.filter((name) => /(^|\/)texts\.ts$/.test(name));

describe('the words of the pages', () => {
  it('are all in dictionaries', () => {
    expect(dictionaries.length).toBeGreaterThan(8);
    const elsewhere = files
      .filter((name) => /\.tsx?$/.test(name) && !dictionaries.includes(name))
      .filter((name) => !/(pages|regions|language-switch|frame|problem)\.tsx?$/.test(name))
      // A sentence needs the grammar of its language; the sample goods are Chinese goods.
      .filter((name) => !/(grant-sentence|till\/goods)\.ts$/.test(name))
      .filter((name) =>
        /[\u4e00-\u9fff]/.test(readFileSync(join(SOURCES, name), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')),
      );
    expect(elsewhere).toEqual([]);
  });

  it.each(dictionaries)('%s says the same in both languages', (name) => {
    const { texts } = jest.requireActual<{ texts: { zh: Texts; en: Texts } }>(join(SOURCES, name));
    const [zh, en] = [textsOf(texts.zh), textsOf(texts.en)];
    expect(en.map(([path, , values]) => [path, values])).toEqual(zh.map(([path, , values]) => [path, values]));
    for (const [path, text] of [...zh, ...en]) expect([path, text.trim()]).not.toEqual([path, '']);
    for (const [path, text] of en) expect([path, /[\u4e00-\u9fff]/.test(text)]).toEqual([path, false]);
  });
});

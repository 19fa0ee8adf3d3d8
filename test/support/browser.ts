import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { chromium, type Browser, type BrowserContext, type Locator, type Page, type Route } from 'playwright-core';

const ROOT = join(__dirname, '../..');
/** What people look at: ignored by git, kept by whoever runs the tests. */
const ARTEFACTS = join(ROOT, 'artefacts/browser');
export const CHROMIUM = process.env['LIANPIAO_CHROMIUM'] ?? '/usr/bin/chromium';
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** The two widths that every page is looked at in. */
export const WIDTHS = { wide: { width: 1280, height: 860 }, narrow: { width: 390, height: 844 } } as const;
export type Width = keyof typeof WIDTHS;

/** A page of a browser, with what went wrong in it. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors that scripts threw, and what the page's policy refused. */
  readonly complaints: string[];
}

/** Chromium; with LIANPIAO_HEADED set it has a window, and goes slowly enough to be watched. */
export async function launchBrowser(): Promise<Browser> {
  const watched = process.env['LIANPIAO_HEADED'] === undefined ? {} : { headless: false, slowMo: 300 };
  return chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'], ...watched });
}

export interface VisitOptions {
  readonly width?: Width;
  readonly language?: 'zh' | 'en';
  /** Signs in before the page is opened. */
  readonly apiKey?: string | undefined;
  readonly offline?: boolean;
}

/** A fresh context (nothing remembered), at a width, in a language, signed in or not. */
export async function visit(browser: Browser, url: string, options: VisitOptions = {}): Promise<Visit> {
  const { width = 'wide', language = 'zh', apiKey } = options;
  const context = await browser.newContext({ viewport: WIDTHS[width], acceptDownloads: true, locale: 'zh-CN' });
  const complaints: string[] = [];
  await context.exposeFunction('complain', (text: string) => complaints.push(text));
  await context.addInitScript(
    ({ language: chosen, apiKey: key }) => {
      try {
        localStorage.setItem('lianpiao.language', localStorage.getItem('lianpiao.language') ?? chosen);
        if (key !== undefined && sessionStorage.getItem('started') === null) sessionStorage.setItem('lianpiao.key', key);
        sessionStorage.setItem('started', 'yes');
      } catch {
        // A page without storage of its own.
      }
      document.addEventListener('securitypolicyviolation', (event) => {
        (window as unknown as { complain(text: string): void }).complain(
          `policy: ${event.violatedDirective} ${event.blockedURI}`,
        );
      });
    },
    { language, apiKey },
  );
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.setDefaultTimeout(30_000);
  await page.goto(url);
  return { page, context, complaints };
}

/** Opens a page in a context of its own. */
export type Open = (url: string, options?: VisitOptions) => Promise<Visit>;

/**
 * A browser for the tests of the `describe` that it is called in. Each visit ends with its test, and then none may have
 * complained of anything.
 */
export function visitsOfTests(): Open {
  let browser: Browser;
  const visits: Visit[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(async () => {
    for (const { context, complaints } of visits.splice(0)) {
      await context.close();
      expect(complaints).toEqual([]);
    }
  });
  afterAll(async () => {
    await browser.close();
  });
  return async (url, options) => {
    const visited = await visit(browser, url, options);
    visits.push(visited);
    return visited;
  };
}

/** What axe finds that keeps people out: serious and critical, after WCAG 2.2 A and AA. */
export async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(what: object): Promise<{ violations: Violation[] }> } };
    interface Violation {
      readonly id: string;
      readonly impact: string;
      readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
    }
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const { violations } = await axe.run({ runOnly: { type: 'tag', values: tags } });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`));
  });
  return found;
}

const MOST_TABS = 120;

/**
 * Goes to an element with the Tab key alone, as who has no mouse does; there the eye must see where the focus is (WCAG 2.4.7).
 * @throws when no number of steps leads there, or nothing marks it.
 */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let step = 0; step < MOST_TABS; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      // What marks it may come in slowly.
      await page.waitForTimeout(250);
      const marked = await target.evaluate((element) => {
        const seen = (one: Element | null): boolean => {
          if (one === null) return false;
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
          return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
        };
        const around = [element, element.parentElement, element.nextElementSibling, element.closest('.ant-select, .ant-picker')];
        return around.some(seen);
      });
      if (!marked) throw new Error(`nothing shows that the focus is on ${String(target)}`);
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`the Tab key does not lead to ${String(target)}`);
}

/**
 * True when nothing makes the page wider than its window and, on a narrow screen, nothing in it scrolls sideways either
 * (WCAG 2.2, 1.4.10).
 */
export async function fitsItsWidth(page: Page): Promise<boolean> {
  return page.evaluate((narrow) => {
    if (document.documentElement.scrollWidth > window.innerWidth + 1) return false;
    if (window.innerWidth > narrow) return true;
    const elements: HTMLElement[] = [...document.querySelectorAll<HTMLElement>('main, main *, [role=main] *, [role=dialog] *')];
    return elements.every(
      (element) =>
        element.scrollWidth <= element.clientWidth + 1 || !['auto', 'scroll'].includes(getComputedStyle(element).overflowX),
    );
  }, WIDTHS.narrow.width);
}

/** The text of the QR code in an element, as a camera before the screen reads it; undefined for none. */
export async function qrTextIn(page: Page, selector: string): Promise<string | undefined> {
  const { data, width, height } = PNG.sync.read(await page.locator(selector).screenshot());
  return jsQR(new Uint8ClampedArray(data), width, height)?.data;
}

/** Keeps what the page looks like for people to see. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(ARTEFACTS, { recursive: true });
  // A header that stays at the top of the window would stand in the middle of the picture.
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: join(ARTEFACTS, `${name}.png`), fullPage: true });
}

/** Both widths and both languages, the two that need no other look first. */
export const EVERY_LOOK: readonly (readonly [Width, 'zh' | 'en'])[] = [
  ['wide', 'zh'],
  ['narrow', 'en'],
  ['narrow', 'zh'],
  ['wide', 'en'],
];

/**
 * What axe finds twice. It needs seconds on a busy machine, and a note that fades away meanwhile is pale for a moment: then the
 * page is examined again when nothing moves any more.
 */
async function lastingFaults(page: Page): Promise<string[]> {
  const faults = await seriousFaults(page);
  if (faults.length === 0) return [];
  await page.waitForFunction(
    () =>
      document.querySelector('.ant-message-notice') === null &&
      document.getAnimations().every(({ effect }) => effect?.getComputedTiming().iterations === Infinity),
  );
  return seriousFaults(page);
}

/** A page as people meet it: a picture of it is kept, nothing keeps anybody from using it, and it fits its width. */
export async function checkLook(page: Page, name: string): Promise<void> {
  // What comes in slowly has another colour, or another place, until it is there.
  await page.waitForTimeout(500);
  await keepPicture(page, name);
  expect({ name, faults: await lastingFaults(page) }).toEqual({ name, faults: [] });
  expect({ name, fits: await fitsItsWidth(page) }).toEqual({ name, fits: true });
}

/** The same, and the page has complained of nothing. */
export async function checkVisit({ page, complaints }: Visit, name: string): Promise<void> {
  await checkLook(page, name);
  expect(complaints).toEqual([]);
}

/** Presses a button that asks for a reason, gives one, and waits until the question is gone. */
export async function pressWithReason(page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).first().click();
  await page.fill('#change-reason', '核对无误');
  await page.locator('.ant-modal button[type=submit]').click();
  await page.locator('#change-reason').waitFor({ state: 'detached' });
}

/** Chooses from the list that a field opens. The list finds its place in several steps, and a click may miss it: then once more. */
export async function choose(page: Page, selector: string, text: string): Promise<void> {
  const field = page.locator(selector);
  const list = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)').last();
  const option = list.locator('.ant-select-item-option', { hasText: text }).first();
  const shown = page.locator('.ant-select', { has: field, hasText: text });
  for (let attempt = 0; attempt < 10; attempt += 1) {
    if (!(await option.isVisible())) await field.click();
    const opened = await option.waitFor({ timeout: 2000 }).then(
      () => true,
      () => false,
    );
    if (!opened) continue;
    await page.waitForTimeout(200);
    await option.click({ timeout: 2000 }).catch(() => undefined);
    await page.waitForTimeout(200);
    if ((await shown.count()) > 0) return;
  }
  throw new Error(`${text} cannot be chosen in ${selector}`);
}

/**
 * Writes a day into a field of dates. Its calendar opens in several steps, and Enter before that leaves the field as it was: then
 * the field empties itself when it is left, and the day is written once more.
 */
export async function chooseDay(page: Page, selector: string, day: string): Promise<void> {
  const field = page.locator(selector);
  for (let attempt = 0; attempt < 10; attempt += 1) {
    await field.fill(day);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.waitForTimeout(200);
    if ((await field.inputValue()) === day) return;
  }
  throw new Error(`${day} cannot be written into ${selector}`);
}

/**
 * What is asked of the service is done there, and no answer to it comes, until the function that is returned is called.
 * Reading goes on as before.
 */
export async function loseAnswers(page: Page): Promise<() => Promise<void>> {
  const lose = async (route: Route): Promise<void> => {
    if (route.request().method() === 'GET') return route.continue();
    await route.fetch();
    return route.abort();
  };
  // The page may be gone, or be answered again, before the service is done. No test waits for this then, and what nobody
  // catches outside of a test fails every test of its file.
  const handler = (route: Route): Promise<void> => lose(route).catch(() => undefined);
  await page.route('**/v1/**', handler);
  return () => page.unroute('**/v1/**', handler);
}

import axe, { type AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import type { Language } from '../../shared/policy/schema';
import { keepPictures } from './pictures';
import { STACK, type Visitor } from './visitor';

/** Of what a server may send before the first acknowledgement (RFC 6928: 14,600 bytes), the rest is for headers. */
const LARGEST_BYTES = 12 * 1024;
export const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What Chromium says of every answer from 400 on. */
const REFUSED = /^Failed to load resource: the server responded with a status of [45]\d\d/;

interface Expected {
  /** Names the page; no two pages may have the same title. */
  readonly name: string;
  readonly language: Language;
  readonly status?: number;
  /** Whether it is one of the pages that are deployed, and not of the local stack alone. */
  readonly deployed?: boolean;
}

const titles = new Map<string, string>();

/** What every page has to be, whatever it says. */
export async function expectSound(visitor: Visitor, { name, language, status = 200, deployed = true }: Expected) {
  const { page } = visitor;
  expect(visitor.answer().status()).toBe(status);
  expect(await page.locator('html').getAttribute('lang')).toBe(language);
  expectOwnTitle(await page.title(), `${language} ${name}`);
  expect(await page.locator('script, link[rel=stylesheet], iframe, img').count()).toBe(0);
  expect(visitor.requested.filter((url) => !url.startsWith(`${STACK}/`) && !url.startsWith('data:'))).toEqual([]);
  expect(visitor.complaints.filter((text) => !REFUSED.test(text))).toEqual([]);
  if (deployed) expect((await visitor.answer().body()).length).toBeLessThan(LARGEST_BYTES);
  const copy = await expectAccessible(visitor, `${language} ${name}`);
  if (deployed) await expectPrintable(copy);
}

function expectOwnTitle(title: string, name: string): void {
  expect(title).not.toBe('');
  expect(titles.get(title) ?? name).toBe(name);
  titles.set(title, name);
}

let auditor: Promise<Page> | undefined;

/** axe needs scripts to run, so it looks at a copy of the page: in both colour schemes, and as narrow as pages get. */
async function expectAccessible({ browser, page }: Visitor, name: string): Promise<Page> {
  const copy = await (auditor ??= openAuditor(browser));
  await copy.setContent(await page.content());
  expect(await widthOf(copy)).toBeLessThanOrEqual(320);
  await keepPictures(copy, name);
  for (const colorScheme of ['light', 'dark'] as const) {
    await copy.emulateMedia({ colorScheme });
    const { violations, passes } = await copy.evaluate<AxeResults>(`axe.run({ runOnly: ${JSON.stringify(RULES)} })`);
    expect(passes.length).toBeGreaterThan(10);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  }
  return copy;
}

/** Black on white and without buttons, also for who reads in the dark. */
async function expectPrintable(copy: Page): Promise<void> {
  await copy.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(await copy.locator('button:visible').count()).toBe(0);
  const [ink, paper] = await copy.evaluate<string[]>(
    '(({ color, backgroundColor }) => [color, backgroundColor])(getComputedStyle(document.body))',
  );
  expect([ink, paper]).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  await copy.emulateMedia({ media: null, colorScheme: null });
}

/** A page that axe is loaded into, which takes longer than all that it does. */
async function openAuditor(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
  await page.evaluate(axe.source);
  return page;
}

export const widthOf = (page: Page): Promise<number> => page.evaluate('document.documentElement.scrollWidth');

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { EXAMPLE_SITES } from '../../examples/sites/module';
import { linkTo, signUp } from '../../local/demo/site';
import { Visitor } from '../../local/demo/visitor';
import { startStack } from '../../local/stack';
import type { Language } from '../../shared/words/languages';

/** `npm run pictures`: the pictures in docs/console.md, of invented people on a stack of their own. */
const FOLDER = path.resolve(__dirname, '..', '..', 'docs', 'pictures');
const SIZE = { width: 960, height: 900 };
const DAYS = 12;
/** As browsers ask for a language. */
const LOCALES: Readonly<Record<Language, string>> = { de: 'de-DE', en: 'en-GB' };
const NAMES = ['anna', 'ben', 'carla', 'dora', 'emil', 'frida', 'georg', 'hanna'];
const FORMS = ['newsletter', 'newsletter', 'footer', 'whitepaper'];

interface Picture {
  readonly name: string;
  readonly by: string;
  readonly address: string;
  readonly languages: readonly Language[];
  /** What is there once the page is complete. */
  readonly complete: string;
}

const PICTURES: readonly Picture[] = [
  { name: 'start', by: 'Mia Marketing', address: '', languages: ['de'], complete: '#groups' },
  { name: 'counts', by: 'Mia Marketing', address: '/counts', languages: ['de', 'en'], complete: '#groups' },
  { name: 'audience', by: 'Mia Marketing', address: '/audience', languages: ['en'], complete: '#export' },
  { name: 'wordings', by: 'Rita Revision', address: '/register', languages: ['en'], complete: 'table' },
];

async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const dataDir = mkdtempSync(path.join(tmpdir(), 'consent-pictures-'));
  const stack = await startStack({ sites: EXAMPLE_SITES, dataDir });
  try {
    await live(new Visitor(stack.url));
    await take(stack.url);
  } finally {
    await stack.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Some days of a website: some sign up, most of them confirm, and some of these leave. */
async function live(visitor: Visitor): Promise<void> {
  for (let day = 0; day < DAYS; day++) {
    const people = NAMES.slice(0, 2 + ((day * 5) % 6));
    for (const [n, name] of people.entries()) await subscribe(visitor, `${name}.${day}@example.org`, day + n);
    if (day < DAYS - 1) await visitor.advance('P1D');
  }
}

async function subscribe(visitor: Visitor, email: string, n: number): Promise<void> {
  const form = FORMS[n % FORMS.length] ?? '';
  const purpose = n % 3 === 0 ? 'newsletter-events' : 'newsletter-product';
  const fields = { email, language: n % 4 === 0 ? 'en' : 'de', purpose, 'form.id': form };
  await signUp(visitor, Object.entries(fields));
  if (n % 5 === 4) return;
  await visitor.submit(linkTo('confirm', await visitor.mail(email, 1)), []);
  if (n % 7 !== 3) return;
  const { links } = await visitor.mail(email, 2);
  const unsubscribe = links.find((link) => link.includes('/unsubscribe/')) ?? '';
  await visitor.submit(unsubscribe, [['List-Unsubscribe', 'One-Click']]);
}

async function take(url: string): Promise<void> {
  process.env['STACK_URL'] = url;
  // They read the address of the stack when they are loaded.
  const { launchBrowser } = await import('./visitor');
  const browser = await launchBrowser();
  try {
    for (const picture of PICTURES)
      for (const language of picture.languages) await takeOne(browser, url, picture, language);
  } finally {
    await browser.close();
  }
}

async function takeOne(browser: Browser, url: string, picture: Picture, language: Language): Promise<void> {
  const { AtDesk } = await import('./at-desk');
  const { name, by, address, complete } = picture;
  const { page, visitor } = await AtDesk.signIn(browser, by, { locale: LOCALES[language], viewport: SIZE });
  await page.clock.setSystemTime(await new Visitor(url).now());
  await page.goto(`${url}/console/demo${address}`);
  await page.locator(complete).first().waitFor();
  await settled(page);
  await page.screenshot({ path: path.join(FOLDER, `console-${name}-${language}.png`) });
  await visitor.leave();
}

/** Nothing is being loaded any more. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
}

void main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);

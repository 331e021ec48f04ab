import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Locator,
  type Page,
  type Response,
} from 'playwright-core';
import type { Mail } from '../../local/ses/mail';
import { until } from '../local/folder';

export const STACK = process.env['STACK_URL'] ?? '';

const { CHROMIUM = '/usr/bin/chromium' } = process.env;
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Pages of a website on the internet reach the stack on this machine without asking.
  '--disable-features=LocalNetworkAccessChecks',
];

export const launchBrowser = (): Promise<Browser> => chromium.launch({ executablePath: CHROMIUM, args: ARGS });

/** The browser of a test file; call what this returns once the tests run. */
export function useBrowser(): () => Browser {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  return () => browser;
}

/** One person at the browser, without JavaScript. Notes what the pages ask for and what the browser complains of. */
export class Visitor {
  readonly requested: string[] = [];
  readonly complaints: string[] = [];
  private document: Response | undefined;

  private constructor(
    readonly browser: Browser,
    private readonly context: BrowserContext,
    public page: Page,
  ) {
    context.on('request', (request) => this.requested.push(request.url()));
    context.on('console', (message) => this.complaints.push(message.text()));
    context.on('response', (response) => {
      if (response.request().isNavigationRequest()) this.document = response;
    });
  }

  static async arrive(browser: Browser, options: BrowserContextOptions = {}): Promise<Visitor> {
    const context = await browser.newContext({ javaScriptEnabled: false, ...options });
    return new Visitor(browser, context, await context.newPage());
  }

  leave(): Promise<void> {
    return this.context.close();
  }

  /** The answer that the page on show came with. */
  answer(): Response {
    if (!this.document) throw new Error('No page was opened yet.');
    return this.document;
  }

  async open(address: string): Promise<void> {
    await this.page.goto(new URL(address, STACK).href);
  }

  async press(button: Locator): Promise<void> {
    await this.leadsOn(() => button.click());
  }

  /** Waits for the page that an action leads to. */
  async leadsOn(action: () => Promise<void>): Promise<void> {
    const loaded = this.page.waitForEvent('domcontentloaded');
    await action();
    await loaded;
  }

  /** Opens a link of the newest such mail on the inbox page, in the new tab that it asks for. */
  async followFromInbox(email: string, kind: string, nth = 0): Promise<void> {
    await mailTo(email, kind);
    await this.open('/_local/inbox.html');
    const mail = this.page
      .locator('article', { hasText: email })
      .filter({ has: links(this.page, kind) })
      .first();
    const tab = this.context.waitForEvent('page');
    await links(mail, kind).nth(nth).click();
    this.page = await tab;
    await this.page.waitForLoadState();
  }
}

const links = (within: Page | Locator, kind: string): Locator => within.locator(`a[href*="/${kind}/"]`);

/** The newest mail to that address with a link of that kind; waits for it to arrive. */
export async function mailTo(email: string, kind: string): Promise<Mail> {
  const look = async (): Promise<Mail | undefined> => {
    const mails = (await (await fetch(`${STACK}/_local/inbox`)).json()) as Mail[];
    return mails.find(({ to, links: found }) => to.includes(email) && found.some((link) => link.includes(`/${kind}/`)));
  };
  return (await until(look, (mail) => mail !== undefined)) as Mail;
}

export async function linkTo(email: string, kind: string): Promise<string> {
  const { links: found } = await mailTo(email, kind);
  return found.find((link) => link.includes(`/${kind}/`)) ?? '';
}

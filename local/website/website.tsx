import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';
import type { Site } from '../../shared/policy/schema';
import { sendHtml } from '../http';
import { DropInPage } from './drop-in-page';
import { HomePage } from './home-page';
import { fetchNotices } from './notices';
import { OwnPage } from './own-page';
import { STYLE } from './style';
import { PATHS } from './texts';

const SITE = 'demo';
const PAGES: readonly string[] = Object.values(PATHS).flatMap((paths) => Object.values(paths));

/** Without `no-referrer`: the browser would send its forms with the origin `null`, which no site accepts. */
const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': [
    "default-src 'none'",
    'img-src data:',
    `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
    // For the page with the drop-in form: the two lines that it needs on any website.
    "script-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
};

export function isWebsite(method: string | undefined, path: string): boolean {
  return (method === 'GET' || method === 'HEAD') && PAGES.includes(path);
}

export interface WebsiteParts {
  /** Where the stack is reached. */
  readonly url: string;
  readonly sites: readonly Site[];
}

/**
 * The website of an invented company, with the forms as any website would have them; or those of somebody's own sites.
 */
export async function answerAsWebsite(
  request: IncomingMessage,
  response: ServerResponse,
  { url, sites }: WebsiteParts,
): Promise<void> {
  const site = sites.find(({ id }) => id === SITE);
  if (!site) return answer(response, <OwnPage sites={sites} />);
  const { pathname, searchParams } = new URL(request.url ?? '/', url);
  const isEnglish = pathname.startsWith('/en') || searchParams.get('lang') === 'en';
  const fetched = await fetchNotices(url, SITE, isEnglish ? 'en' : 'de');
  const notices = { ...fetched, forms: site.forms.map(({ id }) => id) };
  const Page = pathname.endsWith('/form') ? DropInPage : HomePage;
  answer(response, <Page notices={notices} />);
}

function answer(response: ServerResponse, page: VNode): void {
  sendHtml(response, 200, `<!doctype html>${render(page)}`, HEADERS);
}

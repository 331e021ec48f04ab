import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { render } from 'preact-render-to-string';
import type { Language } from '../../shared/policy/schema';
import { sendHtml, sendJson } from '../http';
import { NewsletterForm, WhitepaperForm } from './forms';
import { fetchNotices, type Notices } from './notices';
import { STYLE } from './style';
import { WEBSITE_TEXTS } from './texts';

const SITE = 'demo';
const PATHS = ['/', '/en'];

/** Without `no-referrer`: the browser would send its forms with the origin `null`, which no site accepts. */
const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': [
    "default-src 'none'",
    'img-src data:',
    `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
};

export function isWebsite(method: string | undefined, path: string): boolean {
  return (method === 'GET' || method === 'HEAD') && PATHS.includes(path);
}

/** The website of an invented company, with the forms as any website would have them. */
export async function answerAsWebsite(request: IncomingMessage, response: ServerResponse, url: string): Promise<void> {
  const notices = await fetchNotices(url, SITE, languageOf(request));
  if (notices) sendHtml(response, 200, `<!doctype html>${render(<Website notices={notices} />)}`, HEADERS);
  else
    sendJson(response, 404, { title: `The stack serves no site "${SITE}", so it has no website to show`, status: 404 });
}

function languageOf({ url = '/' }: IncomingMessage): Language {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  return pathname === '/en' || searchParams.get('lang') === 'en' ? 'en' : 'de';
}

function Website({ notices }: { notices: Notices }) {
  const { language, controller, assets } = notices;
  const texts = WEBSITE_TEXTS[language];
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${texts.claim} – ${controller.name}`}</title>
        <link rel="icon" href="data:," />
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <aside class="demo" aria-label="Demo">
          {texts.demo} <a href="/_local/inbox.html">{texts.inbox}</a>
        </aside>
        <header>
          <span class="brand">{controller.name}</span>
          <a href={texts.other.path} hreflang={language === 'de' ? 'en' : 'de'}>
            {texts.other.label}
          </a>
        </header>
        <main>
          <div class="hero">
            <h1>{texts.claim}</h1>
            <p>{texts.intro}</p>
          </div>
          <div class="forms">
            <NewsletterForm notices={notices} />
            {assets.map((asset) => (
              <WhitepaperForm notices={notices} asset={asset} />
            ))}
          </div>
        </main>
        <footer>
          {controller.name} · <a href={controller.privacyNotice}>{texts.privacy}</a>
        </footer>
      </body>
    </html>
  );
}

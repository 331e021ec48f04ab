import type { ComponentChildren } from 'preact';
import type { PageNotices } from './notices';
import { STYLE } from './style';
import { PATHS, WEBSITE_TEXTS } from './texts';

interface LayoutProps {
  readonly notices: PageNotices;
  readonly title: string;
  readonly here: keyof (typeof PATHS)['de'];
  readonly children: ComponentChildren;
}

/** The frame of all pages of the invented company. */
export function Layout({ notices: { language, controller }, title, here, children }: LayoutProps) {
  const texts = WEBSITE_TEXTS[language];
  const other = language === 'de' ? 'en' : 'de';
  const beside = here === 'home' ? 'dropIn' : 'home';
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – ${controller.name}`}</title>
        <link rel="icon" href="data:," />
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <aside class="demo" aria-label="Demo">
          {texts.demo} <a href="/_local/inbox.html">{texts.inbox}</a>
        </aside>
        <header>
          <span class="brand">{controller.name}</span>
          <nav>
            <a href={PATHS[language][beside]}>{texts.pages[beside]}</a>
            <a href={PATHS[other][here]} hreflang={other}>
              {texts.other}
            </a>
          </nav>
        </header>
        <main>{children}</main>
        <footer>
          {controller.name} · <a href={controller.privacyNotice}>{texts.privacy}</a>
        </footer>
      </body>
    </html>
  );
}

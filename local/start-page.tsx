import { render } from 'preact-render-to-string';
import type { PageWords } from './page-words';
import { STYLE } from './ses/inbox-page';

export const START_PATH = '/_local/start.html';

/** Where everything of the local stack is found: the one address that has to be remembered. */
export function startPage(words: PageWords): string {
  return `<!doctype html>${render(<StartPage {...words} />)}`;
}

function StartPage({ language, start }: PageWords) {
  const { website } = start;
  const doors = [
    website,
    { href: '/_local/inbox.html', ...start.inbox },
    { href: '/console', ...start.console },
    { href: '/docs', ...start.api },
  ];
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{start.title}</title>
        <link rel="icon" href="data:," />
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <header>
          <h1>{start.title}</h1>
        </header>
        <main>
          {doors.map(({ href, name, says }) => (
            <article>
              <h2>
                <a href={href}>{name}</a>
              </h2>
              {says} {href === website.href && <a href={website.other.href}>{website.other.name}</a>}
            </article>
          ))}
        </main>
      </body>
    </html>
  );
}

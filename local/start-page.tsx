import { render } from 'preact-render-to-string';
import { STYLE } from './ses/inbox-page';

export const START_PATH = '/_local/start.html';

/** What is open to whom, with a word of what to do there. */
const DOORS = [
  {
    href: '/',
    name: 'The website, with its forms',
    says: 'Sign up with any address: every mail stays on this computer.',
    also: { href: '/en', name: 'English' },
  },
  { href: '/_local/inbox.html', name: 'The inbox, with all mails', says: 'Confirm there, leave, or write back.' },
  {
    href: '/console',
    name: 'The console',
    says: 'Where marketing and compliance work. Sign in as one of the invented people, by one press.',
  },
  { href: '/docs', name: 'The API', says: 'To read, and to try.' },
] as const;

/** Where everything of the local stack is found: the one address that has to be remembered. */
export function startPage(): string {
  return `<!doctype html>${render(<StartPage />)}`;
}

function StartPage() {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Consent evidence ledger</title>
        <link rel="icon" href="data:," />
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <header>
          <h1>Consent evidence ledger, on this computer</h1>
        </header>
        <main>
          {DOORS.map(({ href, name, says, ...door }) => (
            <article>
              <h2>
                <a href={href}>{name}</a>
              </h2>
              {says} {'also' in door && <a href={door.also.href}>{door.also.name}</a>}
            </article>
          ))}
        </main>
      </body>
    </html>
  );
}

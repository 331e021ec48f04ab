import { render } from 'preact-render-to-string';
import type { PageWords } from '../page-words';
import { INVENTED } from './people';

/** Where one chooses whom to sign in as: one press, no password. */
export function signInPage(query: URLSearchParams, words: PageWords): string {
  return `<!doctype html>${render(<SignInPage query={query} words={words} />)}`;
}

function SignInPage({ query, words: { language, signIn } }: { query: URLSearchParams; words: PageWords }) {
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{signIn.title}</title>
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <main>
          <h1>{signIn.heading}</h1>
          <p>{signIn.intro}</p>
          <ul>
            {INVENTED.map(({ sub, name, groups }) => (
              <li>
                <a href={`?${new URLSearchParams([...query, ['person', sub]])}`}>{name}</a>{' '}
                <span>{groups.join(', ') || signIn.noGroup}</span>
              </li>
            ))}
          </ul>
        </main>
      </body>
    </html>
  );
}

const STYLE = `
:root{color-scheme:light dark}
body{margin:0;font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main{max-width:30rem;margin:0 auto;padding:1rem}
ul{list-style:none;padding:0}
li{margin:0 0 .5rem}
a{display:inline-block;min-width:12rem;padding:.5rem 0}
`.trim();

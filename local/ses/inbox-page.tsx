import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import type { PageWords } from '../page-words';
import type { Mail } from './mail';

/** The mails as a mail program would show them, for people who try the stack out. */
export function inboxPage(mails: readonly Mail[], words: PageWords): string {
  return `<!doctype html>${render(<InboxPage mails={mails} words={words} />)}`;
}

function InboxPage({ mails, words: { language, inbox } }: { mails: readonly Mail[]; words: PageWords }) {
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${inbox.title} (${mails.length})`}</title>
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <header>
          <h1>{inbox.title}</h1>
          <nav>
            <a href="/_local/inbox.html">{inbox.reload}</a> <a href="/_local/start.html">{inbox.start}</a>{' '}
            <a href="/">{inbox.website}</a> <a href="/_local/inbox">JSON</a>
          </nav>
        </header>
        <main>
          {mails.length === 0 && <p class="empty">{inbox.empty}</p>}
          {mails.map((mail) => (
            <MailCard mail={mail} inbox={inbox} />
          ))}
        </main>
      </body>
    </html>
  );
}

function MailCard({ mail, inbox }: { mail: Mail; inbox: PageWords['inbox'] }) {
  const { id, at, to, headers, subject, text, html } = mail;
  const unsubscribe = oneClickAddress(mail);
  return (
    <article aria-labelledby={id}>
      <h2 id={id}>{subject}</h2>
      <dl>
        <Line name={inbox.from}>{headers['from']}</Line>
        <Line name={inbox.to}>{to.join(', ')}</Line>
        <Line name={inbox.sent}>
          <time dateTime={at}>{`${at.slice(0, 10)} ${at.slice(11, 19)} UTC`}</time>
        </Line>
      </dl>
      {unsubscribe && (
        <form method="post" action={unsubscribe} target="_blank">
          <input type="hidden" name="List-Unsubscribe" value="One-Click" />
          <button type="submit">{inbox.unsubscribe}</button> <span>{inbox.oneClick}</span>
        </form>
      )}
      <div class="text">{withLinks(text)}</div>
      {headers['reply-to'] && to[0] && (
        <details>
          <summary>{inbox.answer}</summary>
          <form method="post" action="/_local/answers">
            <input type="hidden" name="from" value={to[0]} />
            <input type="hidden" name="to" value={headers['reply-to']} />
            <input type="hidden" name="subject" value={subject} />
            <textarea name="text" rows={3} aria-label={inbox.answerLabel} placeholder={inbox.answerExample} />
            <button type="submit">{inbox.send}</button> <span>{inbox.goesTo(headers['reply-to'])}</span>
          </form>
        </details>
      )}
      {html !== undefined && (
        <details>
          <summary>{inbox.html}</summary>
          <iframe title={inbox.htmlOf(subject)} sandbox="allow-popups" srcdoc={html} />
        </details>
      )}
    </article>
  );
}

function Line({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Where RFC 8058 lets a mail program post to. */
function oneClickAddress({ headers }: Mail): string | undefined {
  if (!headers['list-unsubscribe-post']) return undefined;
  return /<(https?:[^>]+)>/.exec(headers['list-unsubscribe'] ?? '')?.[1];
}

function withLinks(text: string): ComponentChildren[] {
  return text.split(/(https?:\/\/[^\s<>"']+)/).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <a href={part} target="_blank" rel="noreferrer">
        {part}
      </a>
    ),
  );
}

/** The look of the stack's own pages. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1a1d21;--soft:#4d555e;--paper:#eef0f3;--card:#fff;--line:#d5d9de;--act:#0a58a8;--act-ink:#fff}
@media(prefers-color-scheme:dark){:root{--ink:#eceef0;--soft:#b3bac2;--paper:#121416;--card:#1c1f23;--line:#3a4047;--act:#8cc2ff;--act-ink:#06213d}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
header,main{max-width:46rem;margin:0 auto;padding:1rem}
header{display:flex;justify-content:space-between;align-items:baseline;gap:1rem;flex-wrap:wrap}
nav a{margin-left:1rem}
h1{margin:0;font-size:1.5rem}
h2{margin:0 0 .5rem;font-size:1.2rem;line-height:1.3}
a{color:var(--act)}
a:focus-visible,button:focus-visible,summary:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
article,.empty{background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:1.25rem;margin:0 0 1rem}
dl{margin:0 0 1rem;color:var(--soft);font-size:.9375rem}
dl div{display:flex;gap:.5rem}
dt{min-width:5rem}
dd{margin:0}
form{margin:0 0 1rem;font-size:.875rem;color:var(--soft)}
textarea{display:block;width:100%;margin:.5rem 0;padding:.5rem;font:inherit}
button{padding:.5rem 1rem;border:0;border-radius:.4rem;background:var(--act);color:var(--act-ink);font:600 .9375rem/1.3 system-ui,sans-serif;cursor:pointer}
.text{white-space:pre-wrap}
details{margin-top:1rem}
iframe{width:100%;height:24rem;border:1px solid var(--line);border-radius:.4rem;background:#fff}
`.trim();

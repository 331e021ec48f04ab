import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import type { HiddenField } from '../http/press';
import { html, type HttpResponse } from '../http/response';
import type { Language, Site } from '../policy/schema';
import { inLanguage } from '../policy/sites';
import { contentSecurityPolicy, STYLE } from './style';
import { pagesIn } from '../words/pages';

export interface Page {
  readonly status: number;
  readonly language: Language;
  /** Undefined where the site is not known. */
  readonly site?: Site | undefined;
  readonly title: string;
  readonly children?: ComponentChildren;
  /** Rules of its own, after those that all pages have. */
  readonly ownStyle?: string;
}

/** A whole page: no script, no resource from elsewhere, at most one thing to do. */
export function page({ status, language, site, title, children, ownStyle = '' }: Page): HttpResponse {
  const style = STYLE + ownStyle;
  const document = (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <title>{site ? `${title} – ${site.controller.name}` : title}</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <main>
          <div class="card">
            {site && <p class="sender">{site.controller.name}</p>}
            <h1>{title}</h1>
            {children}
          </div>
        </main>
        {site && <Imprint site={site} language={language} />}
      </body>
    </html>
  );
  return html(status, `<!doctype html>${unbroken(render(document))}`, contentSecurityPolicy(style));
}

/** "E-Mail" and "Art. 17" stay on one line. Their characters stay, too: wordings are shown as they are. */
function unbroken(markup: string): string {
  return markup.replaceAll(
    /(?:[Ee]-[Mm]ail|(?:Art\.|Abs\.|§) \d+)(?=[^<>]*<(?!\/(?:title|textarea|option)>))/g,
    '<span class="whole">$&</span>',
  );
}

function Imprint({ site: { controller }, language }: { site: Site; language: Language }) {
  return (
    <footer>
      <p>
        {controller.name}, {controller.address}
      </p>
      {controller.imprint.lines.map((line) => (
        <p>{line}</p>
      ))}
      {controller.contacts.map(({ about, email, address }) => (
        <p>
          {inLanguage(about, language)}: {address && `${address}, `}
          <a href={`mailto:${email}`}>{email}</a>
        </p>
      ))}
      <p>
        <a href={`mailto:${controller.email}`}>{controller.email}</a>&nbsp;·{' '}
        <a href={controller.privacyNotice.url}>{pagesIn(language).privacyNotice}</a>&nbsp;·{' '}
        <a href={controller.imprint.link}>{pagesIn(language).imprint}</a>
      </p>
    </footer>
  );
}

export function NameList({ names }: { names: readonly string[] }) {
  return (
    <ul class="names">
      {names.map((name) => (
        <li>{name}</li>
      ))}
    </ul>
  );
}

/** The page's only button. Posts to the page's own address, so that the form need not repeat the token. */
export function ActButton({ label, landing }: { label: string; landing: HiddenField }) {
  return (
    <form method="post">
      <input type="hidden" {...landing} />
      <SubmitButton label={label} />
    </form>
  );
}

export function SubmitButton({ label, ...said }: Partial<HiddenField> & { readonly label: string }) {
  return (
    <button type="submit" {...said}>
      {label}
    </button>
  );
}

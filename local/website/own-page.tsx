import type { Site } from '../../shared/policy/schema';
import { STYLE } from './style';

/** Where the stack serves somebody's own sites: each with its forms, by the script, as a visitor would meet them. */
export function OwnPage({ sites }: { readonly sites: readonly Site[] }) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Your sites</title>
        <link rel="icon" href="data:," />
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <aside class="demo" aria-label="Local stack">
          All mails stay on this computer. <a href="/_local/inbox.html">Open the inbox</a> · <a href="/docs">API</a>
        </aside>
        <main>
          <div class="hero">
            <h1>Your sites</h1>
            <p>The forms as visitors meet them. After a change of the sites, start the stack again.</p>
          </div>
          <div class="forms">{sites.map(Forms)}</div>
        </main>
      </body>
    </html>
  );
}

/** One form for the purposes, and one for each download, in every language of the site. */
function Forms({ id, controller, languages, fields, assets }: Site) {
  const shared = { 'data-site': id, 'data-fields': fields.map((field) => field.id).join(' ') };
  return languages.flatMap((language) =>
    [undefined, ...assets].map((asset) => (
      <section class="card" lang={language}>
        <h2>{controller.name}</h2>
        <p class="soft">
          <code>
            {id} · {language}
            {asset && ` · ${asset.id}`}
          </code>
        </p>
        <script src="/v1/form.js" {...shared} data-language={language} {...(asset && { 'data-asset': asset.id })} />
      </section>
    )),
  );
}

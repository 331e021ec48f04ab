import { NewsletterCard, NewsletterForm, WhitepaperCard, WhitepaperForm } from './forms';
import { Layout } from './layout';
import type { AssetNotice, PageNotices } from './notices';
import { WEBSITE_TEXTS } from './texts';

type Attributes = Readonly<Record<string, string>>;

/** The same forms, made by the script; without it the plain ones show, in one of two ways. */
export function DropInPage({ notices }: { notices: PageNotices }) {
  const { title, intro } = WEBSITE_TEXTS[notices.language].dropIn;
  return (
    <Layout notices={notices} title={title} here="dropIn">
      <div class="hero">
        <h1>{title}</h1>
        <p>{intro}</p>
      </div>
      <div class="forms">
        <NewsletterDropIn notices={notices} />
        {notices.assets.map((asset) => (
          <WhitepaperDropIn notices={notices} asset={asset} />
        ))}
      </div>
    </Layout>
  );
}

/** Which form it is, where the site counts by it. */
const declared = ({ forms }: PageNotices, form: string): Attributes =>
  forms.includes(form) ? { 'data-form': form } : {};

/** The form stands behind the script, and the plain one shows where there is no JavaScript. */
function NewsletterDropIn({ notices }: { notices: PageNotices }) {
  const attributes = {
    'data-site': notices.site,
    ...declared(notices, 'newsletter'),
    'data-purposes': 'newsletter-product newsletter-events analysis',
    'data-fields': 'firstName lastName',
  };
  return (
    <NewsletterCard notices={notices}>
      <script src="/v1/form.js" {...attributes} />
      <noscript>
        <NewsletterForm notices={notices} />
      </noscript>
      <Source attributes={attributes} />
    </NewsletterCard>
  );
}

/** The form takes the place of the plain one, which stays whatever keeps the script from it. */
function WhitepaperDropIn({ notices, asset }: { notices: PageNotices; asset: AssetNotice }) {
  const attributes = {
    'data-site': notices.site,
    ...declared(notices, 'whitepaper'),
    'data-purposes': 'product-info',
    'data-asset': asset.id,
    'data-target': '#whitepaper-form',
  };
  return (
    <WhitepaperCard notices={notices} asset={asset}>
      <div id="whitepaper-form">
        <WhitepaperForm notices={notices} asset={asset} />
      </div>
      <script src="/v1/form.js" {...attributes} />
      <Source attributes={attributes} />
    </WhitepaperCard>
  );
}

/** The HTML that a website would contain. */
function Source({ attributes }: { attributes: Attributes }) {
  const lines = Object.entries(attributes).map(([name, value]) => `\n  ${name}="${value}"`);
  return (
    <pre>
      <code>{`<script src="https://consent.example.com/v1/form.js"${lines.join('')}></script>`}</code>
    </pre>
  );
}

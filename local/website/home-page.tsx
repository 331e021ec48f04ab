import { NewsletterCard, NewsletterForm, WhitepaperCard, WhitepaperForm } from './forms';
import { Layout } from './layout';
import type { PageNotices } from './notices';
import { WEBSITE_TEXTS } from './texts';

/** Plain forms, which need no script. */
export function HomePage({ notices }: { notices: PageNotices }) {
  const { language, assets } = notices;
  const { claim, intro } = WEBSITE_TEXTS[language];
  return (
    <Layout notices={notices} title={claim} here="home">
      <div class="hero">
        <h1>{claim}</h1>
        <p>{intro}</p>
      </div>
      <div class="forms">
        <NewsletterCard notices={notices}>
          <NewsletterForm notices={notices} />
        </NewsletterCard>
        {assets.map((asset) => (
          <WhitepaperCard notices={notices} asset={asset}>
            <WhitepaperForm notices={notices} asset={asset} />
          </WhitepaperCard>
        ))}
      </div>
    </Layout>
  );
}

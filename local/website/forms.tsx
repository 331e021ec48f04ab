import type { ComponentChildren } from 'preact';
import type { AssetNotice, PageNotices, PurposeNotice } from './notices';
import { WEBSITE_TEXTS } from './texts';

const NAMES = ['firstName', 'lastName'];

interface CardProps {
  readonly notices: PageNotices;
  readonly children: ComponentChildren;
}

/** Where the newsletters are offered, whatever form it holds. */
export function NewsletterCard({ notices, children }: CardProps) {
  const { title, intro } = WEBSITE_TEXTS[notices.language].newsletter;
  return (
    <section class="card" aria-labelledby="newsletter">
      <h2 id="newsletter">{title}</h2>
      <p class="soft">{intro}</p>
      {children}
    </section>
  );
}

/** Where the whitepaper is offered. */
export function WhitepaperCard({ notices, asset, children }: CardProps & { readonly asset: AssetNotice }) {
  const { title, intro } = WEBSITE_TEXTS[notices.language].whitepaper;
  return (
    <section class="card" aria-labelledby="whitepaper">
      <h2 id="whitepaper">{title}</h2>
      <p>
        <strong>{asset.title}</strong>
      </p>
      <p class="soft">{intro}</p>
      {children}
    </section>
  );
}

/** Topics of their own, and the analysis of the newsletters as a consent of its own; nothing is ticked before. */
export function NewsletterForm({ notices }: { notices: PageNotices }) {
  const texts = WEBSITE_TEXTS[notices.language];
  const topics = notices.purposes.filter(({ id }) => id.startsWith('newsletter'));
  const extras = notices.purposes.filter(({ requires }) => requires !== undefined);
  return (
    <form method="post" action={`/v1/sites/${notices.site}/signups`}>
      <Person notices={notices} form="newsletter" withNames />
      <Choices legend={texts.newsletter.topics} purposes={topics} wording={texts.wording} />
      <Choices legend={texts.analysis} purposes={extras} wording={texts.wording} hint={texts.notChosen} />
      <Submit notices={notices} label={texts.newsletter.send} />
    </form>
  );
}

/** The order, and apart from it the consent to product information. */
export function WhitepaperForm({ notices, asset }: { notices: PageNotices; asset: AssetNotice }) {
  const texts = WEBSITE_TEXTS[notices.language];
  const extras = notices.purposes.filter(({ id }) => id === 'product-info');
  return (
    <form method="post" action={`/v1/sites/${notices.site}/signups`}>
      <input type="hidden" name="asset" value={asset.id} />
      <Person notices={notices} form="whitepaper" />
      <p class="order">
        {asset.text} ({texts.wording}&nbsp;{asset.version})
      </p>
      <Choices legend={texts.whitepaper.extra} purposes={extras} wording={texts.wording} />
      <Submit notices={notices} label={texts.whitepaper.send} />
    </form>
  );
}

function Person({ notices, form, withNames = false }: { notices: PageNotices; form: string; withNames?: boolean }) {
  const texts = WEBSITE_TEXTS[notices.language];
  const names = notices.fields.filter(({ id }) => withNames && NAMES.includes(id));
  return (
    <>
      <input type="hidden" name="language" value={notices.language} />
      {notices.forms.includes(form) && <input type="hidden" name="form.id" value={form} />}
      <div class="field">
        <label for={`${form}-email`}>{texts.email}</label>
        <input id={`${form}-email`} type="email" name="email" required autocomplete="email" maxLength={254} />
      </div>
      <div class="names">
        {names.map(({ id, label }) => (
          <div class="field">
            <label for={`${form}-${id}`}>
              {label} <span>({texts.optional})</span>
            </label>
            <input
              id={`${form}-${id}`}
              type="text"
              name={`field.${id}`}
              maxLength={100}
              autocomplete={id === 'firstName' ? 'given-name' : 'family-name'}
            />
          </div>
        ))}
      </div>
    </>
  );
}

interface ChoicesProps {
  readonly legend: string;
  readonly purposes: readonly PurposeNotice[];
  readonly wording: string;
  readonly hint?: string;
}

function Choices({ legend, purposes, wording, hint }: ChoicesProps) {
  if (purposes.length === 0) return null;
  return (
    <fieldset>
      <legend>{legend}</legend>
      {hint && <p class="soft">{hint}</p>}
      {purposes.map(({ id, name, text, version }) => (
        <div class="choice">
          <input type="checkbox" id={`purpose-${id}`} name="purpose" value={id} aria-describedby={`text-${id}`} />
          <label for={`purpose-${id}`}>{name}</label>
          <p id={`text-${id}`}>
            {text} ({wording}&nbsp;{version})
          </p>
        </div>
      ))}
    </fieldset>
  );
}

function Submit({ notices: { language, controller }, label }: { notices: PageNotices; label: string }) {
  const texts = WEBSITE_TEXTS[language];
  return (
    <>
      <p class="before">
        {texts.confirmNote} <a href={controller.privacyNotice}>{texts.privacy}</a>
      </p>
      <button type="submit">{label}</button>
    </>
  );
}

import type { WebsiteLanguage } from './texts';

/** The answer of `GET /v1/sites/{site}/notices`, as far as forms are made of it. */
export interface Notices {
  readonly site: string;
  readonly language: WebsiteLanguage;
  readonly controller: { readonly name: string; readonly privacyNotice: string };
  readonly purposes: readonly PurposeNotice[];
  readonly assets: readonly AssetNotice[];
  readonly fields: readonly { readonly id: string; readonly label: string }[];
}

/** What a page of the website is made of. */
export interface PageNotices extends Notices {
  /** Ids of the forms that the site's configuration lists, by which its sign-ups are counted. */
  readonly forms: readonly string[];
}

export interface PurposeNotice {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly text: string;
  readonly requires?: readonly string[];
}

export interface AssetNotice {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly text: string;
}

/** Asks the way every website has to: over HTTP. */
export async function fetchNotices(url: string, site: string, language: WebsiteLanguage): Promise<Notices> {
  const answer = await fetch(`${url}/v1/sites/${site}/notices?language=${language}`);
  if (!answer.ok) throw new Error(`The notices answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Notices;
}

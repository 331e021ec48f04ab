import { canonicalHash } from '../canonical';
import type { Asset, Language, Purpose, Site } from './schema';

/** The wording that a person saw, word for word. Its hash names it for ever. */
export interface Notice {
  readonly site: string;
  /** A notice is about a purpose or about an asset. */
  readonly purpose?: string;
  readonly asset?: string;
  readonly version: string;
  readonly language: Language;
  readonly text: string;
}

/** SHA-256 over the notice's canonical JSON (RFC 8785), base64url. */
export const noticeHash = (notice: Notice): string => canonicalHash(notice);

/** A wording of a purpose. */
export type PurposeNotice = Notice & { readonly purpose: string };
/** A wording of an asset. */
export type AssetNotice = Notice & { readonly asset: string };

export function purposeNotice(site: Site, purpose: Purpose, language: Language): PurposeNotice {
  return { site: site.id, purpose: purpose.id, ...wording(purpose, language) };
}

/** All wordings that a consent to the purpose can have been given by, today or before. */
export function purposeNotices(site: Site, purpose: Purpose): PurposeNotice[] {
  return [purpose.notice, ...purpose.earlierNotices].flatMap(({ version, text }) =>
    site.languages.flatMap((language) => {
      const inLanguage = text[language];
      return inLanguage === undefined
        ? []
        : [{ site: site.id, purpose: purpose.id, version, language, text: inLanguage }];
    }),
  );
}

export function assetNotice(site: Site, asset: Asset, language: Language): AssetNotice {
  return { site: site.id, asset: asset.id, ...wording(asset, language) };
}

function wording({ notice }: Purpose | Asset, language: Language): Pick<Notice, 'version' | 'language' | 'text'> {
  const text = notice.text[language];
  if (text === undefined) throw new RangeError(`There is no wording in "${language}".`);
  return { version: notice.version, language, text };
}

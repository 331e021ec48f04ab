import type { Language, Site } from '../policy/schema';
import { findAsset, inLanguage, purposeName } from '../policy/sites';
import type { EntryAsset, EntryPurpose } from './entry';

/** One item of a record: its name and its wording. */
export interface ListedItem {
  readonly id: string;
  readonly isAsset: boolean;
  readonly name: string;
  readonly wording?: string | undefined;
  /** The language of the wording, which need not be that of the page. */
  readonly language?: Language;
}

/** What of a record a page or a mail lists. */
export interface Listed {
  readonly purposes: readonly Pick<EntryPurpose, 'id' | 'noticeHash'>[];
  readonly asset?: EntryAsset;
}

/** An order is a thing of its own: what it is called differs from what consents are called. */
export type What = 'order' | 'signUp' | 'both';

export function whatIn(items: readonly Pick<ListedItem, 'isAsset'>[]): What {
  if (!items.some(({ isAsset }) => isAsset)) return 'signUp';
  return items.every(({ isAsset }) => isAsset) ? 'order' : 'both';
}

/** A record's items: its asset first, then its purposes. */
export function itemsOf(site: Site | undefined, { asset, purposes }: Listed, language: Language): ListedItem[] {
  const asked = purposes.map(({ id }) => ({ id, isAsset: false, name: purposeName(site, id, language) }));
  return asset ? [{ id: asset.id, isAsset: true, name: assetTitle(site, asset, language) }, ...asked] : asked;
}

export function assetTitle(site: Site | undefined, { id }: EntryAsset, language: Language): string {
  const asset = findAsset(site, id);
  return asset ? inLanguage(asset.title, language) : id;
}

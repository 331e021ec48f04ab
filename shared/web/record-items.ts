import type { EntryAsset, EntryPurpose } from '../consent/entry';
import { readNotice } from '../ledger/ledger';
import type { LedgerTable } from '../ledger/table';
import { assetNotice, noticeHash, purposeNotice } from '../policy/notices';
import { findAsset, findPurpose, inLanguage, purposeName } from '../policy/sites';
import type { Language, Site } from '../policy/schema';

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

/** What the buttons of the confirmation page send where there are two. */
export const CHOICES = { all: 'all', order: 'order' } as const;

/** A record's items: its asset first, then its purposes. */
export function itemsOf(site: Site | undefined, { asset, purposes }: Listed, language: Language): ListedItem[] {
  const asked = purposes.map(({ id }) => ({ id, isAsset: false, name: purposeName(site, id, language) }));
  return asset ? [{ id: asset.id, isAsset: true, name: assetTitle(site, asset, language) }, ...asked] : asked;
}

export function assetTitle(site: Site | undefined, { id }: EntryAsset, language: Language): string {
  const asset = findAsset(site, id);
  return asset ? inLanguage(asset.title, language) : id;
}

/** The items with the wording of the sign-up, which need not be today's. */
export async function itemsWithWording(
  ledger: LedgerTable,
  site: Site | undefined,
  { asked, in: language }: { asked: Listed & { readonly language: Language }; in: Language },
): Promise<ListedItem[]> {
  const hashes = [...(asked.asset ? [asked.asset.noticeHash] : []), ...asked.purposes.map((p) => p.noticeHash)];
  const current = currentWordings(site, asked);
  const wordings = await Promise.all(
    hashes.map(async (hash) => current.get(hash) ?? (await readNotice(ledger, hash))?.text),
  );
  return itemsOf(site, asked, language).map((item, n) => ({ ...item, wording: wordings[n], language: asked.language }));
}

function currentWordings(
  site: Site | undefined,
  { asset, purposes, language }: Listed & { readonly language: Language },
): ReadonlyMap<string, string> {
  if (!site?.languages.includes(language)) return new Map();
  const known = asset && findAsset(site, asset.id);
  const notices = [
    ...(known ? [assetNotice(site, known, language)] : []),
    ...purposes.flatMap(({ id }) => {
      const purpose = findPurpose(site, id);
      return purpose ? [purposeNotice(site, purpose, language)] : [];
    }),
  ];
  return new Map(notices.map((notice) => [noticeHash(notice), notice.text]));
}

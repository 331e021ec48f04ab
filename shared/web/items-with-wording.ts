import { itemsOf, type Listed, type ListedItem } from '../consent/record-items';
import { readNotice } from '../ledger/ledger';
import type { LedgerTable } from '../ledger/table';
import { assetNotice, noticeHash, purposeNotice } from '../policy/notices';
import type { Language, Site } from '../policy/schema';
import { findAsset, findPurpose } from '../policy/sites';

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

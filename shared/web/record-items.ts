import type { EntryAsset } from '../consent/entry';
import type { RecordState } from '../consent/fold';
import { readNotice } from '../ledger/ledger';
import type { LedgerTable } from '../ledger/table';
import { assetNotice, noticeHash, purposeNotice } from '../policy/notices';
import { findAsset, findPurpose, inLanguage, purposeName } from '../policy/sites';
import type { Language, Site } from '../policy/schema';

/** One item of a record: its name and its wording. */
export interface ListedItem {
  readonly name: string;
  readonly wording?: string | undefined;
  /** The language of the wording, which need not be that of the page. */
  readonly language?: Language;
}

/** The names of a record's items: its asset first, then its purposes. */
export function itemNames(
  site: Site | undefined,
  { asset, purposes, language }: Pick<RecordState, 'asset' | 'purposes' | 'language'>,
): string[] {
  const names = purposes.map(({ id }) => purposeName(site, id, language));
  return asset ? [assetTitle(site, asset, language), ...names] : names;
}

export function assetTitle(site: Site | undefined, { id }: EntryAsset, language: Language): string {
  const asset = findAsset(site, id);
  return asset ? inLanguage(asset.title, language) : id;
}

/** The items with the wording of the sign-up, which need not be today's. */
export async function itemsWithWording(
  ledger: LedgerTable,
  site: Site | undefined,
  record: RecordState,
  language: Language,
): Promise<ListedItem[]> {
  const names = itemNames(site, { ...record, language });
  const hashes = [...(record.asset ? [record.asset.noticeHash] : []), ...record.purposes.map((p) => p.noticeHash)];
  const current = currentWordings(site, record);
  const wordings = await Promise.all(
    hashes.map(async (hash) => current.get(hash) ?? (await readNotice(ledger, hash))?.text),
  );
  return names.map((name, n) => ({ name, wording: wordings[n], language: record.language }));
}

function currentWordings(
  site: Site | undefined,
  { asset, purposes, language }: RecordState,
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

import type { KeptCounts, WordingCount } from '../ledger/audience-counts';
import { assetNotice, noticeHash, purposeNotices } from '../policy/notices';
import type { Site } from '../policy/schema';
import { countsOf } from './count-audience';
import type { Deps } from './deps';

/** Every wording of a site, and how many rest on it: of a purpose those for whom it is in force by that. */
export async function showRegister(deps: Pick<Deps, 'audience'>, site: Site, now: Date) {
  const ids = site.purposes.map(({ id }) => id);
  const counts = await countsOf(deps, site, ids, now);
  const purposes = site.purposes.map((purpose) => ({
    purpose: purpose.id,
    countedAt: counts.get(purpose.id)!.countedAt,
    wordings: wordingsOf(site, purpose, counts.get(purpose.id)!),
  }));
  const assets = site.assets.map((asset) => ({
    asset: asset.id,
    wordings: site.languages.map((language) => {
      const notice = assetNotice(site, asset, language);
      return { version: notice.version, language, hash: noticeHash(notice), text: notice.text };
    }),
  }));
  return { purposes, assets };
}

function wordingsOf(site: Site, purpose: Site['purposes'][number], { wordings }: KeptCounts) {
  const known = purposeNotices(site, purpose).map((notice) => {
    const { version, language, text } = notice;
    const hash = noticeHash(notice);
    return { version, language, hash, text, isCurrent: version === purpose.notice.version, ...said(wordings[hash]) };
  });
  const hashes = new Set(known.map(({ hash }) => hash));
  // Of a wording that the configuration has no more its hash is left here, and its text in the ledger.
  const others = Object.entries(wordings).filter(([hash]) => !hashes.has(hash));
  return [...known, ...others.map(([hash, count]) => ({ hash, isCurrent: false, ...said(count) }))];
}

function said(count: WordingCount | undefined) {
  return count ? { restingOn: count.people, oldest: count.oldest, newest: count.newest } : { restingOn: 0 };
}

import { sha256Text } from '../../hash';
import { canonicalJson } from '../canonical-json';
import { isKnown, noticesOf, type Bundle, type Entry, type Notice, type Wording } from '../format';
import { claim, stepName, type Claim, type Finding } from '../report';

/** 6. Each wording is the one agreed to. */
export function checkNotices({ entries, notices }: Bundle): Claim {
  const named = new Set<string>();
  const failures: Finding[] = [];
  for (const { entry } of entries) {
    if (isKnown(entry)) for (const finding of checkWordings(entry, notices)) failures.push(finding);
    for (const hash of noticesOf(entry)) named.add(hash);
  }
  for (const [hash, notice] of Object.entries(notices)) {
    if (sha256Text(canonicalJson(notice)) !== hash) failures.push({ code: 'noticeChanged', ...about(notice) });
    if (!named.has(hash)) failures.push({ code: 'noticeUnused', ...about(notice) });
  }
  return claim('notices', failures, { isEmpty: named.size === 0 });
}

function checkWordings(entry: Entry, notices: Bundle['notices']): Finding[] {
  return [
    ...entry.purposes.flatMap((purpose) => checkWording(entry, purpose, 'purpose', notices)),
    ...(entry.asset ? checkWording(entry, entry.asset, 'asset', notices) : []),
  ];
}

function checkWording(
  entry: Entry,
  { id, noticeHash }: Wording,
  kind: 'purpose' | 'asset',
  notices: Bundle['notices'],
): Finding[] {
  const notice = Object.hasOwn(notices, noticeHash) ? notices[noticeHash] : undefined;
  const found = { step: stepName(entry), id };
  if (!notice) return [{ code: 'noticeMissing', ...found }];
  if (notice.site !== entry.site || notice[kind] !== id) return [{ code: 'noticeOfOther', ...found }];
  const isRead = entry.language === undefined || notice.language === entry.language;
  return isRead ? [] : [{ code: 'noticeLanguage', ...found }];
}

function about({ purpose, asset, version, language }: Notice): { id: string; version: string; language: string } {
  return { id: purpose ?? asset ?? '', version, language };
}

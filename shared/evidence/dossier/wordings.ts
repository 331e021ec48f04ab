import { noticeHashes } from '../bundle';
import type { Notice } from '../../policy/notices';
import { nameOfNotice, type Matter } from './names';

/** The hashes of the wordings, in the order in which steps first name them. */
export function wordings({ bundle }: Matter): string[] {
  return noticeHashes(bundle.entries.map(({ entry }) => entry)).filter((hash) => bundle.notices[hash]);
}

/** The heading below which a wording stands in full. */
export function wordingHeading(matter: Matter, hash: string, notice: Notice): string {
  return `${wordingNumber(matter, hash)}  ${nameOfNotice(matter, notice)}`;
}

/** The number of the section that has a wording in full. */
export function wordingNumber(matter: Matter, hash: string): string {
  return `2.${wordings(matter).indexOf(hash) + 1}`;
}

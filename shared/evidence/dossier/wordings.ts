import { noticeHashes } from '../bundle';
import type { Matter } from './names';

/** The hashes of the wordings, in the order in which steps first name them. */
export function wordings({ bundle }: Matter): string[] {
  return noticeHashes(bundle.entries.map(({ entry }) => entry)).filter((hash) => bundle.notices[hash]);
}

/** The number of the section that has a wording in full. */
export function wordingNumber(matter: Matter, hash: string): string {
  return `2.${wordings(matter).indexOf(hash) + 1}`;
}

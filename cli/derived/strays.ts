import { isSubjectId, type SubjectId } from '../../shared/ids';
import { eachOf } from '../../shared/ledger/batches';
import type { MemberItem } from '../../shared/ledger/audience';
import { isGone, type Keys } from '../../shared/ledger/dynamo';
import { readEntryItems } from '../../shared/ledger/entry-items';
import type { Site } from '../../shared/policy/schema';
import type { Lack, Looking } from './person';

/**
 * Rows of the audience that are in, of people of whom nothing is left: their last message was lost, and no history leads to them
 * any more. Of anybody else the look at their history says it.
 */
export async function straysAmong(
  rows: readonly MemberItem[],
  { ledger, siteOf, now }: Pick<Looking, 'ledger' | 'siteOf' | 'now'>,
): Promise<Lack[]> {
  const members = rows.flatMap((row): (readonly [Site, string, SubjectId])[] => {
    const [id = '', purpose = ''] = row.pk.split('#');
    const site = siteOf(id);
    const isIn = !isGone(row, now) && (row.active || row.inForce === true);
    const isOurs = site?.purposes.some((one) => one.id === purpose) === true;
    return site && isOurs && isIn && isSubjectId(row.sk) ? [[site, purpose, row.sk]] : [];
  });
  const found = await eachOf(members, async ([site, purpose, subject]): Promise<Lack[]> => {
    // Whether or not they can be read: `audit` says so otherwise.
    const items = await readEntryItems<Keys & { readonly expiresAt?: number }>(ledger, subject);
    if (items.some((item) => !isGone(item, now))) return [];
    const text = `Subject ${subject} of ${site.id} is in the audience of ${purpose}, and nothing is left of them.`;
    return [{ consumer: 'projector', code: 'audienceTooMuch', site: site.id, subject, text }];
  });
  return found.flat();
}

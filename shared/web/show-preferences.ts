import type { Happened } from '../actions/change-preferences';
import type { Visit } from '../actions/visit-preferences';
import { identitiesOf } from '../consent/identity';
import type { Preference } from '../consent/preferences';
import { standingOf } from '../consent/standing';
import type { HiddenField } from '../http/press';
import type { HttpResponse } from '../http/response';
import { linkUrl, type Links } from '../links/link';
import { isClosed } from '../policy/closing';
import { hasContractMail } from '../policy/offered';
import { purposeNotice } from '../policy/notices';
import { findPurpose } from '../policy/sites';
import { preferencesPage, type Choice } from './preferences-page';

/** How things stand with a person, and their buttons to change it. */
export async function showPreferences(
  links: Links,
  { site, present, all, language, now }: Visit,
  landing: HiddenField,
  happened?: Happened,
): Promise<HttpResponse> {
  const { restrictedSince, undeliverableSince } = standingOf(present.entries);
  const isReachable = identitiesOf(present.entries).length > 0;
  const choices = await Promise.all(
    all.map((preference) => choiceOf(links, preference, { site, language, isReachable })),
  );
  const hasRecords = present.state.length > 0;
  const standing = {
    isReachable,
    hasRecords,
    restrictedSince,
    undeliverableSince,
    hasContractMail: hasContractMail(site, now),
    isClosed: isClosed(site, now),
  };
  return preferencesPage({ site, language, choices, ...standing, landing, happened });
}

async function choiceOf(
  links: Links,
  preference: Preference,
  { site, language, isReachable }: Pick<Visit, 'site' | 'language'> & { readonly isReachable: boolean },
): Promise<Choice> {
  const { id, legalBasis, status, given } = preference;
  const purpose = findPurpose(site, id);
  const canAsk = purpose && isReachable && legalBasis === 'consent' && status !== 'on';
  const receiptUrl = given && (await linkUrl(links, { kind: 'receipt', ...given, purposes: [] }));
  return {
    ...preference,
    ...(canAsk && { wording: purposeNotice(site, purpose, language).text }),
    ...(receiptUrl !== undefined && { receiptUrl }),
  };
}

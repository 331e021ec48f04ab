import { networkOf } from '../shared/api/client-ip';
import { httpFunction } from '../shared/api/http-function';
import { acceptedLanguage, type HttpRequest } from '../shared/api/request';
import type { HttpResponse } from '../shared/api/response';
import { confirm, isRenewal, renew } from '../shared/consent/decisions';
import type { Step } from '../shared/consent/entry';
import { AlreadyConfirmed, AlreadyWithdrawn, ConfirmationExpired, UnknownRecord } from '../shared/consent/errors';
import { fold, type RecordState, type SubjectState } from '../shared/consent/fold';
import { readHistory } from '../shared/ledger/ledger';
import { takeStep } from '../shared/ledger/take-step';
import { linkUrl, openLink } from '../shared/links/link';
import type { Link } from '../shared/links/link-token';
import { findSite, requirements } from '../shared/policy/sites';
import { confirmedPage, confirmPage } from '../shared/web/confirm-pages';
import { badLinkPage, busyPage, sayingPage } from '../shared/web/link-pages';
import { itemNames, itemsWithWording } from '../shared/web/record-items';

/** Only the button, a POST, confirms; whoever merely fetches the link, a mail scanner say, changes nothing. */
export const handler = httpFunction(async (call) => {
  const link = await openLink(call.params['token'] ?? '', 'confirm');
  if (!link) return badLinkPage();
  return call.method === 'POST' ? press(link, call) : show(link, call);
}, busyPage);

async function show(link: Link, call: HttpRequest): Promise<HttpResponse> {
  const now = new Date();
  const state = fold((await readHistory(link.subject, now)).entries, now);
  try {
    decide(state, link.recordId, now);
  } catch (error) {
    return refusal(error, link, recordOf(state, link), call);
  }
  const record = recordOf(state, link);
  if (!record) throw new UnknownRecord();
  const site = findSite(record.site);
  return confirmPage(site, record.language, await itemsWithWording(site, record));
}

async function press(link: Link, call: HttpRequest): Promise<HttpResponse> {
  const now = new Date();
  let record: RecordState | undefined;
  const step = (state: SubjectState): Step => {
    record = recordOf(state, link);
    return decide(state, link.recordId, now);
  };
  try {
    await takeStep({ subject: link.subject, now, decide: step, parts: { network: networkOf(call) } });
  } catch (error) {
    return refusal(error, link, record, call);
  }
  return confirmed(link, record, false, call);
}

function decide(state: SubjectState, recordId: string, now: Date): Step {
  const requires = requirements(findSite(state[0]?.site ?? ''));
  return isRenewal(state, recordId) ? renew(state, recordId, requires, now) : confirm(state, recordId, requires, now);
}

function recordOf(state: SubjectState, { recordId }: Link): RecordState | undefined {
  return state.find((record) => record.recordId === recordId);
}

/** What to tell a person whose link does not confirm, or not any more. */
async function refusal(
  error: unknown,
  link: Link,
  record: RecordState | undefined,
  call: HttpRequest,
): Promise<HttpResponse> {
  const site = record && findSite(record.site);
  const language = record?.language ?? acceptedLanguage(call);
  if (error instanceof AlreadyConfirmed) return confirmed(link, record, true, call);
  if (error instanceof AlreadyWithdrawn) return sayingPage(410, site, language, 'withdrawnLink');
  if (error instanceof ConfirmationExpired || error instanceof UnknownRecord) {
    return sayingPage(410, site, language, 'expired');
  }
  throw error;
}

async function confirmed(
  link: Link,
  record: RecordState | undefined,
  again: boolean,
  call: HttpRequest,
): Promise<HttpResponse> {
  const site = record && findSite(record.site);
  if (!record) return sayingPage(410, site, acceptedLanguage(call), 'expired');
  return confirmedPage({
    site,
    language: record.language,
    names: itemNames(site, record),
    hasAsset: record.asset !== undefined,
    hasPurposes: record.purposes.length > 0,
    again,
    receiptUrl: await linkUrl({ ...link, kind: 'receipt', purposes: [] }),
  });
}

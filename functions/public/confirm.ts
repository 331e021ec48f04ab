import { httpFunction } from '../../shared/http/http-function';
import { landingOf, pressed, readPress } from '../../shared/http/press';
import type { HttpRequest } from '../../shared/http/request';
import type { HttpResponse } from '../../shared/http/response';
import { confirm, isRenewal, renew } from '../../shared/consent/decide/decisions';
import type { Entry, Step } from '../../shared/consent/entry';
import { AlreadyConfirmed, AlreadyWithdrawn, ConfirmationExpired, UnknownRecord } from '../../shared/consent/errors';
import { fold, type RecordState, type SubjectState } from '../../shared/consent/fold';
import { spokenLanguage } from '../../shared/consent/decide/language';
import { readHistory } from '../../shared/ledger/ledger';
import { takeStep } from '../../shared/actions/take-step';
import { linkUrl, openLink } from '../../shared/links/link';
import type { Link } from '../../shared/links/link-token';
import type { Language, Site } from '../../shared/policy/schema';
import { findSite, requirements } from '../../shared/policy/sites';
import { confirmedPage, confirmPage } from '../../shared/web/confirm-pages';
import { badLinkPage, busyPage, sayingPage } from '../../shared/web/link-pages';
import { browserLanguage } from '../../shared/web/page';
import { itemNames, itemsWithWording } from '../../shared/web/record-items';
import { proxies } from '../deps/visitors';
import { links } from '../deps/secrets';
import { sites } from '../deps/sites';
import { ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(), vault: vault(), links: links(), proxies: proxies() };

/** Only the button, a POST, confirms; whoever merely fetches the link, a mail scanner say, changes nothing. */
export const handler = httpFunction(async (call) => {
  const link = await openLink(deps.links, call.params['token'] ?? '', 'confirm');
  if (!link) return badLinkPage();
  return call.method === 'POST' ? press(link, call) : show(link, call);
}, busyPage);

async function show(link: Link, call: HttpRequest): Promise<HttpResponse> {
  const now = new Date();
  const { entries } = await readHistory(deps.ledger, link.subject, now);
  const state = fold(entries, now);
  const found = find(link, state, entries, call);
  try {
    decide(state, link.recordId, now);
  } catch (error) {
    return refusal(error, link, found);
  }
  const { site, record, language } = found;
  if (!record) throw new UnknownRecord();
  return confirmPage(
    site,
    language,
    await itemsWithWording(deps.ledger, site, record, language),
    await landingOf(deps, call, now),
  );
}

async function press(link: Link, call: HttpRequest): Promise<HttpResponse> {
  const now = new Date();
  const button = await readPress(deps, call, now);
  let found: Found = find(link, [], [], call);
  const step = (state: SubjectState, entries: readonly Entry[]): Step => {
    found = find(link, state, entries, call);
    return pressed(decide(state, link.recordId, now), button);
  };
  try {
    await takeStep(deps, { subject: link.subject, now, decide: step, parts: { network: button.network } });
  } catch (error) {
    return refusal(error, link, found);
  }
  return confirmed(link, found, false);
}

function decide(state: SubjectState, recordId: string, now: Date): Step {
  const requires = requirements(findSite(deps.sites, state[0]?.site ?? ''));
  return isRenewal(state, recordId) ? renew(state, recordId, requires, now) : confirm(state, recordId, requires, now);
}

/** What a link leads to, and how to speak of it. */
interface Found {
  readonly site: Site | undefined;
  readonly record: RecordState | undefined;
  readonly language: Language;
}

function find(link: Link, state: SubjectState, entries: readonly Entry[], call: HttpRequest): Found {
  const record = state.find(({ recordId }) => recordId === link.recordId);
  const site = record && findSite(deps.sites, record.site);
  const form = record?.language ?? browserLanguage(site, call);
  return { site, record, language: spokenLanguage(entries, form) };
}

/** What to tell a person whose link does not confirm, or not any more. */
async function refusal(error: unknown, link: Link, found: Found): Promise<HttpResponse> {
  const { site, language } = found;
  if (error instanceof AlreadyConfirmed) return confirmed(link, found, true);
  if (error instanceof AlreadyWithdrawn) return sayingPage(410, site, language, 'withdrawnLink');
  if (error instanceof ConfirmationExpired || error instanceof UnknownRecord) {
    return sayingPage(410, site, language, 'expired');
  }
  throw error;
}

async function confirmed(link: Link, { site, record, language }: Found, again: boolean): Promise<HttpResponse> {
  if (!record) return sayingPage(410, site, language, 'expired');
  return confirmedPage({
    site,
    language,
    names: itemNames(site, { ...record, language }),
    hasAsset: record.asset !== undefined,
    hasPurposes: record.purposes.length > 0,
    again,
    receiptUrl: await linkUrl(deps.links, { ...link, kind: 'receipt', purposes: [] }),
  });
}

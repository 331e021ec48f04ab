import { httpFunction } from '../../shared/http/http-function';
import { readWish, type Wish } from '../../shared/http/preferences-form';
import { landingOf, readPress, type Press } from '../../shared/http/press';
import type { HttpRequest } from '../../shared/http/request';
import type { HttpResponse } from '../../shared/http/response';
import { identitiesOf } from '../../shared/consent/identity';
import { chooseLanguage, languageFor, spokenLanguage } from '../../shared/consent/decide/language';
import { askable, preferences, presentAddress, type Address, type Preference } from '../../shared/consent/preferences';
import { stateAt } from '../../shared/consent/keep/registration-maximum';
import { perhapsInForce } from '../../shared/consent/not-understood';
import { standingOf } from '../../shared/consent/standing';
import { alongMoves } from '../../shared/actions/along-moves';
import { askAgain } from '../../shared/actions/ask-again';
import { readHistory } from '../../shared/ledger/ledger';
import { siteOf } from '../../shared/actions/site-of';
import { takeStep } from '../../shared/actions/take-step';
import { withdrawAlongMoves } from '../../shared/actions/withdraw';
import { linkUrl, openLink } from '../../shared/links/link';
import type { Link } from '../../shared/links/link-token';
import { purposeNotice } from '../../shared/policy/notices';
import type { Language, Site } from '../../shared/policy/schema';
import { findPurpose, requirements } from '../../shared/policy/sites';
import { badLinkPage, busyPage } from '../../shared/web/link-pages';
import { browserLanguage, pageLanguage } from '../../shared/web/page';
import { preferencesGonePage, preferencesPage, type Choice } from '../../shared/web/preferences-page';
import type { Happened } from '../../shared/web/preferences-said';
import { proxies } from '../deps/visitors';
import { links, subjectKey } from '../deps/secrets';
import { sites } from '../deps/sites';
import { ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(), vault: vault(), links: links(), subjectKey: subjectKey(), proxies: proxies() };

/**
 * How things stand with a person, and their buttons to change it. Only a POST does: it withdraws at once, and asks by e-mail for
 * what is new.
 */
export const handler = httpFunction(async (call) => {
  const link = await openLink(deps.links, call.params['token'], 'preferences');
  if (!link) return badLinkPage(call);
  const now = new Date();
  const visit = await look(link, call, now);
  if (!visit) return preferencesGonePage(browserLanguage(undefined, call));
  if (call.method !== 'POST') return show(visit);
  const button = await readPress(deps, call, now);
  const happened = await carryOut(readWish(button), visit, button);
  return show(await lookAgain(visit), happened);
}, busyPage);

/** A person at their preferences, and all that there is about them. */
interface Visit {
  readonly link: Link;
  readonly call: HttpRequest;
  readonly site: Site;
  /** Where the person is now. */
  readonly present: Address;
  readonly addresses: readonly Address[];
  readonly all: readonly Preference[];
  readonly language: Language;
  readonly now: Date;
}

/** Undefined where nothing is left of the person, and with it nobody knows whose page this was. */
async function look(link: Link, call: HttpRequest, now: Date, known?: Site): Promise<Visit | undefined> {
  const [first, ...others] = await alongMoves(link.subject, async (subject) => {
    const { entries, all } = await readHistory(deps.ledger, subject, now);
    return { subject, entries, all };
  });
  const site =
    siteOf(
      deps,
      [first, ...others].flatMap(({ all }) => all),
    ) ?? known;
  if (!site) return undefined;
  const at = (found: typeof first): Address => ({
    ...found,
    state: stateAt(found.entries, site, now),
    perhaps: perhapsInForce(found.all, site),
  });
  const addresses = [at(first), ...others.map(at)] as const;
  const present = presentAddress(addresses);
  const language = pageLanguage(site, spokenLanguage(present.entries, formLanguage(site, present, call)));
  return { link, call, site, present, addresses, all: preferences(site, addresses), language, now };
}

/** What is to be deleted at once may be gone by then. */
async function lookAgain(visit: Visit): Promise<Visit> {
  return (await look(visit.link, visit.call, visit.now, visit.site)) ?? visit;
}

function formLanguage(site: Site, { entries, state }: Address, call: HttpRequest): Language {
  const last = state.at(-1);
  return last ? languageFor(entries, state, last) : browserLanguage(site, call);
}

async function carryOut(wish: Wish | undefined, visit: Visit, button: Press): Promise<Happened> {
  switch (wish?.wants) {
    case 'save':
      return save(wish, visit, button);
    case 'end':
      return end([], visit, button);
    case 'ask':
      return { ended: [], ...(await ask(wish.purposes, visit, button)) };
    case 'language':
      return speak(wish.language, visit);
    case undefined:
      return { ended: [] };
  }
}

/** What ends ends first. What fell along with it and is still ticked is asked for with what is new. */
async function save({ before, ticked }: Wish & { wants: 'save' }, visit: Visit, button: Press): Promise<Happened> {
  const unticked = before.filter((id) => !ticked.includes(id));
  const happened = unticked.length > 0 ? await end(unticked, visit, button) : { ended: [] };
  const isNew = (id: string): boolean => !before.includes(id) || happened.ended.includes(id);
  return { ...happened, ...(await ask(ticked.filter(isNew), await lookAgain(visit), button)) };
}

/** All that there is, where none is named. */
async function end(purposes: readonly string[], visit: Visit, button: Press): Promise<Pick<Happened, 'ended'>> {
  const { link, now } = visit;
  const { facts, network } = button;
  const endings = await withdrawAlongMoves(deps, { ...link, purposes, via: 'page', facts, parts: { network }, now });
  return { ended: [...new Set(endings.flatMap(({ ended }) => ended.map(({ id }) => id)))] };
}

async function ask(wished: readonly string[], visit: Visit, { network }: Press): Promise<Partial<Happened>> {
  const { site, present, language, now } = visit;
  const { ask: purposes, lacking } = askable(wished, visit.all, requirements(site));
  if (purposes.length === 0) return { lacking };
  const { subject, entries } = present;
  const page = `${deps.links.publicUrl}/preferences`;
  const outcome = await askAgain(deps, { site, subject, entries, purposes, language, network, page, now });
  return { lacking, asked: { purposes, outcome } };
}

async function speak(wanted: Language, { site, present, call, now }: Visit): Promise<Happened> {
  if (!site.languages.includes(wanted)) return { ended: [] };
  const choice = { site: site.id, form: formLanguage(site, present, call), wanted };
  const { entry } = await takeStep(deps, {
    subject: present.subject,
    now,
    decide: (_, entries, moment) => chooseLanguage(entries, choice, moment),
  });
  return { ended: [], hasNewLanguage: entry !== undefined };
}

async function show(visit: Visit, happened?: Happened): Promise<HttpResponse> {
  const { site, present, all, language, call, now } = visit;
  const { restrictedSince, undeliverableSince } = standingOf(present.entries);
  const isReachable = identitiesOf(present.entries).length > 0;
  const choices = await Promise.all(all.map((preference) => choice(preference, { site, language, isReachable })));
  const landing = await landingOf(deps, call, now);
  return preferencesPage({
    site,
    language,
    choices,
    isReachable,
    restrictedSince,
    undeliverableSince,
    landing,
    happened,
  });
}

async function choice(
  preference: Preference,
  { site, language, isReachable }: Pick<Visit, 'site' | 'language'> & { isReachable: boolean },
): Promise<Choice> {
  const { id, legalBasis, status, given } = preference;
  const purpose = findPurpose(site, id);
  const canAsk = purpose && isReachable && legalBasis === 'consent' && status !== 'on';
  const receiptUrl = given && (await linkUrl(deps.links, { kind: 'receipt', ...given, purposes: [] }));
  return {
    ...preference,
    ...(canAsk && { wording: purposeNotice(site, purpose, language).text }),
    ...(receiptUrl !== undefined && { receiptUrl }),
  };
}

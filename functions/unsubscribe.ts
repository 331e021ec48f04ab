import { readForm } from '../shared/api/body';
import { networkOf } from '../shared/api/client-ip';
import { httpFunction } from '../shared/api/http-function';
import { acceptedLanguage, type HttpRequest } from '../shared/api/request';
import { plainText, type HttpResponse } from '../shared/api/response';
import { withdraw, withdrawable } from '../shared/consent/decisions';
import { NothingToWithdraw } from '../shared/consent/errors';
import { fold, type SubjectState } from '../shared/consent/fold';
import { readHistory } from '../shared/ledger/ledger';
import { takeStep } from '../shared/ledger/take-step';
import { openLink } from '../shared/links/link';
import type { Link } from '../shared/links/link-token';
import type { Language, Site } from '../shared/policy/schema';
import { findSite, purposeName, requirements } from '../shared/policy/sites';
import { badLinkPage, busyPage, sayingPage } from '../shared/web/link-pages';
import { unsubscribedPage, unsubscribePage } from '../shared/web/unsubscribe-pages';

/**
 * The page with the button, the button, and the one-click POST of mail programs (RFC 8058). Only a POST withdraws;
 * it needs nothing but the ledger, and takes effect with its answer.
 */
export const handler = httpFunction(async (call) => {
  const link = await openLink(call.params['token'] ?? '', 'unsubscribe');
  if (!link) return badLinkPage();
  if (call.method !== 'POST') return show(link, call);
  return (await isOneClick(call)) ? oneClick(link, call) : press(link, call);
}, busyPage);

async function show(link: Link, call: HttpRequest): Promise<HttpResponse> {
  const now = new Date();
  const state = fold((await readHistory(link.subject, now)).entries, now);
  const about = aboutLink(state, link, call);
  const purposes = withdrawable(state, { purposes: link.purposes, requires: requirements(about.site) });
  return purposes.length === 0 ? nothingPage(about) : unsubscribePage({ ...about, names: names(about, purposes) });
}

async function press(link: Link, call: HttpRequest): Promise<HttpResponse> {
  const { withdrawn, state } = await withdrawNow(link, call, 'page');
  const about = aboutLink(state, link, call);
  return withdrawn.length === 0 ? nothingPage(about) : unsubscribedPage({ ...about, names: names(about, withdrawn) });
}

/** For a program: no page, no redirect, no cookie; the same whether or not there was anything left to withdraw. */
async function oneClick(link: Link, call: HttpRequest): Promise<HttpResponse> {
  await withdrawNow(link, call, 'one-click');
  return plainText(200, 'Unsubscribed.\n');
}

interface Withdrawn {
  readonly withdrawn: readonly { readonly id: string }[];
  readonly state: SubjectState;
}

async function withdrawNow(link: Link, call: HttpRequest, via: 'page' | 'one-click'): Promise<Withdrawn> {
  const now = new Date();
  let seen: SubjectState = [];
  const decide = (state: SubjectState) => {
    seen = state;
    const requires = requirements(findSite(state[0]?.site ?? ''));
    return withdraw(state, { recordId: link.recordId, purposes: link.purposes, requires, via }, now);
  };
  const parts = { network: networkOf(call) };
  try {
    const entry = await takeStep({ subject: link.subject, now, decide, parts, evenWithoutParts: true });
    return { withdrawn: entry?.purposes ?? [], state: seen };
  } catch (error) {
    if (error instanceof NothingToWithdraw) return { withdrawn: [], state: seen };
    throw error;
  }
}

/** Whoever holds the link may withdraw, so a body that cannot be read is a press of the button. */
async function isOneClick(call: HttpRequest): Promise<boolean> {
  const form = await readForm(call).catch(() => undefined);
  return form?.get('List-Unsubscribe')?.includes('One-Click') ?? false;
}

interface About {
  readonly site: Site | undefined;
  readonly language: Language;
}

function aboutLink(state: SubjectState, { recordId }: Link, call: HttpRequest): About {
  const record = state.find((candidate) => candidate.recordId === recordId) ?? state[0];
  const language = record?.language ?? (acceptedLanguage(call) === 'en' ? 'en' : 'de');
  return { site: findSite(record?.site ?? ''), language };
}

function names({ site, language }: About, purposes: readonly { readonly id: string }[]): string[] {
  return purposes.map(({ id }) => purposeName(site, id, language));
}

function nothingPage({ site, language }: About): HttpResponse {
  return sayingPage(200, site, language, 'nothing');
}

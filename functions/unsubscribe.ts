import { readForm } from '../shared/api/body';
import { networkOf } from '../shared/api/client-ip';
import { httpFunction } from '../shared/api/http-function';
import { acceptedLanguage, type HttpRequest } from '../shared/api/request';
import { plainText, type HttpResponse } from '../shared/api/response';
import { withdraw, withdrawable, type Requirements } from '../shared/consent/decisions';
import type { Entry } from '../shared/consent/entry';
import { NothingToWithdraw } from '../shared/consent/errors';
import { fold, type SubjectState } from '../shared/consent/fold';
import { movedTo } from '../shared/consent/moving';
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
  const looks = await alongMoves(link, async ({ subject, purposes }) => {
    const { entries } = await readHistory(subject, now);
    const state = fold(entries, now);
    const ended = withdrawable(state, { purposes, requires: requirementsOf(state) });
    return { entries, state, ended };
  });
  const about = aboutLink(looks, link, call);
  const all = names(about, looks);
  return all.length === 0 ? nothingPage(about) : unsubscribePage({ ...about, names: all });
}

async function press(link: Link, call: HttpRequest): Promise<HttpResponse> {
  const looks = await withdrawNow(link, call, 'page');
  const about = aboutLink(looks, link, call);
  const all = names(about, looks);
  return all.length === 0 ? nothingPage(about) : unsubscribedPage({ ...about, names: all });
}

/** For a program: no page, no redirect, no cookie; the same whether or not there was anything left to withdraw. */
async function oneClick(link: Link, call: HttpRequest): Promise<HttpResponse> {
  await withdrawNow(link, call, 'one-click');
  return plainText(200, 'Unsubscribed.\n');
}

/** What a link finds at one address of the person, and what it ends there. */
interface Look {
  readonly entries: readonly Entry[];
  readonly state: SubjectState;
  readonly ended: readonly { readonly id: string }[];
}

/** How many further addresses of a person an old link is good for. */
const MOVES = 5;

/** Looks where the link leads, and then wherever the person moved to since: who has an old mail can still end it all. */
async function alongMoves(link: Link, look: (link: Link) => Promise<Look>): Promise<Look[]> {
  const looks: Look[] = [];
  const subjects = [link.subject];
  for (const subject of subjects) {
    const found = await look({ ...link, subject });
    looks.push(found);
    const next = movedTo(found.entries).filter((other) => !subjects.includes(other));
    subjects.push(...next.slice(0, MOVES + 1 - subjects.length));
  }
  return looks;
}

/** Whoever was interrupted presses again, and what is left is done. */
function withdrawNow(link: Link, call: HttpRequest, via: 'page' | 'one-click'): Promise<Look[]> {
  return alongMoves(link, (at) => withdrawAt(at, call, via));
}

async function withdrawAt(link: Link, call: HttpRequest, via: 'page' | 'one-click'): Promise<Look> {
  const { subject, recordId, purposes } = link;
  const now = new Date();
  let seen: Pick<Look, 'state' | 'entries'> = { state: [], entries: [] };
  const decide = (state: SubjectState, entries: readonly Entry[]) => {
    seen = { state, entries };
    return withdraw(state, { recordId, purposes, requires: requirementsOf(state), via }, now);
  };
  const parts = { network: networkOf(call) };
  try {
    const entry = await takeStep({ subject, now, decide, parts, evenWithoutParts: true });
    return { ...seen, ended: entry?.purposes ?? [] };
  } catch (error) {
    if (error instanceof NothingToWithdraw) return { ...seen, ended: [] };
    throw error;
  }
}

function requirementsOf(state: SubjectState): Requirements {
  return requirements(findSite(state[0]?.site ?? ''));
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

function aboutLink(looks: readonly Look[], { recordId }: Link, call: HttpRequest): About {
  const records = looks.flatMap(({ state }) => state);
  const record = records.find((candidate) => candidate.recordId === recordId) ?? records[0];
  const language = record?.language ?? (acceptedLanguage(call) === 'en' ? 'en' : 'de');
  return { site: findSite(record?.site ?? ''), language };
}

function names({ site, language }: About, looks: readonly Look[]): string[] {
  const ids = new Set(looks.flatMap(({ ended }) => ended.map(({ id }) => id)));
  return [...ids].map((id) => purposeName(site, id, language));
}

function nothingPage({ site, language }: About): HttpResponse {
  return sayingPage(200, site, language, 'nothing');
}

import { randomBytes } from 'node:crypto';
import { optionalCaller } from '../../shared/http/access-token';
import { mediaType, readForm, readJson } from '../../shared/http/body';
import { networkOf, storable } from '../../shared/http/client-ip';
import { preflight, requireOrigin, withCors } from '../../shared/http/cors';
import { httpFunction, problemJson } from '../../shared/http/http-function';
import { Problem, unknownSite } from '../../shared/http/problem';
import type { HttpRequest } from '../../shared/http/request';
import { json, seeOther, type HttpResponse } from '../../shared/http/response';
import { readSignUp, signUpFromForm, type SignUpWishes } from '../../shared/http/sign-up-body';
import { request, type SignUp } from '../../shared/consent/decide/decisions';
import { endOfUnconfirmed } from '../../shared/consent/keep/ends';
import { lengthMs } from '../../shared/duration';
import { keepNotice } from '../../shared/ledger/ledger';
import type { Network, Parts } from '../../shared/ledger/part';
import { subjectId } from '../../shared/ledger/subject-id';
import { takeStep } from '../../shared/actions/take-step';
import { putNothing } from '../../shared/ledger/vault';
import { noticeHash } from '../../shared/policy/notices';
import type { Site } from '../../shared/policy/schema';
import { findSite } from '../../shared/policy/sites';
import { signUpProblemPage, signUpSentPage } from '../../shared/web/sign-up-pages';
import { tokens } from '../deps/tokens';
import { proxies, publicUrl } from '../deps/visitors';
import { subjectKey } from '../deps/secrets';
import { sites } from '../deps/sites';
import { ledger, vault } from '../deps/tables';

const deps = {
  sites,
  ledger: ledger(),
  vault: vault(),
  subjectKey: subjectKey(),
  proxies: proxies(),
  tokens: tokens(),
  publicUrl: publicUrl(),
};

/** By how much the entry of a sign-up is larger than what it says, less what `putNothing` adds by itself. */
const SEAL_BYTES = 283;

export const handler = httpFunction(
  async (call) => {
    if (call.method === 'OPTIONS')
      return withCors(deps.publicUrl, preflight('POST'), findSite(deps.sites, call.params['site'] ?? ''), call);
    const site = findSite(deps.sites, call.params['site'] ?? '');
    if (!site) throw unknownSite();
    return call.method === 'POST'
      ? withCors(deps.publicUrl, await signUp(site, call), site, call)
      : signUpSentPage(site, call);
  },
  (problem, call) => {
    const site = findSite(deps.sites, call.params['site'] ?? '');
    const answer = wantsPage(call) ? signUpProblemPage(problem, site, call) : problemJson(problem);
    return withCors(deps.publicUrl, { ...answer, headers: { ...answer.headers, ...problem.headers } }, site, call);
  },
);

async function signUp(site: Site, call: HttpRequest): Promise<HttpResponse> {
  requireOrigin(deps.publicUrl, site, call);
  const backend = await optionalCaller(deps.tokens, call, 'signup:write');
  const wishes = readSignUp(site, isForm(call) ? signUpFromForm(await readForm(call)) : readJson(call));
  if (wishes.visitor && backend === undefined) {
    throw new Problem(403, 'visitor', 'Only a backend says who its visitor is: send its access token along.');
  }
  if (wishes.source && backend === undefined) {
    throw new Problem(403, 'source', 'Only a backend says where it asked: send its access token along.');
  }
  await record(site, wishes, backend, networkFor(wishes, call));
  return isForm(call)
    ? seeOther(`/v1/sites/${site.id}/signups/sent?language=${wishes.language}`)
    : json(202, { status: 'pending' });
}

async function record(site: Site, wishes: SignUpWishes, backend: string | undefined, network: Network): Promise<void> {
  const now = new Date();
  const { purposes, asset, language, source } = wishes;
  const confirmBy = new Date(now.getTime() + lengthMs(site.confirmation.pending));
  const signUp: SignUp = {
    site: site.id,
    recordId: randomBytes(16).toString('base64url'),
    actor: backend === undefined ? { kind: 'subject' } : { kind: 'backend', id: backend },
    language,
    purposes: purposes.map((notice) => ({
      id: notice.purpose ?? '',
      legalBasis: 'consent',
      noticeHash: noticeHash(notice),
    })),
    ...(asset && { asset: { id: asset.asset ?? '', noticeHash: noticeHash(asset) } }),
    ...(source && { source }),
    confirmBy,
  };
  const { mailsPerDay, pause } = site.confirmation;
  const limits = { mailsPerDay, pauseMs: lengthMs(pause) };
  const parts: Parts = { identity: identityOf(wishes), network };
  const end = endOfUnconfirmed(confirmBy);
  const entry = await takeStep(deps, {
    subject: await subjectId(deps.subjectKey, site.id, wishes.address.canonical),
    now,
    decide: (state) => request(state, signUp, limits, now),
    parts,
    alongside: () =>
      Promise.all([...purposes, ...(asset ? [asset] : [])].map((notice) => keepNotice(deps.ledger, notice))),
    entryEnd: end,
    partsEnd: end,
  });
  if (!entry) await takeAsLong(parts, signUp, now);
}

function identityOf({ address, fields, form }: SignUpWishes): NonNullable<Parts['identity']> {
  return {
    email: address.typed,
    ...(Object.keys(fields).length > 0 && { fields }),
    ...(form !== undefined && { form }),
  };
}

function networkFor({ visitor }: SignUpWishes, call: HttpRequest): Network {
  if (!visitor) return networkOf(deps.proxies, call);
  const { ip, userAgent } = visitor;
  return { ip, ipSource: 'backend', ...(userAgent !== undefined && { userAgent: storable(userAgent) }) };
}

/** Nobody may learn from the time of an answer whether the address is known here. */
async function takeAsLong(parts: Parts, signUp: SignUp, now: Date): Promise<void> {
  const size = (value: object): number => Buffer.byteLength(JSON.stringify(value));
  await Promise.all(Object.values(parts).map((part: object) => putNothing(deps.vault, size(part), now)));
  await putNothing(deps.vault, SEAL_BYTES + size(signUp), now);
}

function isForm(call: HttpRequest): boolean {
  return ['application/x-www-form-urlencoded', 'multipart/form-data'].includes(mediaType(call));
}

/** A browser that posted a form shows its answer to a person. */
function wantsPage(call: HttpRequest): boolean {
  return (isForm(call) || call.method !== 'POST') && (call.headers['accept'] ?? '').includes('text/html');
}

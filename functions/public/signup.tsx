import { optionalCaller } from '../../shared/http/access-token';
import { mediaType, readForm, readJson } from '../../shared/http/body';
import { networkOf, storable } from '../../shared/http/client-ip';
import { preflight, requireOrigin, withCors } from '../../shared/http/cors';
import { formPage } from '../../shared/http/form-page';
import { isScript, wantsPage } from '../../shared/http/accept-page';
import { httpFunction, problemJson } from '../../shared/http/http-function';
import { needOpen } from '../../shared/http/need-open';
import { Problem, unknownSite } from '../../shared/http/problem';
import { asBackend } from '../../shared/consent/entry';
import type { HttpRequest } from '../../shared/http/request';
import { answersOf } from '../../shared/http/answering';
import { signUp as signUpContract } from '../../shared/http/operations/sign-up';
import { seeOther, type HttpResponse } from '../../shared/http/response';
import { readSignUp, signUpFromForm, type SignUpWishes } from '../../shared/http/sign-up-body';
import type { Network } from '../../shared/ledger/part';
import { signUp } from '../../shared/actions/sign-up';
import type { Site } from '../../shared/policy/schema';
import { findSite } from '../../shared/policy/sites';
import type { SentForm } from '../../shared/web/form-errors';
import { signUpProblemPage, signUpSentPage } from '../../shared/web/sign-up-pages';
import { tokens } from '../deps/tokens';
import { proxies, publicUrl } from '../deps/visitors';
import { subjectKey } from '../deps/secrets';
import { sites } from '../deps/sites';
import { ledger, limits, vault } from '../deps/tables';

const deps = {
  sites,
  ledger: ledger(sites),
  vault: vault(),
  limits: limits(),
  subjectKey: subjectKey(),
  proxies: proxies(),
  tokens: tokens(),
  publicUrl: publicUrl(),
};

export const handler = httpFunction(
  async (call) => {
    if (call.method === 'OPTIONS')
      return withCors(deps.publicUrl, preflight('POST'), findSite(deps.sites, call.params['site']), call);
    const site = findSite(deps.sites, call.params['site']);
    if (!site) throw unknownSite();
    needOpen(site, new Date());
    return call.method === 'POST'
      ? withCors(deps.publicUrl, await take(site, call), site, call)
      : signUpSentPage(site, call);
  },
  async (problem, call) => {
    const site = findSite(deps.sites, call.params['site']);
    const answer = wantsPage(call)
      ? signUpProblemPage(problem, site, call, await sentForm(call))
      : problemJson(problem);
    return withCors(deps.publicUrl, { ...answer, headers: { ...answer.headers, ...problem.headers } }, site, call);
  },
);

async function take(site: Site, call: HttpRequest): Promise<HttpResponse> {
  requireOrigin(deps.publicUrl, site, call);
  const backend = await optionalCaller(deps, call, { scope: 'signup:write', site });
  const now = new Date();
  const wishes = readSignUp(site, isForm(call) ? signUpFromForm(await readForm(call)) : readJson(call), now);
  if (wishes.visitor && backend === undefined) {
    throw new Problem(403, 'visitor', 'Only a backend says who its visitor is: send its access token along.');
  }
  if (wishes.source && backend === undefined) {
    throw new Problem(403, 'source', 'Only a backend says where it asked: send its access token along.');
  }
  const actor = backend === undefined ? ({ kind: 'subject' } as const) : asBackend(backend);
  // What a backend's own request came from is no page of the person's.
  const page = formPage(wishes.form, backend === undefined ? call.headers['referer'] : undefined);
  await signUp(deps, { ...wishes, site, actor, page, network: networkFor(wishes, call), now });
  return isForm(call) && !isScript(call)
    ? seeOther(`/v1/sites/${site.id}/signups/sent?language=${wishes.language}`)
    : answersOf(signUpContract).json(202, { status: 'pending' });
}

function networkFor({ visitor }: SignUpWishes, call: HttpRequest): Network {
  if (!visitor) return networkOf(deps.proxies, call);
  const { ip, userAgent } = visitor;
  return { ip, ipSource: 'backend', ...(userAgent !== undefined && { userAgent: storable(userAgent) }) };
}

function isForm(call: HttpRequest): boolean {
  return ['application/x-www-form-urlencoded', 'multipart/form-data'].includes(mediaType(call));
}

/** What of a refused form its page needs; nothing where it cannot be read, or is none. */
async function sentForm(call: HttpRequest): Promise<SentForm> {
  const form = await readForm(call).catch(() => new Map<string, readonly string[]>());
  const { language, purposes = [] } = signUpFromForm(form) as { language?: unknown; purposes?: readonly string[] };
  return { language: typeof language === 'string' ? language : undefined, purposes };
}

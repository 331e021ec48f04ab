import { readCaseClosing, readCaseReading, unknownCase } from '../../shared/http/case-body';
import { httpFunction } from '../../shared/http/http-function';
import { unknownSite } from '../../shared/http/problem';
import type { HttpRequest } from '../../shared/http/request';
import { json, type HttpResponse } from '../../shared/http/response';
import { outlineOf } from '../../shared/http/subject-answer';
import { dayOf, plus } from '../../shared/calendar';
import { caseClosed, caseEntry, caseRead } from '../../shared/consent/decide/cases';
import type { Entry } from '../../shared/consent/entry';
import type { Operation } from '../../shared/consent/decide/operator-decisions';
import { shownMail, type ShownMail } from '../../shared/inbox/shown-mail';
import { findCase, openCases, unlistCase, type Case } from '../../shared/ledger/cases';
import { keepObjectionable } from '../../shared/actions/keep-objectionable';
import { readHistory } from '../../shared/ledger/ledger';
import type { Mail } from '../../shared/ledger/part';
import { takeStep } from '../../shared/actions/take-step';
import { takeSteps } from '../../shared/actions/take-steps';
import { readParts, withoutErased } from '../../shared/ledger/vault';
import type { Site } from '../../shared/policy/schema';
import { findSite, requirements } from '../../shared/policy/sites';
import { sites } from '../deps/sites';
import { audience, ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(), vault: vault(), audience: audience() };

/** 128 bit, base64url. */
const CASE = /^[\w-]{22}$/;

/** Mails that somebody has to read: the list of them, one of them, and what came of it. */
export const handler = httpFunction(async (call) => {
  const site = findSite(deps.sites, call.params['site'] ?? '');
  if (!site) throw unknownSite();
  const now = new Date();
  if (call.method === 'GET') return list(site, now);
  const id = call.params['case'] ?? '';
  const open = CASE.test(id) ? await findCase(deps.audience, site.id, id, now) : undefined;
  if (!open) throw unknownCase();
  const operator = { kind: 'operator', id: call.operator ?? 'unknown' } as const;
  const told = { via: 'e-mail', receivedOn: dayOf(new Date(open.since)) } as const;
  const operation = { site, requires: requirements(site), operator, told };
  return call.routeKey.endsWith('/close') ? close(operation, open, call, now) : read(operation, open, call, now);
});

async function list(site: Site, now: Date): Promise<HttpResponse> {
  const cases = await openCases(deps.audience, site.id, now);
  return json(200, { site: site.id, cases: cases.map(({ id, since }) => ({ case: id, since })) });
}

/** That it is read is written down before it is shown. */
async function read(
  operation: Operation,
  { id, subject, since }: Case,
  call: HttpRequest,
  now: Date,
): Promise<HttpResponse> {
  const { reason } = readCaseReading(call);
  const { site } = operation;
  const { entries } = await readHistory(deps.ledger, subject, now);
  const entry = caseEntry(entries, id);
  const mail = entry && (await mailOf(entry, entries, now));
  const end = plus(now, site.retention.accessLog);
  const decide = (_: unknown, __: unknown, moment: Date) => caseRead({ ...operation, told: {} }, id, moment);
  await takeStep(deps, { subject, now, decide, parts: { reason: { reason } }, entryEnd: end, partsEnd: end });
  const { reading = null, provenBy = null } = entry?.facts ?? {};
  return json(200, { site: site.id, case: id, since, reading, provenBy, mail: mail ?? null });
}

/** Undefined where it was deleted or erased. */
async function mailOf(entry: Entry, entries: readonly Entry[], now: Date): Promise<ShownMail | undefined> {
  const parts = withoutErased(await readParts(deps.vault, entry.subject, now), entries);
  const part = parts.get(entry.parts['mail'] ?? '');
  return part && shownMail(JSON.parse(part.data) as Mail);
}

/** It leaves the list last: interrupted before, it is closed once more. */
async function close(operation: Operation, open: Case, call: HttpRequest, now: Date): Promise<HttpResponse> {
  const { reason, outcome } = readCaseClosing(call);
  const { site } = operation;
  const alongside = () => (outcome === 'objection' ? keepObjectionable(deps, site) : Promise.resolve());
  const parts = { reason: { reason } };
  const moves = caseClosed(operation, open.id, outcome).map((decide) => ({ decide, parts, alongside }));
  const partsEnd = plus(now, site.retention.accessLog);
  const taken = await takeSteps(deps, moves, { subject: open.subject, now, partsEnd });
  await unlistCase(deps.audience, site.id, open, now);
  return json(200, { site: site.id, case: open.id, outcome, done: taken.map((entry) => outlineOf(entry, false)) });
}

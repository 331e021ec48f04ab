import { closeCase } from '../../shared/http/operations/close-case';
import { listCases } from '../../shared/http/operations/list-cases';
import { readCase } from '../../shared/http/operations/read-case';
import { Problem } from '../../shared/http/problem';
import { on, serve, type Call } from '../../shared/http/serve';
import { outlineOf } from '../../shared/http/subject-answer';
import { dayOf, plus } from '../../shared/calendar';
import { caseClosed, caseEntry, caseRead } from '../../shared/consent/decide/cases';
import type { Entry } from '../../shared/consent/entry';
import type { Operation } from '../../shared/consent/decide/operator-decisions';
import { shownMail, type ShownMail } from '../../shared/inbox/shown-mail';
import { findCase, openCases, unlistCase, type Case } from '../../shared/ledger/cases';
import { keepObjectionable } from '../../shared/actions/keep-objectionable';
import { readHistory } from '../../shared/ledger/ledger';
import { readPart } from '../../shared/ledger/read-part';
import { takeStep } from '../../shared/actions/take-step';
import { takeSteps } from '../../shared/actions/take-steps';
import { readParts, withoutErased } from '../../shared/ledger/vault';
import { requirements } from '../../shared/policy/sites';
import { sites } from '../deps/sites';
import { audience, ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(), vault: vault(), audience: audience() };

/** 128 bit, base64url. */
const CASE = /^[\w-]{22}$/;

/** Mails that somebody has to read. */
const list = on(listCases, async ({ site, now }, answer) => {
  const cases = await openCases(deps.audience, site.id, now);
  return answer.json(200, { site: site.id, cases: cases.map(({ id, since }) => ({ case: id, since })) });
});

type CaseCall = Pick<Call<typeof readCase | typeof closeCase>, 'site' | 'params' | 'operator' | 'now'>;

/** @throws {Problem} where it is not open, or never was */
async function openCase({ site, params, operator, now }: CaseCall): Promise<{ open: Case; operation: Operation }> {
  const open = CASE.test(params.case) ? await findCase(deps.audience, site.id, params.case, now) : undefined;
  if (!open) throw new Problem(404, 'unknown-case', UNKNOWN_CASE);
  const told = { via: 'e-mail', receivedOn: dayOf(new Date(open.since)) } as const;
  const operation = {
    site,
    requires: requirements(site),
    operator: { kind: 'operator', id: operator } as const,
    told,
  };
  return { open, operation };
}

const UNKNOWN_CASE = 'There is no open case of that id at this site; GET the list of those there are.';

/** That it is read is written down before it is shown. */
const read = on(readCase, async (call, answer) => {
  const { site, now } = call;
  const { reason } = call.body;
  const { open, operation } = await openCase(call);
  const { id, subject, since } = open;
  const { entries } = await readHistory(deps.ledger, subject, now);
  const entry = caseEntry(entries, id);
  const mail = entry && (await mailOf(entry, entries, now));
  const end = plus(now, site.retention.accessLog);
  const decide = (_: unknown, __: unknown, moment: Date) => caseRead({ ...operation, told: {} }, id, moment);
  await takeStep(deps, { subject, now, decide, parts: { reason: { reason } }, entryEnd: end, partsEnd: end });
  const { reading = null, provenBy = null } = entry?.facts ?? {};
  return answer.json(200, { site: site.id, case: id, since, reading, provenBy, mail: mail ?? null });
});

/** Undefined where it was deleted or erased. */
async function mailOf(entry: Entry, entries: readonly Entry[], now: Date): Promise<ShownMail | undefined> {
  const parts = withoutErased(await readParts(deps.vault, entry.subject, now), entries);
  const { mail: digest } = entry.parts;
  const mail = digest === undefined ? undefined : readPart('mail', parts.get(digest));
  return mail && shownMail(mail);
}

/** It leaves the list last: interrupted before, it is closed once more. */
const close = on(closeCase, async (call, answer) => {
  const { site, now } = call;
  const { reason, outcome } = call.body;
  const { open, operation } = await openCase(call);
  const alongside = () => (outcome === 'objection' ? keepObjectionable(deps, site) : Promise.resolve());
  const parts = { reason: { reason } };
  const steps = caseClosed(operation, open.id, outcome).map((decide) => ({ decide, parts, alongside }));
  const partsEnd = plus(now, site.retention.accessLog);
  const taken = await takeSteps(deps, steps, { subject: open.subject, now, partsEnd });
  await unlistCase(deps.audience, site.id, open, now);
  const done = taken.map((entry) => outlineOf(entry, false));
  return answer.json(200, { site: site.id, case: open.id, outcome, done });
});

export const handler = serve(deps.sites, list, read, close);

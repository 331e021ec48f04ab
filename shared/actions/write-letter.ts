import { plus } from '../calendar';
import { languageOf } from '../consent/decide/language';
import { identitiesOf } from '../consent/identity';
import { entriesOf } from '../consent/entry';
import { requestsOf } from '../consent/requests';
import { isKnown } from '../consent/standing';
import { letterOf, letterText, TEMPLATE, type Letter } from '../evidence/letters/letter';
import { NotSo } from '../evidence/letters/sentences';
import { acceptedForm } from '../http/accept';
import type { Answered, Answering } from '../http/answering';
import type { writeLetter as contract } from '../http/operations/write-letter';
import { Problem } from '../http/problem';
import { download } from '../http/response';
import type { Call } from '../http/serve';
import { readWhose } from '../http/subject-body';
import { sha256 } from '../hash';
import type { SubjectId } from '../ids';
import { readPerson } from '../ledger/person';
import { readPart } from '../ledger/read-part';
import { subjectId } from '../ledger/subject-id';
import { mailboxOf, whoIs } from '../ledger/who-is';
import { fileName } from '../file-name';
import { needRequest } from './carry-out-order';
import type { Deps } from './deps';
import { endOfReason } from './order-steps';
import { takeStep } from './take-step';
import { needAtSite } from './whose';

type LetterDeps = Pick<Deps, 'ledger' | 'vault' | 'subjectKey'>;

/**
 * Makes a letter to a person, of what is in their history. That it was made is written down before it is given; not of somebody of
 * whom nothing is known: that would be the first thing.
 */
export async function writeLetter(
  deps: LetterDeps,
  call: Call<typeof contract>,
  answer: Answering<typeof contract>,
): Promise<Answered> {
  const { site, body, now } = call;
  const form = acceptedForm(call.request, { 'text/plain': 'txt', 'application/pdf': 'pdf' });
  const whose = readWhose(body);
  const subject = 'id' in whose ? whose.id : await subjectId(deps.subjectKey, site.id, whose.canonical);
  const { history, parts } = await readPerson(deps, subject, now);
  const { entries, all } = history;
  needAtSite(whose, all, site);
  needRequest(entries, body.forCase);
  const identity = whoIs(identitiesOf(entries), parts);
  const email = 'id' in whose ? identity && mailboxOf(identity) : whose.typed;
  const language = body.language ?? languageOf(entries, site);
  const recipient = (body.recipient ?? []).map((line) => line.trim()).filter((line) => line !== '');
  const held = new Set(parts.keys());
  const request = requestsOf(entries).find((one) => one.case === body.forCase);
  const letter = made(body.kind, {
    site,
    language,
    entries,
    all,
    email,
    recipient,
    held,
    request,
    text: body.text,
    now,
  });
  if (!body.dryRun && isKnown(all)) await note(deps, call, subject, letter);
  const name = fileName(['letter', body.kind, site.id, body.forCase ?? subject], now, form);
  if (form === 'txt') return answer.as('text/plain', download(letterText(letter), 'text/plain; charset=utf-8', name));
  // Loaded when it is asked for: making documents takes more code than all the rest.
  const { letterPdf } = await import('../evidence/letters/document');
  const pdf = await letterPdf(letter, { language, at: now });
  return answer.as('application/pdf', download(pdf, 'application/pdf', name));
}

function made(...asked: Parameters<typeof letterOf>): Letter {
  try {
    return letterOf(...asked);
  } catch (error) {
    if (!(error instanceof NotSo)) throw error;
    const detail =
      'The letter would tell of something that is not in the history of the person, or lacks your reasons or the request that it answers.';
    throw new Problem(409, 'not-so', detail);
  }
}

/** Once for the same text: as PDF and as text it is one letter. */
async function note(
  deps: LetterDeps,
  { site, body, operator, now }: Call<typeof contract>,
  subject: SubjectId,
  letter: Letter,
): Promise<void> {
  const digest = `SHA-256 ${Buffer.from(sha256(letterText(letter))).toString('hex')}`;
  const { parts } = await readPerson(deps, subject, now);
  const isSame = (part: string | undefined): boolean =>
    [...parts.values()].some((one) => one.digest === part && readPart('reason', one)?.reason === digest);
  const partsEnd = endOfReason(site, now);
  await takeStep(deps, {
    subject,
    now,
    onAll: true,
    decide: (_, entries, moment) =>
      entriesOf('PersonInformed', entries).some((entry) => isSame(entry.parts['reason']))
        ? undefined
        : {
            type: 'PersonInformed',
            site: site.id,
            at: moment.toISOString(),
            actor: operator,
            purposes: [],
            facts: {
              letter: body.kind,
              template: TEMPLATE,
              ...(body.forCase !== undefined && { forCase: body.forCase }),
            },
          },
    parts: { reason: { reason: digest } },
    entryEnd: plus(now, site.retention.accessLog),
    partsEnd,
  });
}

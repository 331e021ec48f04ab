import { automaticNoted, caseOpened } from '../consent/decide/received-mail';
import { standingOf } from '../consent/standing';
import { plus } from '../calendar';
import { listCase } from '../ledger/cases';
import { caseIdFor } from '../ledger/subject-id';
import { takeStep } from './take-step';
import type { Word } from './mail-to-site';
import type { Deps } from './deps';

/** More than somebody who means it writes before anybody reads it. */
const MOST_OPEN = 10;

/**
 * So many mails in one name wait to be read that this is a flood. The mail stays in the bucket; close the cases, and have it
 * delivered again.
 */
export class TooManyCases extends Error {
  override readonly name = 'TooManyCases';
}

/**
 * Has a person read a mail.
 *
 * 1. Add the entry, with the mail as its part. A crash before leaves the mail where it came in.
 * 2. Put it on the list. A crash before does so when the mail is delivered again.
 *
 * @throws {TooManyCases}
 */
export async function openCase(
  deps: Pick<Deps, 'ledger' | 'vault' | 'audience' | 'subjectKey'>,
  word: Word,
  reading: 'unclear' | 'unproven',
): Promise<void> {
  const { site, places, known, now } = word;
  const [{ subject, entries }] = places;
  const id = await caseIdFor(deps.subjectKey, subject, known.messageId);
  const { cases } = standingOf(entries);
  if (cases.length >= MOST_OPEN && !cases.some((other) => other.id === id)) throw new TooManyCases();
  const { entry } = await takeStep(deps, {
    subject,
    now,
    decide: (_, all, moment) => caseOpened(all, { ...known, now: moment }, { reading, id }),
    ...partsOf(word),
  });
  const isOpen = entry ?? cases.some((other) => other.id === id);
  if (isOpen) await listCase(deps.audience, site.id, { id, subject, since: entry?.at ?? now.toISOString() });
}

/** Keeps what a program sent in the name of somebody who is known here. */
export async function noteAutomatic(deps: Pick<Deps, 'ledger' | 'vault'>, word: Word): Promise<void> {
  const [{ subject }] = word.places;
  await takeStep(deps, {
    subject,
    now: word.now,
    decide: (_, entries, moment) => automaticNoted(entries, { ...word.known, now: moment }),
    ...partsOf(word),
  });
}

/** Until `retention` sees to it. */
export function partsOf({ kept, site, now }: Word) {
  return { parts: { mail: kept }, partsEnd: plus(now, site.retention.accessLog) };
}

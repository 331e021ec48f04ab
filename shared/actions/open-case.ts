import { automaticNoted, caseOpened, openMails } from '../consent/decide/received-mail';
import { standingOf } from '../consent/standing';
import { plus } from '../calendar';
import { listCase, openCases } from '../ledger/cases';
import { caseIdFor } from '../ledger/subject-id';
import { takeStep } from './take-step';
import type { CaseReading } from '../inbox/treatment';
import type { Word } from './mail-to-site';
import type { Deps } from './deps';

/**
 * So many mails may wait to be read. What anybody can write in somebody's name has little room, all of it together, and takes
 * none from what is proven; whoever wishes for something that the law gives them has all the room.
 */
const MOST_OPEN = { proven: 20, unproven: 5, unprovenAtSite: 50 };

/** Why a mail is read, and whether its writer is known to wish for something. */
export interface Opening {
  readonly reading: CaseReading;
  readonly isMore: boolean;
}

/**
 * Has a person read a mail.
 *
 * 1. Add the entry, with the mail as its part. A crash before leaves the mail where it came in.
 * 2. Put it on the list. A crash before does so when the mail is delivered again.
 *
 * @returns false where so many wait that this is a flood; then nothing happened
 */
export async function openCase(
  deps: Pick<Deps, 'ledger' | 'vault' | 'audience' | 'subjectKey'>,
  word: Word,
  opening: Opening,
): Promise<boolean> {
  const { site, places, known, now } = word;
  const [{ subject, entries }] = places;
  const id = await caseIdFor(deps.subjectKey, subject, known.messageId);
  const { cases } = standingOf(entries);
  const isKnown = cases.some((other) => other.id === id);
  if (!isKnown && (await isFlood(deps, word, opening))) return false;
  const { entry } = await takeStep(deps, {
    subject,
    now,
    decide: (_, all, moment) => caseOpened(all, { ...known, now: moment }, { reading: opening.reading, id }),
    ...partsOf(word),
  });
  const since = entry?.at ?? now.toISOString();
  if (entry ?? isKnown) {
    const { reading } = opening;
    const { provenBy } = known;
    const isProven = provenBy !== undefined;
    await listCase(deps.audience, site.id, { id, subject, since, isProven, reading, ...(provenBy && { provenBy }) });
  }
  return true;
}

async function isFlood(
  deps: Pick<Deps, 'audience'>,
  { site, places, known, now }: Word,
  opening: Opening,
): Promise<boolean> {
  const [{ entries }] = places;
  const open = openMails(entries);
  const isProven = known.provenBy !== undefined;
  const alike = open.filter((mail) => mail.isProven === isProven).length;
  if (isProven) return !opening.isMore && alike >= MOST_OPEN.proven;
  if (alike >= MOST_OPEN.unproven) return true;
  const others = await openCases(deps.audience, site.id, now);
  return others.filter((other) => !other.isProven).length >= MOST_OPEN.unprovenAtSite;
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

import type { SubjectId } from '../ids';
import { byWeight, fold, type RecordState } from '../consent/fold';
import { languageFor, spokenLanguage } from '../consent/decide/language';
import { broughtAbout, isAcknowledged, isWithinADay } from '../consent/decide/received-mail';
import { readHistory } from '../ledger/ledger';
import { subjectId } from '../ledger/subject-id';
import { deliver } from './deliver';
import { withdrawnLetter } from '../mail/letters';
import type { CarriedOut } from './carry-out-mail';
import type { Wish } from '../inbox/recognise';
import type { Word } from './mail-to-site';
import type { Deps } from './deps';
import { ownLanguage } from '../policy/own-language';

/** Says to the person that it is done; at most once a day, and not when an old mail comes again. */
export async function acknowledge(
  deps: Pick<Deps, 'ledger' | 'vault' | 'subjectKey' | 'links' | 'mail'>,
  word: Word,
  wish: Wish,
  { place, purposes }: CarriedOut,
): Promise<void> {
  const { site, known, now } = word;
  const { subject } = place;
  const { entries } = await readHistory(deps.ledger, subject, now);
  const step = broughtAbout([...place.entries, ...entries], known);
  if (isAcknowledged(entries, now) || (step && !isWithinADay(step.at, now))) return;
  const state = fold(place.entries, now);
  const record = recordOf(byWeight(state), purposes);
  const language = record
    ? languageFor(place.entries, state, record)
    : spokenLanguage(place.entries, ownLanguage(site));
  const letter = withdrawnLetter(site, language, { wish, purposes });
  await deliver(deps, {
    site,
    subject,
    entries,
    record: { ...(record && { recordId: record.recordId }), language },
    kind: 'withdrawn',
    letter,
    to: await addressOf(deps, word, subject),
    now,
  });
}

function recordOf(records: readonly RecordState[], purposes: readonly string[]): RecordState | undefined {
  return records.findLast((record) => record.purposes.some(({ id }) => purposes.includes(id))) ?? records.at(-1);
}

/** Where the mail came from, if that is the person's address: whoever else writes hears nothing. */
async function addressOf(
  deps: Pick<Deps, 'subjectKey'>,
  { site, mail }: Word,
  subject: SubjectId,
): Promise<string | undefined> {
  if (!mail.from || (await subjectId(deps.subjectKey, site.id, mail.from.canonical)) !== subject) return undefined;
  return mail.from.mailbox;
}

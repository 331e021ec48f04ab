import { entriesOf, factsOf, type Entry, type EntryFor, type Facts, type Step } from '../entry';
import { standingOf } from '../standing';
import { isConfirmation } from '../steps/begins-and-ends';

/** A mail that came in, as far as the ledger tells of it. */
export interface MailIn {
  readonly site: string;
  /** By which it is known again. */
  readonly messageId: string;
  readonly provenBy: Facts['provenBy'];
  /** The day on which it came, ISO 8601 date; undefined where it is seen to on that day. */
  readonly receivedOn?: string | undefined;
  readonly now: Date;
}

/** The same of a step that carries out what the mail wishes for. */
export function wishFacts(mail: MailIn): Pick<Facts, 'messageId' | 'provenBy' | 'receivedOn'> {
  const { receivedOn } = mail;
  return { ...mailFacts(mail), ...(receivedOn !== undefined && { receivedOn }) };
}

type Reading = EntryFor<'MailReceived'>['facts']['reading'];

/** What the step says of itself that a mail brings about. */
export function mailFacts({ messageId, provenBy }: MailIn): Pick<Facts, 'messageId' | 'provenBy'> {
  return { messageId, ...(provenBy && { provenBy }) };
}

/** What a mail brought about before, taken for as good: who writes under another's name makes no mail a repetition. */
export function broughtAbout(entries: readonly Entry[], { messageId, provenBy }: MailIn): Entry | undefined {
  return entries.find((entry) => {
    const facts = factsOf(entry);
    return entry.type !== 'MailReceived' && facts.messageId === messageId && facts.provenBy === provenBy;
  });
}

/** A mail that somebody has to read; undefined where it is a case already. */
export function caseOpened(
  entries: readonly Entry[],
  mail: MailIn,
  { reading, id }: { readonly reading: Reading; readonly id: string },
): Step | undefined {
  const isKnown = entriesOf('MailReceived', entries).some(({ facts }) => facts.case === id);
  return isKnown ? undefined : received(mail, { reading, case: id });
}

/** A mail of a person that waits to be read. */
export interface OpenMail {
  /** By which the case is known. */
  readonly id: string;
  readonly since: string;
  /** Whether it is certain who wrote. */
  readonly isProven: boolean;
}

export function openMails(entries: readonly Entry[]): OpenMail[] {
  const ids = new Set(standingOf(entries).cases.map(({ id }) => id));
  return entriesOf('MailReceived', entries).flatMap(({ at, facts: { case: id, provenBy } }) =>
    id !== undefined && ids.has(id) ? [{ id, since: at, isProven: provenBy !== undefined }] : [],
  );
}

/** A mail that nobody wrote; undefined where there was one within a day, as programs do not tire. */
export function automaticNoted(entries: readonly Entry[], mail: MailIn): Step | undefined {
  const isLike = ({ at, facts }: EntryFor<'MailReceived'>): boolean =>
    facts.reading === 'automatic' && isWithinADay(at, mail.now);
  return entriesOf('MailReceived', entries).some(isLike) ? undefined : received(mail, { reading: 'automatic' });
}

function received(mail: MailIn, facts: Pick<EntryFor<'MailReceived'>['facts'], 'reading' | 'case'>): Step {
  const { site, now } = mail;
  const said = { at: now.toISOString(), actor: { kind: 'subject' }, purposes: [] } as const;
  return { type: 'MailReceived', site, ...said, facts: { ...facts, ...mailFacts(mail) } };
}

/** By which a person's clock may be behind ours. */
const SLOW_CLOCK_MS = 5 * 60 * 1000;

/** Whether the person consented to anything after a mail was written: then it is not about that. */
export function consentedSince(entries: readonly Entry[], writtenAt: Date): boolean {
  const isLater = (at: string): boolean => Date.parse(at) > writtenAt.getTime() + SLOW_CLOCK_MS;
  return entries.some((entry) => isConfirmation(entry) && isLater(entry.at));
}

/** Whether the person was told within a day that a mail of theirs was carried out: mails do not answer each other for ever. */
export function isAcknowledged(entries: readonly Entry[], now: Date): boolean {
  return entriesOf('MailSent', entries).some(({ at, facts }) => facts.mail === 'withdrawn' && isWithinADay(at, now));
}

const DAY_MS = 24 * 60 * 60 * 1000;

export function isWithinADay(at: string, now: Date): boolean {
  return now.getTime() - Date.parse(at) < DAY_MS;
}

import { logger } from '../logger';
import { recordIn } from '../consent/read-entry';
import { consentedSince } from '../consent/decide/received-mail';
import { acknowledge } from './acknowledge-mail';
import { addresseesOf } from '../inbox/addressees';
import { automatic } from '../inbox/automatic';
import { deleteMail, fetchMail } from '../inbox/bucket';
import { carryOut } from './carry-out-mail';
import { noteAutomatic, openCase, type Opening } from './open-case';
import { keptMail } from '../inbox/kept-mail';
import { ownWords } from '../inbox/own-words';
import type { Receipt } from '../inbox/receipt';
import { readMail, writerOf } from '../inbox/received-mail';
import { recognise } from '../inbox/recognise';
import { isProvenSender } from '../inbox/sender';
import { treat, type Treatment } from '../inbox/treatment';
import { wordTo, type Word } from './mail-to-site';
import type { Deps } from './deps';

/** What an inbox works with. */
type Receiving = Pick<
  Deps,
  'ledger' | 'vault' | 'audience' | 'sites' | 'subjectKey' | 'links' | 'mail' | 'inboxBucket' | 'inboxDomain'
>;

/**
 * A mail that somebody sent to us. What is certain is carried out and acknowledged, what is not goes to a person, and nothing
 * is dropped without a word: what fails stays in the bucket, and somebody hears of it.
 *
 * 1. Do what follows from the mail. A crash leaves it in the bucket; delivered again, what was done is known.
 * 2. Delete it there: what is personal is in the vault. A crash before leaves it for the days that the bucket keeps anything.
 */
export async function takeMail(deps: Receiving, receipt: Receipt): Promise<void> {
  const inbox = { domain: deps.inboxDomain, sites: deps.sites, keyRing: await deps.links.keyRing() };
  const addressees = addresseesOf(receipt.recipients, inbox);
  if (addressees.length === 0) return leave(deps, receipt);
  const raw = await fetchMail(deps.inboxBucket, receipt.id);
  if (!raw) return;
  const mail = await readMail(raw);
  const box = {
    receipt,
    mail,
    isProven: isProvenSender(mail, raw, receipt),
    kept: await keptMail(raw, mail, inbox.keyRing),
    now: new Date(),
  };
  const words = await Promise.all(addressees.map((addressee) => wordTo(deps, addressee, box, inbox)));
  if (!words.some(Boolean)) count('nobody');
  let isDone = true;
  for (const word of words) if (word) isDone = (await act(deps, word, treatmentOf(word))) && isDone;
  if (isDone) await deleteMail(deps.inboxBucket, receipt.id);
}

/** Nobody's address: not even read, so that it costs as little as it can. */
async function leave({ inboxBucket }: Receiving, { id }: Receipt): Promise<void> {
  count('nobody');
  await deleteMail(inboxBucket, id);
}

function treatmentOf({ mail, receipt, places, known, now }: Word): Treatment {
  const entries = places.flatMap((place) => place.entries);
  return treat({
    provenBy: known.provenBy,
    automatic: automatic(mail, receipt.returnPath),
    recognised: recognise(mail.subject, ownWords(mail.text), writerOf(mail)),
    isReadable: mail.isReadable,
    isSpam: receipt.isSpam,
    isVirus: receipt.isVirus,
    isKnown: places.some(({ all }) => all.some((entry) => recordIn(entry) !== undefined)),
    isOutdated: consentedSince(entries, mail.writtenAt ?? now),
  });
}

/** Whether the mail was seen to; one of a flood stays in the bucket, as long as that keeps anything. */
async function act(deps: Receiving, word: Word, treatment: Treatment): Promise<boolean> {
  switch (treatment.do) {
    case 'count':
      count(treatment.because, word.site.id);
      return true;
    case 'note':
      await noteAutomatic(deps, word);
      return true;
    case 'case':
      return openOrCount(deps, word, treatment);
    case 'carry-out':
      await acknowledge(deps, word, treatment.wish, await carryOut(deps, word, treatment.wish));
      return treatment.isCase ? openOrCount(deps, word, { reading: 'unclear', isMore: true }) : true;
  }
}

async function openOrCount(deps: Receiving, word: Word, opening: Opening): Promise<boolean> {
  const isOpen = await openCase(deps, word, opening);
  if (!isOpen) count('flood', word.site.id);
  return isOpen;
}

/** Nobody reads it, but that it came is known. */
function count(problem: string, site = ''): void {
  logger.warn('mail left unread', { problem, site });
}

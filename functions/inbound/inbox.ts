import { logger } from '../../shared/logger';
import { consentedSince } from '../../shared/consent/decide/received-mail';
import { acknowledge } from '../../shared/actions/acknowledge-mail';
import { addresseesOf } from '../../shared/inbox/addressees';
import { automatic } from '../../shared/inbox/automatic';
import { deleteMail, fetchMail } from '../../shared/inbox/bucket';
import { carryOut } from '../../shared/actions/carry-out-mail';
import { noteAutomatic, openCase } from '../../shared/actions/open-case';
import { ownWords } from '../../shared/inbox/own-words';
import { readReceipts, type Receipt } from '../../shared/inbox/receipt';
import { readMail } from '../../shared/inbox/received-mail';
import { recognise } from '../../shared/inbox/recognise';
import { treat, type Treatment } from '../../shared/inbox/treatment';
import { wordTo, type Word } from '../../shared/actions/mail-to-site';
import { inboxBucket, inboxDomain } from '../deps/inbox';
import { mail } from '../deps/mail';
import { links, subjectKey } from '../deps/secrets';
import { sites } from '../deps/sites';
import { audience, ledger, vault } from '../deps/tables';

const deps = {
  sites,
  ledger: ledger(),
  vault: vault(),
  audience: audience(),
  subjectKey: subjectKey(),
  links: links(),
  mail: mail(),
  inboxBucket: inboxBucket(),
  domain: inboxDomain(),
};

/**
 * Mails that people send to us. What is certain is carried out and acknowledged, what is not goes to a person, and nothing
 * is dropped without a word: what fails stays in the bucket, and somebody hears of it.
 */
export async function handler(event: unknown): Promise<void> {
  for (const receipt of readReceipts(event)) await receive(receipt);
}

/**
 * 1. Do what follows from the mail. A crash leaves it in the bucket; delivered again, what was done is known.
 * 2. Delete it there: what is personal is in the vault. A crash before leaves it for the days that the bucket keeps anything.
 */
async function receive(receipt: Receipt): Promise<void> {
  const raw = await fetchMail(deps.inboxBucket, receipt.id);
  if (!raw) return;
  const box = { receipt, raw, mail: await readMail(raw), now: new Date() };
  const inbox = { domain: deps.domain, sites, keyRing: await deps.links.keyRing() };
  const addressees = addresseesOf(receipt.recipients, inbox);
  const words = await Promise.all(addressees.map((addressee) => wordTo(deps, addressee, box, inbox)));
  if (!words.some(Boolean)) count('nobody');
  for (const word of words) if (word) await act(word, treatmentOf(word));
  await deleteMail(deps.inboxBucket, receipt.id);
}

function treatmentOf({ mail, receipt, places, known, now }: Word): Treatment {
  const entries = places.flatMap((place) => place.entries);
  return treat({
    provenBy: known.provenBy,
    automatic: automatic(mail, receipt.returnPath),
    recognised: recognise(mail.subject, ownWords(mail.text), mail.from?.canonical),
    isSpam: receipt.isSpam,
    isVirus: receipt.isVirus,
    isKnown: entries.some(({ recordId }) => recordId !== undefined),
    isOutdated: consentedSince(entries, mail.writtenAt ?? now),
  });
}

async function act(word: Word, treatment: Treatment): Promise<void> {
  switch (treatment.do) {
    case 'count':
      return count(treatment.because, word.site.id);
    case 'note':
      return noteAutomatic(deps, word);
    case 'case':
      return openCase(deps, word, treatment.reading);
    case 'carry-out':
      await acknowledge(deps, word, treatment.wish, await carryOut(deps, word, treatment.wish));
      if (treatment.isCase) await openCase(deps, word, 'unclear');
  }
}

/** Nobody reads it, but that it came is known. */
function count(problem: string, site = ''): void {
  logger.warn('mail left unread', { problem, site });
}

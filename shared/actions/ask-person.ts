import { isToMail, type RightRequest } from '../consent/decide/own-rights';
import { fold } from '../consent/fold';
import type { OwnRight } from '../consent/steps/right-requested';
import { recordIdOf, type SubjectId } from '../ids';
import type { History } from '../ledger/ledger';
import { readPart } from '../ledger/read-part';
import { readParts } from '../ledger/vault';
import { linkUrl } from '../links/link';
import { rightLetter } from '../mail/right-letter';
import { ownLanguage } from '../policy/own-language';
import type { Site } from '../policy/schema';
import { deliver } from './deliver';
import type { Deps } from './deps';
import { languageOf, whatStays } from './exercise-right';

type AskingDeps = Pick<Deps, 'ledger' | 'vault' | 'links' | 'mail'>;

type Asked = Pick<History, 'entries' | 'all'> & { readonly subject: SubjectId; readonly request: RightRequest };

/** Asks the person, at the address that is known here, about what somebody asked for who holds a link of theirs; once. */
export async function askPerson(
  deps: AskingDeps,
  site: Site,
  { subject, request, ...history }: Asked,
  now: Date,
): Promise<void> {
  const { entries } = history;
  if (!isToMail(entries, request, now)) return;
  const { facts, at, parts } = request;
  const language = languageOf(entries, ownLanguage(site), now);
  const link = {
    kind: 'right',
    subject,
    recordId: recordIdOf(Buffer.from(facts.request, 'base64url')),
    purposes: [],
  } as const;
  const address = parts['address'];
  const typed = address && readPart('address', (await readParts(deps.vault, subject, now)).get(address))?.email;
  const letter = rightLetter(site, language, {
    right: facts.right as OwnRight,
    askedAt: new Date(at),
    confirmBy: new Date(facts.confirmBy),
    url: await linkUrl(deps.links, link),
    against: whatStays(site, history, { subject, now }),
    newEmail: typed ?? '',
  });
  const last = fold(entries, now).at(-1);
  const record = { ...(last && { recordId: last.recordId }), language };
  const about = { kind: 'right-requested', facts: { request: facts.request } } as const;
  await deliver(deps, { site, subject, entries, record, ...about, letter, now });
}

import type { Against } from '../consent/decide/operator-erasure';
import type { OwnRight } from '../consent/steps/right-requested';
import type { Language, Site } from '../policy/schema';
import { readableAddress } from '../readable-address';
import { ownDataIn } from '../words/own-data';
import { stayingLines } from '../words/staying';
import { readableTime } from '../words/times';
import { imprint, list, paragraphs, type Letter } from './letters';
import { mailsIn } from '../words/mails';

/** What somebody asked for in the person's name, and the link by which the person says yes. */
export interface RightAsked {
  readonly right: OwnRight;
  readonly askedAt: Date;
  readonly confirmBy: Date;
  readonly url: string;
  /** What has to stay of an erasure. */
  readonly against: Against;
  /** The address of a move, as it was typed. */
  readonly newEmail: string;
}

/** Asks the person. That somebody else may have asked is said, and that nothing happens then. */
export function rightLetter(site: Site, language: Language, asked: RightAsked): Letter {
  const { mail } = ownDataIn(language);
  const { right, newEmail, against } = asked;
  const when = readableTime(asked.askedAt, language);
  const text = paragraphs(
    mailsIn(language).greeting,
    mail.intro[right](site.controller.name, when, readableAddress(newEmail)),
    ...(right === 'erasure' ? stays(against, language) : []),
    `${mail.ask[right](readableTime(asked.confirmBy, language))}\n${asked.url}`,
    mail.ignore,
    imprint(site, language),
  );
  return { subject: mail.subject[right], text };
}

function stays(against: Against, language: Language): string[] {
  const { stay } = ownDataIn(language);
  const lines = stayingLines(against, language);
  return lines.length === 0 ? [stay.nothing] : [`${stay.intro}\n${list(lines)}`, stay.restricted];
}

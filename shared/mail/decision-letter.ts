import type { Verdict } from '../consent/decide/weighing';
import type { Language, Site } from '../policy/schema';
import { inLanguage, purposeName } from '../policy/sites';
import { accessIn } from '../words/access';
import { mailsIn } from '../words/mails';
import { imprint, list, paragraphs, type Letter } from './letters';

/** What came of an objection for reasons of the person's own situation. */
export interface Decided {
  readonly decision: Verdict;
  readonly purposes: readonly string[];
  /** As the operator wrote them; empty where they are gone. */
  readonly grounds: string;
}

/** Says what was decided and why; where it is a no, also where the person can turn to (Art. 77 and 79 GDPR). */
export function decisionLetter(site: Site, language: Language, { decision, purposes, grounds }: Decided): Letter {
  const texts = mailsIn(language);
  const authorities = site.controller.supervisoryAuthorities.map(({ name, address, url, appliesTo }) => {
    const when = appliesTo === undefined ? '' : ` (${inLanguage(appliesTo, language)})`;
    return `${name}, ${address}, ${url}${when}`;
  });
  const text = paragraphs(
    texts.greeting,
    texts.decided[decision],
    list(purposes.map((id) => purposeName(site, id, language))),
    ...(grounds === '' ? [] : [`${texts.decidedGrounds}\n${grounds}`]),
    ...(decision === 'refused' ? [accessIn(language).complaint(authorities), texts.decidedCourt] : []),
    imprint(site, language),
  );
  return { subject: texts.decidedSubject(site.controller.name), text };
}

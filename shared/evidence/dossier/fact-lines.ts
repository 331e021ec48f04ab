import type { Facts } from '../../consent/entry';
import type { Matter } from './names';
import { fullDay, fullTime } from './time';

type Words = Pick<Matter, 'texts' | 'language'>;

/** What a step says about itself, in words. */
export function factLines(words: Words, facts: Facts): string[] {
  const { texts, language } = words;
  const { mail, via, receivedOn, form, reviewBy, activeAt, mailedAt, privacyNotice, suppress } = facts;
  return said([
    mail && texts.timeline.mails[mail],
    form && texts.timeline.forms[form],
    via && texts.timeline.vias[via],
    receivedOn && texts.timeline.receivedOn(fullDay(receivedOn, language)),
    ...originLines(words, facts),
    facts.movedFrom && texts.timeline.movedFrom(facts.movedFrom),
    facts.movedTo && texts.timeline.movedTo(facts.movedTo),
    facts.case && texts.timeline.case(facts.case),
    reviewBy && texts.timeline.reviewBy(fullDay(reviewBy, language)),
    activeAt && texts.timeline.activeAt(fullTime(activeAt, language)),
    mailedAt && texts.timeline.mailedAt(fullTime(mailedAt, language)),
    privacyNotice && texts.timeline.privacyNotice(privacyNotice),
    suppress && texts.timeline.suppressed,
  ]);
}

/** Where consent comes from that was not asked for here, and what came along; or what stands in place of consent. */
export function originLines({ texts, language }: Words, { source, givenAt, proof, justification }: Facts): string[] {
  const kinds = proof?.map((kind) => texts.timeline.proofs[kind]).join(', ');
  return said([
    source && texts.timeline.sources[source],
    givenAt && texts.timeline.givenAt(fullTime(givenAt, language)),
    kinds !== undefined && texts.timeline.proof(kinds),
    justification && texts.timeline.justifications[justification],
  ]);
}

export function said(lines: readonly (string | false | undefined)[]): string[] {
  return lines.filter((line) => typeof line === 'string' && line !== '') as string[];
}

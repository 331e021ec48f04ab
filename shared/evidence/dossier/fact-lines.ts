import type { Facts } from '../../consent/entry';
import { nameOfProcessor, stepNumber, type Matter } from './names';
import { fullDay, fullTime } from '../../document/time';

type Words = Pick<Matter, 'texts' | 'language' | 'site'>;

/** What a step says about itself, in words. */
export function factLines(words: Words, facts: Facts): string[] {
  const { texts, language } = words;
  const { mail, via, receivedOn, form, reviewBy, activeAt, mailedAt, privacyNotice, suppress } = facts;
  return said([
    mail && texts.timeline.mails[mail],
    form && texts.timeline.forms[form],
    via && texts.timeline.vias[via],
    facts.endedOn && texts.timeline.endedOn(fullDay(facts.endedOn, language)),
    facts.because && texts.timeline.becauses[facts.because],
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
    ...learnedLines(words, facts),
    ...writtenLines(words, facts),
    ...landingLines(words, facts),
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

/** What those who mail had to report, or were told. */
function learnedLines(words: Words, { bounce, processor, upTo }: Facts): string[] {
  const { timeline } = words.texts;
  return said([
    bounce && timeline.bounces[bounce],
    processor && timeline.processor(nameOfProcessor(words, processor)),
    upTo !== undefined && timeline.upTo(`${stepNumber({ seq: upTo })}`),
  ]);
}

/** What is known of a mail that came in, and what came of it. */
function writtenLines({ texts: { timeline } }: Words, { reading, provenBy, outcome }: Facts): string[] {
  return said([
    reading && timeline.readings[reading],
    provenBy && timeline.provenBy[provenBy],
    outcome && timeline.outcomes[outcome],
  ]);
}

/** How the button came to be pressed: shown for whoever judges it, and never a reason to refuse. */
function landingLines({ texts: { timeline }, language }: Words, { fetchedAt, fetchedBy }: Facts): string[] {
  return said([
    fetchedAt && timeline.fetched(fullTime(fetchedAt, language)),
    fetchedBy && timeline.fetchedBy[fetchedBy],
  ]);
}

export function said(lines: readonly (string | false | undefined)[]): string[] {
  return lines.filter((line) => typeof line === 'string' && line !== '') as string[];
}

import type { Facts } from '../consent/entry';
import type { Site } from '../policy/schema';
import type { Language } from '../words/languages';
import { stepFactsIn } from '../words/step-facts';
import { said } from './said';
import { wordFor } from './word-for';
import { nameOfProcessor, stepNumber } from './dossier/names';
import { fullDay, fullSpan, fullTime } from '../words/times';

interface Reader {
  readonly language: Language;
  /** Undefined where the site is configured no longer; then there are ids in place of names. */
  readonly site: Site | undefined;
}

/** A step's facts, in words. */
export function factLines(reader: Reader, facts: Facts): string[] {
  const { language } = reader;
  const words = stepFactsIn(language);
  const { mail, via, receivedOn, form, reviewBy, activeAt, mailedAt, privacyNotice, suppress } = facts;
  return said([
    mail && wordFor(words.mails, mail),
    form && wordFor(words.forms, form),
    via && wordFor(words.vias, via),
    facts.endedOn && words.endedOn(fullDay(facts.endedOn, language)),
    facts.because && wordFor(words.becauses, facts.because),
    facts.insteadOf && wordFor(words.insteadOf, facts.insteadOf),
    receivedOn && words.receivedOn(fullDay(receivedOn, language)),
    facts.informedOn && words.informedOn(fullDay(facts.informedOn, language)),
    ...originLines(reader, facts),
    facts.formId && words.formId(facts.formId),
    facts.movedFrom && words.movedFrom(facts.movedFrom),
    facts.movedTo && words.movedTo(facts.movedTo),
    facts.decision && wordFor(words.decisions, facts.decision),
    facts.weighed && words.afterWeighing,
    facts.right && wordFor(words.rights, facts.right),
    facts.request && words.request(facts.request),
    facts.case && words.case(facts.case),
    facts.forCase && words.forCase(facts.forCase),
    ...requestLines(reader, facts),
    facts.connections && words.connections(facts.connections.map((seq) => stepNumber({ seq })).join(', ')),
    facts.reviewed && wordFor(words.reviewed, facts.reviewed),
    reviewBy && words.reviewBy(fullDay(reviewBy, language)),
    activeAt && words.activeAt(fullTime(activeAt, language)),
    mailedAt && words.mailedAt(fullTime(mailedAt, language)),
    privacyNotice && words.privacyNotice(privacyNotice),
    facts.wordingBy && wordFor(words.wordingBy, facts.wordingBy),
    suppress && words.suppressed,
    ...learnedLines(reader, facts),
    ...elsewhereLines(reader, facts),
    ...writtenLines(reader, facts),
    ...landingLines(reader, facts),
  ]);
}

/** The source of a consent from elsewhere and the proof that came along; or the justification in place of consent. */
export function originLines(
  { language }: Reader,
  { source, signedUpAt, signedUpUntil, givenAt, givenUntil, proof, justification }: Facts,
): string[] {
  const words = stepFactsIn(language);
  const kinds = proof?.map((kind) => wordFor(words.proofs, kind)).join(', ');
  return said([
    source && wordFor(words.sources, source),
    signedUpAt && words.signedUpAt(fullSpan(signedUpAt, signedUpUntil ?? signedUpAt, language)),
    givenAt && words.givenAt(fullSpan(givenAt, givenUntil ?? givenAt, language)),
    kinds !== undefined && words.proof(kinds),
    justification && wordFor(words.justifications, justification),
  ]);
}

/** When a source says that somebody said it there, or that it does not say when. */
function elsewhereLines({ language }: Reader, { via, saidAt, saidFrom, bounce, processor }: Facts): string[] {
  const words = stepFactsIn(language);
  // Nobody said that a mail came back, and what a processor reports was perhaps done with a link.
  const when = bounce === undefined && processor === undefined ? words.saidAt : words.happenedThere;
  if (saidAt !== undefined) return [when(fullSpan(saidFrom ?? saidAt, saidAt, language))];
  return via === 'elsewhere' ? [words.notSaidWhen] : [];
}

/** The facts of bounces, and of processors that were told. */
function learnedLines(reader: Reader, { bounce, processor, reportedBy, upTo }: Facts): string[] {
  const words = stepFactsIn(reader.language);
  return said([
    bounce && wordFor(words.bounces, bounce),
    processor && reporterLine(reader, processor, reportedBy),
    upTo !== undefined && words.upTo(`${stepNumber({ seq: upTo })}`),
  ]);
}

/** Who reported it and by which way, or who was told. */
function reporterLine(reader: Reader, processor: string, reportedBy: Facts['reportedBy']): string {
  const { processor: recipient, reported } = stepFactsIn(reader.language);
  const name = nameOfProcessor(reader, processor);
  if (reportedBy === undefined) return recipient(name);
  const isKnown = (way: string): way is keyof typeof reported => way in reported;
  return isKnown(reportedBy) ? reported[reportedBy](name) : `${recipient(name)} (${reportedBy})`;
}

/** The facts of an incoming mail, and its outcome. */
function writtenLines({ language }: Reader, { reading, provenBy, outcome }: Facts): string[] {
  const words = stepFactsIn(language);
  return said([
    reading && wordFor(words.readings, reading),
    provenBy && wordFor(words.provenBy, provenBy),
    outcome && wordFor(words.outcomes, outcome),
  ]);
}

/** The facts of a request, and of a letter that answers it. */
function requestLines({ language }: Reader, { wish, did, identity, letter, template }: Facts): string[] {
  const words = stepFactsIn(language);
  return said([
    wish && wordFor(words.wishes, wish),
    did && wordFor(words.did, did),
    identity && wordFor(words.identities, identity),
    letter && words.letter(wordFor(words.letters, letter)),
    template && words.template(template),
  ]);
}

/** The facts of a button's press: evidence for a judge, and never a reason to refuse. */
function landingLines({ language }: Reader, { fetchedAt, fetchedBy }: Facts): string[] {
  const words = stepFactsIn(language);
  return said([
    fetchedAt && words.fetched(fullTime(fetchedAt, language)),
    fetchedBy && wordFor(words.fetchedBy, fetchedBy),
  ]);
}

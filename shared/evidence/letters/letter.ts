import { dayOf } from '../../calendar';
import type { Entry } from '../../consent/entry';
import type { AnyEntry } from '../../consent/read-entry';
import type { Request } from '../../consent/requests';
import type { LetterKind } from '../../consent/steps/person-informed';
import type { Language, Site } from '../../policy/schema';
import { inLanguage } from '../../policy/sites';
import { readableAddress } from '../../readable-address';
import { accessIn } from '../../words/access';
import { lettersIn } from '../../words/letters';
import { fullDate } from '../../words/times';
import { SAID, titleOf } from './sentences';

/** The version of the wordings. It is in the entry, and changes with them. */
export const TEMPLATE = '3';

/** A letter, ready to be sent. */
export interface Letter {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly sender: Sender;
  /** Name and postal address, or the e-mail address: line by line, for the window of an envelope. */
  readonly recipient: readonly string[];
  readonly date: string;
  /** The request that it answers. */
  readonly reference: string | undefined;
}

/** Who writes. */
export interface Sender {
  readonly name: string;
  readonly address: string;
  /** Where to answer. */
  readonly contacts: readonly string[];
  /** As the site wrote it, in whatever language. */
  readonly imprint: readonly string[];
}

export interface LetterSources {
  readonly site: Site;
  readonly language: Language;
  /** What is known of the person, and also what this version does not understand. */
  readonly entries: readonly Entry[];
  readonly all: readonly AnyEntry[];
  /** The address that it is about; undefined where nobody knows it any more. */
  readonly email: string | undefined;
  /** Name and postal address, as the operator wrote them; empty where they did not. */
  readonly recipient: readonly string[];
  /** The digests of the parts that are still there. */
  readonly held: ReadonlySet<string>;
  /** The request that it answers. */
  readonly request: Request | undefined;
  /** What the operator adds: why it takes longer, or is refused. */
  readonly text: string | undefined;
  readonly now: Date;
}

/** @throws {NotSo} */
export function letterOf(kind: LetterKind, sources: LetterSources): Letter {
  const { site, language, email, recipient, request, text, now } = sources;
  const words = lettersIn(language);
  const material = { ...sources, words, history: sources.entries };
  const said = SAID[kind](material);
  const shown = email === undefined ? [] : [readableAddress(email)];
  return {
    title: titleOf(kind, material),
    paragraphs: [
      words.greeting,
      ...shown.map(words.about),
      ...said,
      ...(text === undefined ? [] : [words.reasons(text)]),
      ...(MAY_COMPLAIN.has(kind) ? [complaint(site, language)] : []),
      `${words.closing}\n${site.controller.name}`,
    ],
    sender: senderOf(site, words),
    recipient: recipient.length > 0 ? recipient : shown,
    date: words.date(fullDate(dayOf(now), language)),
    reference: request && words.reference(request.case),
  };
}

function senderOf({ controller }: Site, words: ReturnType<typeof lettersIn>): Sender {
  const { name, address, email, imprint, dataProtectionOfficer: officer } = controller;
  const contacts = [
    readableAddress(email),
    ...(officer ? [words.officer(officer.name), readableAddress(officer.email)] : []),
  ];
  return { name, address, contacts, imprint: [...imprint.lines, imprint.link] };
}

/** The same as text. */
export function letterText({ title, paragraphs, sender, recipient, date, reference }: Letter): string {
  const { name, address, contacts, imprint } = sender;
  const blocks = [
    [name, address, ...contacts, ...imprint].join('\n'),
    recipient.join('\n'),
    date,
    title,
    reference ?? '',
    ...paragraphs,
  ];
  return blocks.filter((block) => block !== '').join('\n\n') + '\n';
}

/** Whoever does not get what they want hears where to complain (Art. 12(4) GDPR). */
const MAY_COMPLAIN: ReadonlySet<LetterKind> = new Set([
  'refusal',
  'erasure-in-part',
  'objection',
  'extended',
  'never-agreed',
]);

function complaint({ controller }: Site, language: Language): string {
  const lines = controller.supervisoryAuthorities.map(
    ({ name, address, url, appliesTo }) =>
      `${name}, ${address}, ${url}${appliesTo ? ` (${inLanguage(appliesTo, language)})` : ''}`,
  );
  return accessIn(language).complaint(lines);
}

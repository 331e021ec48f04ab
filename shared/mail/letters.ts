import type { RecordState } from '../consent/fold';
import { isGiven } from '../consent/fold';
import type { Link } from '../links/link-token';
import type { Language, Site } from '../policy/schema';
import { contactLine, findPurpose, purposeName } from '../policy/sites';
import { readableDate, readableDay, readableTime } from '../words/times';
import { assetTitle, itemsOf, whatIn } from '../consent/record-items';
import { mailsIn } from '../words/mails';

/** A mail before it is MIME. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  /** The link that one click follows (RFC 8058); absent where there is nothing to unsubscribe from. */
  readonly oneClick?: Link;
}

/**
 * Asks for the confirmation. Says what is to be confirmed and by whom it was offered, and that doing nothing is enough.
 * Courts have taken a logo, a welcome, or "Questions?" for advertising, so there is none of that; and nothing that
 * was typed into the form is repeated, as somebody else may have typed it.
 */
export function confirmationLetter(site: Site, record: RecordState, url: string): Letter {
  const { language } = record;
  const texts = mailsIn(language);
  const time = (iso: string): string => readableTime(new Date(iso), language);
  const waiting = record.purposes.filter(({ status }) => status === 'ConsentRequested');
  const items = itemsOf(site, { ...record, purposes: waiting }, language);
  const what = whatIn(items);
  const text = paragraphs(
    texts.greeting,
    texts.confirmIntro[what](site.controller.name, time(record.requestedAt)),
    list(items.map(({ name }) => name)),
    `${texts.confirmAsk(time(record.confirmBy))}\n${url}`,
    texts.confirmIgnore[what],
    imprint(site, language),
  );
  return { subject: texts.confirmSubject[what], text };
}

/** The links that withdraw a record's purposes. */
export interface WithdrawalLinks {
  /** Withdraws all purposes of the record. */
  readonly all: string;
  /** The same, for mail programs. */
  readonly oneClick: Link;
  /** Withdraws one purpose and leaves the others; none where there is only one. */
  readonly single: readonly { readonly purpose: string; readonly url: string }[];
  /** The preference centre. */
  readonly preferences: string;
}

/** Names the purposes of the sign-up, and the ways to end them. */
export function welcomeLetter(site: Site, record: RecordState, links: WithdrawalLinks): Letter {
  const texts = mailsIn(record.language);
  const when = readableTime(new Date(record.confirmedAt ?? record.requestedAt), record.language);
  const text = paragraphs(
    texts.greeting,
    texts.welcomeIntro(when),
    list(givenNames(site, record)),
    ...withdrawal(site, record, links),
    imprint(site, record.language),
  );
  return { subject: texts.welcomeSubject(site.controller.name), text, oneClick: links.oneClick };
}

/** Brings the ordered download, and the ways to end the purposes that were given along with it, if any. */
export function assetLetter(site: Site, record: RecordState, url: string, links: WithdrawalLinks): Letter {
  const texts = mailsIn(record.language);
  const title = record.asset ? assetTitle(site, record.asset, record.language) : '';
  const given = givenNames(site, record);
  const text = paragraphs(
    texts.greeting,
    texts.assetIntro,
    `${title}\n${url}`,
    ...(given.length > 0 ? [texts.alsoGiven, list(given), ...withdrawal(site, record, links)] : []),
    imprint(site, record.language),
  );
  return { subject: texts.assetSubject(title), text, ...(given.length > 0 && { oneClick: links.oneClick }) };
}

/** The facts of the question whether to go on. */
export interface Question {
  /** The purposes that it is about. */
  readonly purposes: readonly string[];
  /** The person's last sign of life. */
  readonly lastActive: Date;
  readonly answerBy: Date;
  /** The day on which the address is deleted, too, without an answer. */
  readonly addressGone: Date;
  readonly keepUrl: string;
  readonly withdrawUrl: string;
  /** The same, for mail programs. */
  readonly oneClick: Link;
}

/**
 * Asks whether to go on. It says what happens without an answer, and advertises nothing: the person is asked, not won
 * back.
 */
export function stillInterestedLetter(site: Site, language: Language, question: Question): Letter {
  const texts = mailsIn(language);
  const day = (moment: Date): string => readableDay(moment, language);
  const text = paragraphs(
    texts.greeting,
    texts.stillIntro(day(question.lastActive)),
    list(question.purposes.map((id) => purposeName(site, id, language))),
    `${texts.stillYes(readableTime(question.answerBy, language))}\n${question.keepUrl}`,
    `${texts.stillNo}\n${question.withdrawUrl}`,
    texts.stillSilence(day(question.addressGone)),
    imprint(site, language),
  );
  return { subject: texts.stillSubject(site.controller.name), text, oneClick: question.oneClick };
}

/** Says that the privacy notice changes, from when, and where to read it. No link to sign up, nothing else. */
export function noticeChangedLetter(
  site: Site,
  language: Language,
  { withdrawUrl, oneClick }: Pick<Question, 'withdrawUrl' | 'oneClick'>,
): Letter {
  const texts = mailsIn(language);
  const { url, version, date } = site.controller.privacyNotice;
  const text = paragraphs(
    texts.greeting,
    texts.noticeIntro(version, readableDate(date, language)),
    `${texts.noticeRead}\n${url}`,
    `${texts.noticeRights}\n${withdrawUrl}`,
    imprint(site, language),
  );
  return { subject: texts.noticeSubject(site.controller.name), text, oneClick };
}

/** The effect of a mail that the person wrote. */
export interface MailCarriedOut {
  readonly wish: 'withdrawal' | 'objection';
  /** The purposes that the mail ended; none where there was nothing to end. */
  readonly purposes: readonly string[];
}

/** Confirms the withdrawal or objection that the person wrote, and says nothing else: the person wants no more mail. */
export function withdrawnLetter(site: Site, language: Language, { wish, purposes }: MailCarriedOut): Letter {
  const texts = mailsIn(language);
  const said = wish === 'objection' ? texts.objectedDone : texts.withdrawnDone;
  const names = list(purposes.map((id) => purposeName(site, id, language)));
  const done = purposes.length === 0 ? [texts.withdrawnNothing] : [said, names];
  const text = paragraphs(texts.greeting, ...done, texts.withdrawnMistake, imprint(site, language));
  return { subject: texts.withdrawnSubject(site.controller.name), text };
}

function withdrawal(
  site: Site,
  { language, purposes }: RecordState,
  { all, single, preferences }: WithdrawalLinks,
): string[] {
  const texts = mailsIn(language);
  const isAnalysis = (id: string): boolean => findPurpose(site, id)?.measures ?? false;
  const nameOf = (id: string): string => (isAnalysis(id) ? texts.switchOff : purposeName(site, id, language));
  const each = single.map(({ purpose, url }) => `${nameOf(purpose)}\n${url}`);
  const given = purposes.filter(isGiven);
  return [
    `${given.every(({ id }) => isAnalysis(id)) ? texts.switchOff : texts.withdraw}\n${all}`,
    ...(each.length > 0 ? [texts.withdrawOne, ...each] : []),
    `${texts.preferences}\n${preferences}`,
  ];
}

function givenNames(site: Site, { purposes, language }: RecordState): string[] {
  return purposes.filter(isGiven).map(({ id }) => purposeName(site, id, language));
}

export const paragraphs = (...texts: readonly string[]): string => `${texts.join('\n\n')}\n`;
export const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

/** Who writes, as the law wants it said, and where to read what is done with the data: a mail can be the first that somebody hears. */
export function imprint({ controller }: Site, language: Language): string {
  const texts = mailsIn(language);
  const { name, address, email, contacts, imprint: own, privacyNotice } = controller;
  const further = contacts.map((contact) => contactLine(contact, language));
  return [
    ...[name, address, ...own.lines, email, ...further],
    `${texts.privacyNotice}: ${privacyNotice.url}`,
    `${texts.imprint}: ${own.link}`,
  ].join('\n');
}

import { areNames } from './function-words';
import { pattern, sentence, type Rules } from './grammar';
import { ENGLISH } from './english';
import { GERMAN } from './german';

/*
 * Sentences that go along with a wish and change nothing about it: greetings, thanks for what is to be done, why one leaves. And
 * those that wish for something more, which a person reads. Whatever has no rule may change everything.
 */

const POLITE_RULES: Rules = {
  addressed:
    'frau|herr|herrn|dr|prof|damen|und|herren|team|zusammen|alle|sir|madam|or|all|there|mr|mrs|ms|liebe|lieber|liebes|redaktion|kollegen',
  greeted:
    'sehr (geehrte|geehrter|geehrtes)|liebe|lieber|liebes|guten (tag|morgen|abend)|hallo|hi|hey|moin|servus|gruess gott|' +
    'dear|hello|good (morning|afternoon|evening)',
  muehe:
    'im voraus|schon mal|schonmal|ihnen|fuer (ihre|die|eure) (muehe|muehen|hilfe|bearbeitung|unterstuetzung)|und (viele|beste|liebe)? (gruesse|gruss)',
  seemy:
    '(mir|kurz|dies|das|die|den|meine|meiner|der|des|abmeldung|austragung|widerruf|widerrufs|eingang|eingangs|erhalt|erhalts|schriftlich|per|email)*',
};
const polite = sentence(POLITE_RULES, [
  '<greeted> (<addressed>)* ($name)*',
  'to whom it may concern',
  '(bitte)? bestaetigen sie <seemy>',
  'bitte um bestaetigung <seemy>',
  'ich bitte um (eine)? bestaetigung <seemy>',
  '(please|kindly) confirm (this|that|it|my|the|removal|unsubscription|receipt|by|email|once|done|when|is)*',
  '(schoenen|schoene) (tag|woche|abend) (noch)?',
  '(fuer ihre|fuer die) (hilfe|muehe) (vielen)? dank',
  // Labels before a colon, and what stands behind them.
  'name|email|emailadresse|adresse|(email adresse)|(meine (email adresse|emailadresse|email))|kundennummer|betreff|betrifft|anliegen',
  '$ich|$zahl',
  '(meine)? (kundennummer|(email)? adresse|emailadresse) (lautet|ist) ($zahl|$ich)|(die|meine) <addressed>? adresse $ich',
]);

const thanks = sentence(POLITE_RULES, [
  '((vielen|herzlichen|besten|schoenen|lieben) )? (dank|danke) (<muehe>)*',
  '(many)? (thanks|thank) (you|(a lot)|(very much)|(in advance)|(so much)|(for your help))*',
  'cheers',
]);

const reason = sentence({ ...GERMAN, ...POLITE_RULES }, [
  '(ich|wir) (habe|haben) (leider|derzeit|zurzeit|momentan|aktuell)* (kein|keinen|keine) (interesse|bedarf|zeit|verwendung) (mehr)? (daran|dafuer|(an <d> (<list>|angebot|angeboten|themen)))? (mehr)?',
  '(das|die|ihre|eure) (thema|themen|inhalte|angebote|produkte|<mail>) (interessiert|interessieren|betrifft|betreffen) (mich|uns) (leider)? nicht (mehr)?',
  '(ich|wir) (bekomme|erhalte|bekommen|erhalten) (einfach|leider|insgesamt|sowieso)* (viel)? zu (viele|viel) <mail>',
  '(das|es) (ist|sind) (mir|uns)? (einfach)? (viel)? zu (viele <mail>|viel)',
  '(ich|wir) (bin|sind) (leider|nun|jetzt|inzwischen|mittlerweile|seit kurzem)* (in rente|im ruhestand|umgezogen|nicht mehr (in dieser branche|berufstaetig) (taetig)?)',
]);
const why = sentence(ENGLISH, [
  '(i am|we are|im|i m) (just|simply|really)* (no longer|not) interested (in (this|it|<mail>|your (products|offers|topics)))? (anymore|any more|any longer)?',
  '(i|we) (get|receive|am getting|have) (far|way|just|simply)* too many (emails|mails|newsletters|messages)',
  '(i|we) (have)? (retired|moved|changed jobs|changed roles)',
]);

const more = sentence(
  {
    ...GERMAN,
    mine: '(alle|aller|saemtliche|saemtlicher|meine|meiner|unsere|unserer|die|der|ihnen|ueber mich|zu meiner person|bei ihnen|von mir|gespeicherten|gespeicherte|vorhandenen|personenbezogenen|personenbezogene|persoenlichen|persoenliche)*',
    also: '(auch|ausserdem|zudem|zusaetzlich|gleichzeitig|darueber hinaus|ferner)*',
  },
  [
    '<also> (loeschen|loescht|loesche|vernichten|entfernen|vernichtet) <also> (sie|ihr)? <also> <mine> daten (von mir)? <also>',
    '<also> <mine> daten <also> (loeschen|vernichten|zu loeschen|geloescht werden)',
    '<also> (<i>)? <also> (verlange|fordere|moechte|wuensche|bitte|bitte um|fordere sie auf)? <also> (die)? loeschung <mine> daten',
    '(das|dies) (ist|war) (nun|jetzt|schon|bereits|inzwischen|mittlerweile)* (die|das|der|mein|meine) (zweite|dritte|vierte|fuenfte|zweiter|dritter) (schreiben|mail|email|aufforderung|versuch|nachricht|mal|bitte)',
    'bitte bestaetigen sie (mir|uns)? (die|auch die)* loeschung <mine> daten',
    '(<i>)? <also> (bitte|verlange|haette|moechte|fordere) <also> (um)? (gern|gerne)? (eine)? auskunft (ueber <mine> daten)? (nach (art|artikel) $zahl)?',
    '(<i>)? (habe|haben) (mich|uns) (nie|niemals|nicht) (bei ihnen|dafuer|(fuer <d> <news>))* angemeldet',
  ],
);
const further = sentence(ENGLISH, [
  '(also|and)* (delete|erase|destroy) (also)* (all|any|of|my|our|the|personal|stored)* (data|information|personal data) (about me|you (hold|have|store) (on|about) me)? (also)*',
  '(also|<i>)* (request|demand|want|would like) (also|the|to)* (deletion|erasure|(have)) of? (all|my|personal)* data?',
  'this is (now|already)* (my|the) (second|third|fourth|fifth) (request|email|attempt|time|message)',
  '(i|we) never (signed up|subscribed) (for|to)? (this|it|<list>)?',
]);

export type Manner = 'polite' | 'thanks' | 'more';

const greeting = new RegExp(`^${pattern(POLITE_RULES, '<greeted> (<addressed>)*')}((?: [a-z]{2,})*)$`);
const MOST_NAMES = 2;

/** Whether it greets somebody, by whatever name. */
function isGreeting(words: string): boolean {
  const [, names] = greeting.exec(` ${words}`) ?? [];
  return names !== undefined && areNames(names.split(' ').filter(Boolean)) && names.split(' ').length <= MOST_NAMES + 1;
}

/** What a sentence is that wishes for nothing to end; undefined where it has no rule. */
export function mannerOf(words: string): Manner | undefined {
  if (thanks(words)) return 'thanks';
  if (isGreeting(words) || polite(words) || reason(words) || why(words)) return 'polite';
  return more(words) || further(words) ? 'more' : undefined;
}

/** Subjects that name what a mail is about, and say nothing of what is wanted. */
export const isTopic = sentence(GERMAN, [
  '(<det>|newsletter|newsletters|newsletterabo|email|emails|mail|mails|verteiler|mailingliste|datenschutz|dsgvo|gdpr|werbung|werbemails|' +
    'einwilligung|anfrage|bitte|kundennummer|$zahl|$ich|hallo|nachricht|betreff|anliegen|mailing|list|hello|hi|request|your|re|' +
    'info|kontakt|privacy|marketing|wichtig|dringend|urgent|important|guten tag|zum|von|vom|fuer|an|zu|abo|mitteilung)*',
]);

/** What mail programs write that unsubscribe by mail for somebody. */
export const isByProgram = (text: string): boolean =>
  /^(?:this message was automatically generated by gmail|apple mail sent this email to unsubscribe from the message\b.*)$/.test(
    text,
  );

/*
 * What people write who want no more mail, in plain letters: lower case, "ae" for "ä", "ss" for "ß" (see `plain.ts`). A
 * sentence is certain only if it has one of these phrases and besides it nothing but the words of VOCABULARY, so that "vom
 * Newsletter abmelden, aber ..." is not.
 */

const PERSON =
  '(?:mich|uns|me|us|meine adresse|meine mailadresse|adresse|my address|my email|my email address|my name)';

/** To end it, said without any "not". */
const ENDINGS = [
  String.raw`\b(?:ab|aus)(?:zu)?(?:melden|bestellen|tragen)\b`,
  String.raw`\babgemeldet werden\b`,
  String.raw`\b(?:abmeldung|abbestellung|austragung)\b`,
  String.raw`\b(?:melde|meldet|melden|trage|tragt|tragen|bestelle|bestellen)\b.*\b(?:ab|aus)$`,
  String.raw`\b(?:nehmen|nehmt|nimm|streichen|streicht|streiche|entfernen|entfernt|entferne|loeschen|loescht|loesche)\b.*\b${PERSON}\b.*\b(?:aus|von|vom)\b.*\b(?:verteilern?|liste|listen|mailingliste|newsletterverteiler|mailverteiler)\b`,
  String.raw`\b${PERSON}\b.*\b(?:aus|von|vom)\b.*\b(?:verteiler|liste|mailingliste|newsletterverteiler|mailverteiler)\b.*\b(?:nehmen|streichen|entfernen|loeschen|austragen)\b`,
  String.raw`\b(?:newsletter|abo|abonnement|newsletterabo)\b.*\b(?:kuendigen|beenden|stornieren|einstellen|stoppen)\b`,
  String.raw`\b(?:kuendige|beende)\b.*\b(?:newsletter|abo|abonnement|newsletterabo)\b`,
  String.raw`\bkuendigung\b.*\b(?:newsletters?|newsletterabos?)\b`,
  String.raw`\b(?:newsletter|newsletterabo)\b.*\bkuendigung\b`,
  String.raw`\b(?:widerrufe|widerrufen|widerruf|ziehe|ziehen)\b.*\b(?:einwilligung|einwilligungen|zustimmung|einverstaendnis|newsletter)\b`,
  String.raw`\b(?:einwilligung|einwilligungen|zustimmung|einverstaendnis)\b.*\b(?:widerrufe|widerrufen|zurueck|zurueckziehen)\b`,
  String.raw`\bunsubscribe\b`,
  String.raw`\b(?:remove|take|delete)\b.*\b${PERSON}\b.*\b(?:from|off|of)\b.*\b(?:list|lists|newsletter|newsletters|database|mailings?|emails?)\b`,
  String.raw`\bopt (?:me )?out\b`,
  String.raw`\b(?:withdraw|withdrawing|revoke|revoking|withdrawal)\b.*\bconsent\b`,
  String.raw`\bcancel\b.*\b(?:subscription|newsletter|newsletters)\b`,
  String.raw`\bstop\b.*\b(?:sending|emailing|mailing|emails|mails|newsletter|newsletters|messages)\b`,
  String.raw`^(?:bitte |please )*(?:stop|stopp|remove me)(?: bitte| please)*$`,
];

const MAIL =
  '(?:newsletter|newsletters|mails?|emails?|post|nachrichten|mailings?|infos?|informationen|messages?|information)';

/** The same, said by what is not to come any more. */
const STOPS = [
  String.raw`\bkeine?n?\b.*\b${MAIL}\b`,
  String.raw`\bnicht (?:mehr|laenger|weiter)\b.*\b(?:anschreiben|angeschrieben|schreiben|erhalten|bekommen|beziehen|empfangen|zusenden|schicken|senden)\b`,
  String.raw`\b${MAIL}\b.*\bnicht (?:mehr|laenger)\b.*\b(?:erhalten|bekommen|beziehen|empfangen|lesen|haben)\b`,
  String.raw`\b(?:schreiben|schreibt|schreibe)\b.*\b(?:mir|uns)\b.*\bnicht mehr\b`,
  String.raw`\bno (?:more|further)\b.*\b${MAIL}\b`,
  String.raw`\bno longer\b.*\b(?:receive|get|want)\b.*\b${MAIL}\b`,
  String.raw`\b(?:do not|dont|never)\b.*\b(?:send|email|mail|write)\b.*\b(?:me|us|again|anymore)\b`,
  String.raw`\b(?:do not|dont)\b.*\b(?:want|wish|like)\b.*\b(?:receive|get|any)\b.*\b${MAIL}\b`,
];

/** What is said of advertising as such, whoever agreed to what (Art. 21 GDPR, § 7 UWG). */
const OBJECTIONS = [
  String.raw`\bwerbewiderspruch\b`,
  String.raw`\b(?:widerspreche|widersprechen|widerspruch)\b.*\b(?:werbung|direktwerbung|werbezwecken?|werblichen?|werbemails?|direktmarketing)\b`,
  String.raw`\b(?:werbung|direktwerbung|werbezwecken?|werblichen?|werbemails?|direktmarketing)\b.*\b(?:widerspreche|widersprechen|widerspruch)\b`,
  String.raw`\b(?:untersage|verbiete)\b.*\b(?:werbung|werbemails?|werbezwecken?)\b`,
  String.raw`\b(?:object|objecting|objection)\b.*\b(?:direct marketing|marketing|advertising)\b`,
];

/** The same, with a "no" in it. */
const OBJECTING_STOPS = [
  String.raw`\bkeine?\b.*\b(?:werbung|werbemails?|direktwerbung)\b`,
  String.raw`\bno (?:more|further)\b.*\b(?:marketing|advertising|ads|advertisements|promotional)\b`,
  String.raw`\b(?:do not|dont)\b.*\b(?:send|want|wish)\b.*\b(?:marketing|advertising|ads|advertisements|promotional)\b`,
];

const any = (patterns: readonly string[]): RegExp => new RegExp(patterns.join('|'));

export const ENDING = any(ENDINGS);
export const STOP = any(STOPS);
export const OBJECTION = any(OBJECTIONS);
export const OBJECTING_STOP = any(OBJECTING_STOPS);
export const NEGATION =
  /\b(?:nicht|nie|niemals|kein|keine|keinen|keinem|keiner|not|dont|doesnt|didnt|cannot|cant|wont|never|no)\b/;

/** Asks for more than to end mail (Art. 17 GDPR), in words that are harmless one by one. */
export const ERASURE =
  /\b(?:daten|data)\b.*\b(?:loesch|delete|erase|entfern|remove)|\b(?:loesch|delete|erase|entfern|remove).*\b(?:daten|data)\b/;

/** That a sentence is about this at all, so that somebody has to read it where it is not certain. */
export const TOPIC =
  /\b(?:ab(?:zu)?(?:melden|bestellen)|abgemeldet|abmeldung|austragen|newsletters?|verteiler|einwilligung|widerruf\w*|widerspr\w+|werb\w+|unsubscribe\w*|subscription|mailing list|consent|opt(?:ed)? out|marketing)\b/;

/** Words that change nothing about what a sentence says. Names of the site's own topics are none of them. */
export const VOCABULARY: ReadonlySet<string> = new Set(
  `ab ich mich mir wir uns sie ihr ihre ihrem ihren ihrer euch eure eurem euren eurer euer du dein deine deinem deinen mein
  meine meinen meiner meinem unsere unserer unser unseren bitte hiermit sofort umgehend unverzueglich schnellstmoeglich
  ihnen ihres eures dir wuerde wuerden sofortiger wirkung euch
  moechte moechten will wollen wuensche wuenschen haette haetten gern gerne bitten bittet um von vom aus der die das dem den
  des ein eine einen einem diesem dieser diese dieses diesen zu zum zur in im an auf fuer per via bei mit und oder auch so wie
  werden wird wurde sein bin ist sind habe haben hat ganz komplett vollstaendig alle allen aller alles saemtliche saemtlichen
  kuenftig zukuenftig zukunft ab jetzt heute mehr weitere weiteren weiterer laenger weiter wieder kein keine keinen keiner
  nicht nie niemals newsletter newslettern newsletters newsletterverteiler newsletterabo mailverteiler verteiler verteilern
  liste listen mailingliste mail mails email emails mailing mailings nachrichten nachricht post info infos informationen
  elektronischen elektronische abo abonnement adresse adressen mailadresse emailadresse empfang erhalt zusendung versand
  erhalten bekommen beziehen empfangen lesen zusenden zuzusenden schicken schickt senden sendet zu schreiben anschreiben
  angeschrieben melde meldet melden trage tragt tragen bestelle bestellen abmelden abzumelden abgemeldet abmeldung abbestellen
  abzubestellen abbestellung austragen auszutragen austragung nehmen nehmt nimm streichen streicht streiche entfernen entfernt
  entferne loeschen loescht loesche raus kuendigen kuendige kuendigung beenden beende stornieren einstellen stoppen stop stopp
  einwilligung einwilligungen zustimmung einverstaendnis widerrufe widerrufen widerruf ziehe ziehen zurueck zurueckziehen
  erteilte erteilten gegebene gegebenen gegen gemaess nach art artikel abs absatz dsgvo gdpr uwg paragraph satz s bdsg
  widerspreche widersprechen widerspruch ein lege einlegen hiermit werbung direktwerbung werbezweck werbezwecke werbezwecken
  werbliche werblichen werbewiderspruch werbemail werbemails direktmarketing verwendung nutzung verarbeitung daten
  personenbezogene personenbezogenen personenbezogener zwecke zwecken zweck untersage verbiete ausdruecklich jeglicher jegliche
  jede jeder form danke dank vielen
  i me my we us our you your yours please kindly hereby immediately asap now at once with effect the this that these a an from of
  off for to in on by and or all any am is are be been was want wish would like to receive receiving get getting longer no not do
  dont never more further again anymore future name going forward newsletter newsletters mailing list lists mail mails email emails
  messages message information unsubscribe unsubscribed remove removed take delete out opt optout stop sending send emailing
  mailing write writing address database subscription subscriptions cancel withdraw withdrawing withdrawal revoke revoking
  consent object objecting objection direct marketing advertising ads advertisements promotional purposes purpose processing use
  using personal data under pursuant article gdpr it regarding mailings thanks thank adresse $zahl`.split(/\s+/),
);

/** Asks that we say that it is done, which we do. */
export const RECEIPT =
  /^(?:bitte (?:bestaetigen sie|um bestaetigung)|ich bitte um (?:eine )?bestaetigung|(?:please|kindly) confirm)(?: (?:mir|kurz|dies|das|die|den|meine[nr]?|der|des|abmeldung|austragung|widerrufs?|eingangs?|erhalts?|erledigung|schriftlich|per|email|this|that|it|my|the|removal|unsubscription|receipt|by|once|done|when|is))*$/;

/** What mail programs write that unsubscribe by mail for somebody. */
export const PROGRAM =
  /^(?:this message was automatically generated by gmail|apple mail sent this email to unsubscribe from the message\b.*)$/;

const ADDRESSED = '(?:frau|herrn?|dr|prof|damen|und|herren|team|zusammen|alle|sir|madam|or|all|there|mr|mrs|ms)';
const GREETED =
  '(?:sehr geehrte[rs]?|liebe[rs]?|guten (?:tag|morgen|abend)|hallo|hi|hey|moin|servus|gruess gott|dear|hello|good (?:morning|afternoon|evening))';
const THANKED =
  '(?:vielen |herzlichen |besten |schoenen )?danke?(?: (?:im voraus|schon mal|ihnen|fuer (?:ihre|die) (?:muehe|hilfe|bearbeitung)|und (?:viele |beste |liebe )?gruesse?)){0,2}|' +
  '(?:many )?thanks?(?: you| a lot| very much| in advance| so much| for your help){0,2}|cheers';

/** Sentences that are only polite: with a name or two, and nothing besides. */
export const POLITE = new RegExp(
  `^(?:${GREETED}(?: ${ADDRESSED}){0,5}(?: \\p{L}+){0,2}|to whom it may concern|${THANKED}|schoene[nrs]? (?:tag|woche)(?: noch)?)$`,
  'u',
);

import type { Rules } from './grammar';

export const GERMAN: Rules = {
  you: 'sie|ihr|du',
  i: 'ich|wir',
  mod: 'moechte|moechten|will|wollen|wuerde|wuerden',
  /** "ich möchte", "hiermit möchte ich", "möchte". */
  iwish: '(<i> <mod>)|(<mod> <i>)|(moechte|will|wuerde)',
  det:
    'ihr|ihre|ihrem|ihren|ihrer|ihres|euer|eure|eurem|euren|eurer|eures|dein|deine|deinem|deinen|deiner|der|die|das|dem|den|' +
    'des|diesem|dieser|diesen|dieses|diese|allen|aller|alle|saemtlichen|saemtliche|saemtlicher|jeglichen|jeglicher|jegliche|' +
    'mein|meine|meinem|meinen|meiner|meines|unser|unsere|unserem|unseren|jeder|jede|weitere|weiteren|weiterer',
  d: '(<det>)* (o g)?',
  address: '(<det>)? ((email|mail) adresse|emailadresse|mailadresse|adresse|email) ($ich)?|$ich',
  me: '(mich|uns) ((mit|unter) <address>)?|<address>|(meine|unsere) (daten|kontaktdaten)',
  news:
    '(email)? (newsletter|newslettern|newsletters|newsletterabo|newsletterabos|newsletterabonnement|newsletterabonnements)' +
    '(abo|abonnement|abos)?|(abo|abonnement) (des|vom|fuer den) newsletters?|rundbrief|rundbriefe|rundbriefs|rundmail|rundmails|' +
    'infomail|infomails|infobrief|infobriefe|mailing|mailings',
  list:
    '<news>|(email|mail|newsletter|info|mailing)? (verteiler|verteilern|verteilers|verteilerliste|verteilerlisten|liste|listen|' +
    'adressliste|empfaengerliste|empfaengerkreis|emailverteiler) (fuer <d> <news>|<d> <news>)?|mailverteiler|newsletterverteiler|' +
    'newsletterliste|mailingliste|mailinglisten|mailinglist|emails|mails',
  from: '(von|vom|aus|fuer|bei) <d> <list> (und (von|aus)? <d> <list>)?',
  inf:
    'abmelden|austragen|abbestellen|entfernen|streichen|loeschen|nehmen|herausnehmen|rausnehmen|(abmelden lassen)|' +
    '(austragen lassen)|(loeschen lassen)|(streichen lassen)',
  zu: 'abzumelden|auszutragen|herauszunehmen|abzubestellen|(zu (streichen|entfernen|loeschen|nehmen))',
  done: 'abgemeldet|ausgetragen|gestrichen|entfernt|geloescht|genommen|herausgenommen',
  end: 'abbestellen|kuendigen|stornieren|beenden|abmelden|stoppen|einstellen|abzubestellen',
  removal: 'abmeldung|austragung|streichung|loeschung|entfernung|abbestellung',
  mail:
    '(email|info)? (newsletter|newslettern|newsletters|mail|mails|email|emails|nachrichten|nachricht|mailings|mailing|infomails|' +
    'rundmails|rundbriefe|infos|informationen|zusendungen|rundschreiben)',
  by: '(von|durch) (ihnen|euch|dir|ihrer firma|ihrem unternehmen|ihrem haus|ihrem verlag|ihrem verein)',
  per: '(per|via) (email|mail)',
  no: 'keine|keinen|keinerlei|kein',
  verb: 'erhalten|bekommen|empfangen|haben|lesen|beziehen|(zugeschickt bekommen)|(zugesandt bekommen)|(geschickt bekommen)',
  sendinf: 'senden|schicken|zusenden|zuschicken|schreiben|verschicken|zukommenlassen',
  send: 'senden|schicken|schickt|sendet|schick|schicke|schreiben|schreibt|schreib',
  tome: '(mir|uns) (an <address>)?|an (mich|uns|<address>)',
  consent:
    '<d> (erteilte|erteilten|gegebene|gegebenen|abgegebene|ihnen erteilte)? (einwilligung|einwilligungen|zustimmung|zustimmungen|' +
    'einverstaendnis|einwilligungserklaerung|einverstaendniserklaerung|newslettereinwilligung|newsletter einwilligung|' +
    '(newsletteranmeldung|newsletter anmeldung|anmeldung (zum|fuer den) newsletter))',
  advert:
    '(email)? (werbung|direktwerbung|emailwerbung|werbemail|werbemails|werbeemails|direktmarketing|werbezusendungen)|' +
    '(werbe) (mails|emails|mail|zusendungen)|(werbliche|werblichen|werblicher) (mails|emails|nachrichten|zusendungen|informationen|ansprache)',
  toads:
    '(zu|fuer|zum|zur) (<det>)* ((zweck|zwecke|zwecken) (der|von))? (werbezwecken|werbezwecke|werbezweck|werbung|direktwerbung|' +
    'direktmarketing|marketingzwecke|marketingzwecken|zusendung von werbung)',
  mydata:
    '(meiner|unserer|von) (persoenlichen|personenbezogenen|gespeicherten)? (daten|email adresse|emailadresse|adresse|mailadresse)',
  use: '<d> (verwendung|nutzung|verarbeitung|speicherung) (<mydata>)?',
  for:
    '(in|zu|zum|zur|fuer|bezueglich|auf) <d> ((empfang|erhalt|bezug|zusendung|versand|erhalts) (von)? <d>)? (<mail>|<advert>) (<per>)?|(in|zu|zum|fuer) <d> (newsletterempfang|newsletterversand|newsletterbezug|emailempfang)|' +
    '(in|zu|zur|fuer) <use> (<toads>)?|<toads>',
};

/** Whole sentences that name what is to end: a list, a newsletter, mail, a consent. */
export const GERMAN_WITHDRAWALS: readonly string[] = [
  '(melden|meldet|melde) (<you>)? <me> <from> ab',
  '(melden|meldet|melde) (<you>)? <me> ab <from>',
  '(tragen|tragt|trage) (<you>)? <me> <from> aus',
  '(nehmen|nehmt|nimm|streichen|streicht|streiche|entfernen|entfernt|entferne|loeschen|loescht|loesche) (<you>)? <me> <from> (heraus|raus)?',
  '(bestellen|bestellt|bestelle) (<you>)? <d> <news> (fuer (mich|uns))? ab',
  '(kuendigen|kuendigt|beenden|beendet|stornieren|storniert|stoppen|stoppt) (<you>)? <d> <news>',
  '(<me>)? <from> <inf>',
  '<d> <news> <end>',
  '<iwish> (<me>)? <from> <inf>',
  '<iwish> (mich|uns) <inf> <from>',
  '<iwish> <from> <done> werden',
  '<iwish> <d> <news> <end>',
  '(<i>)? (bitten)? (sie|euch)? (darum)? <me> <from> <zu>',
  '(<i>)? (bitten)? um <d> <removal> (<mydata>|<d> <address>)? <from>',
  '(<i>)? (melde|melden) (<i>)? (mich|uns) <from> ab',
  '(<i>)? (trage|tragen) (<i>)? (mich|uns) <from> aus',
  '(<i> (kuendige|kuendigen|beende|beenden|storniere|stornieren)|(kuendige|beende|storniere) <i>|kuendige) <d> <news>',
  '(<i> (bestelle|bestellen)|(bestelle|bestellen) <i>) <d> <news> ab',
  // No more mail: as a wish or asked for; "I get no mail any more" is a report.
  '(<iwish>|(<i> (wuensche|wuenschen))|((wuensche|wuenschen) <i>)) (<by>)? <no> <d> <mail> (mehr)? (<by>)? (<per>)? (<verb>)?',
  '<iwish> (<by>)? nichts (mehr)? (<by>)? (erhalten|bekommen|hoeren|lesen)',
  '<iwish> <d> <mail> (<by>)? nicht (mehr|laenger|weiter) <verb>',
  '<iwish> nicht (mehr|laenger) <d> <mail> <verb>',
  '<iwish> (<by>)? nicht (mehr|laenger) (<by>)? (<per>)? (angeschrieben|kontaktiert|angemailt|beliefert) werden',
  '<iwish> nicht (mehr|laenger) (auf|in) <d> <list> (stehen|sein|bleiben|(gefuehrt werden))',
  '<send> (<you>)? <tome> (<by>)? <no> <d> <mail> (mehr)? (zu)?',
  '<send> (<you>)? <no> <d> <mail> (mehr)? <tome>',
  '(<tome>)? <no> <d> <mail> (mehr)? (<tome>)? <sendinf>',
  '(kontaktieren|kontaktiert) (<you>)? (mich|uns) nicht mehr <per>',
  '(stoppen|stoppt|beenden|unterlassen) (<you>)? <d> (zusendung|zusendungen|versand|zusenden) (von)? <d> <mail> (<tome>)?',
  '(stellen|stellt) (<you>)? <d> (zusendung|zusendungen|versand|zusenden) (von)? <d> <mail> (<tome>)? ein',
  '(<i> verzichte|verzichte <i>) auf <d> <news>',
  // Consent, to all of it: one of several purposes has no rule.
  '(<i>)? (widerrufe|widerrufen) (<i>)? <consent> (<for>)?',
  '(<i>)? (ziehe|ziehen|nehme|nehmen) (<i>)? <consent> (<for>)? zurueck',
  '<iwish> <consent> (<for>)? (widerrufen|zurueckziehen|zuruecknehmen)',
  '(<i>)? (widerspreche|widersprechen) (<i>)? (der|dem) (weiteren)? (zusendung|versand|erhalt|empfang) (von)? <d> <mail>',
];

export const GERMAN_OBJECTIONS: readonly string[] = [
  '(<i>)? (widerspreche|widersprechen) (<i>)? (<use> <toads>|<d> (zusendung (von)?)? <d> (kuenftiger)? <advert> (<per>|<by>)*)',
  '(<i>)? (lege|legen|erhebe|erheben) (<i>)? (widerspruch)? gegen (<use> <toads>|<d> (zusendung (von)?)? <d> <advert> (<per>|<by>)*) (widerspruch)? (ein)?',
  '(<i>)? (untersage|verbiete|untersagen) (<i>)? (ihnen|euch)? (<use> <toads>|<d> (zusendung (von)?)? <d> <advert> (<per>|<by>)*)',
  '<iwish> (<use> <toads>|<d> <advert>) widersprechen',
  '(<iwish>|(<i> (wuensche|wuenschen))|((wuensche|wuenschen) <i>)) (<by>)? <no> <d> <advert> (mehr)? (<by>)? (<per>)? (<verb>)?',
  '<send> (<you>)? <tome> <no> <d> <advert> (mehr)? (zu)?',
  '(<tome>)? <no> <d> <advert> (mehr)? (<per>|<tome>)* <sendinf>',
];

/** Sentences that leave to the reader what is to end: they count only where nothing else is said. */
export const GERMAN_BARE: readonly string[] = [
  '(abmelden|austragen|abbestellen)',
  '(melden|meldet|melde) (<you>)? <me> ab',
  '(tragen|tragt|trage) (<you>)? <me> aus',
  '(nehmen|nehmt|nimm) (<you>)? <me> (heraus|raus)',
  '<me> (abmelden|austragen|rausnehmen|herausnehmen)',
  '<iwish> (mich|uns) (abmelden|austragen)',
  '<iwish> (abgemeldet|ausgetragen) werden',
  '(<i>)? (bitten)? um <d> (abmeldung|austragung|abbestellung)',
  '(<tome>|mich|uns)? nicht mehr (<sendinf>|anschreiben|kontaktieren|anmailen)',
  '(schreiben|schreibt|kontaktieren|kontaktiert) (<you>)? (mir|mich|uns) nicht mehr (an)?',
  'stopp (bitte)*',
];

/** Only with a "hiermit": without, they may say that somebody is away. */
export const GERMAN_DECLARED: readonly string[] = [
  '(melde|melden) <i> (mich|uns) ab',
  '<i> (melde|melden) (mich|uns) ab',
];

/** Only with a "please": without, they may say that no mail comes. */
export const GERMAN_ASKED: readonly string[] = ['<no> <d> <mail> (mehr)? (<by>|<tome>)*'];

/** Names of what is wanted. */
export const GERMAN_NOUNS: readonly string[] = [
  '(um)? (meine|die)? (abmeldung|abbestellung|austragung|newsletterabmeldung|newsletterabbestellung) (<from>|<d> <news>)?',
  '(um)? (mein|meine|der|die|den)? <news> (abmeldung|kuendigung|abbestellung|austragung|widerruf)',
  '(meine|die)? kuendigung (vom|von)? <d> <news>',
  '(mein|der)? widerruf (<d> <news>|(von)? <consent> (<for>)?)',
];
export const GERMAN_OBJECTION_NOUNS: readonly string[] = [
  'werbewiderspruch',
  'widerspruch gegen (<use> <toads>|<d> <advert>)',
  '<no> <d> <advert> (mehr)? (<per>|<by>)*',
];

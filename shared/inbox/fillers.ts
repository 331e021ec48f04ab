import { pattern, type Rules } from './grammar';

/** Words that may stand anywhere in a sentence, and change nothing about what it says. */
const RULES: Rules = {
  german:
    'bitte|hiermit|sofort|umgehend|unverzueglich|schnellstmoeglich|(mit sofortiger wirkung)|(ab sofort)|(ab jetzt)|(ab heute)|gern|' +
    'gerne|freundlicherweise|dringend|ausdruecklich|jetzt|nun|heute|kuenftig|zukuenftig|(in zukunft)|(fuer die zukunft)|' +
    '(zum naechstmoeglichen zeitpunkt)|endgueltig|dauerhaft|komplett|vollstaendig|ganz|nochmals|erneut|(so schnell wie moeglich)|' +
    '(aus datenschutzgruenden)|(aus persoenlichen gruenden)|daher|deshalb|mal|((ihnen|euch) gegenueber)',
  english:
    'please|kindly|hereby|immediately|now|asap|permanently|completely|(with immediate effect)|(as soon as possible)|(at once)|' +
    '(effective immediately)|(going forward)|(in (the)? future)|(with effect from today)|therefore',
  article:
    '((art|artikel|article|section|paragraph) ($zahl)*|dem|der|den)* ((abs|absatz|s|satz|nr|lit|para) ($zahl|a|b|f))* (of)? (the|uk)* ' +
    '(dsgvo|(ds gvo)|gdpr|uwg|bdsg|datenschutzgrundverordnung)',
  law:
    '(gemaess|nach|laut|gem|entsprechend|(auf grundlage von)|(im sinne von)|(unter berufung auf)|under|(pursuant to)|' +
    '(according to)|(in accordance with)|(based on)|per)? <article> ((und|sowie|and) <article>)?',
};

const FILLER = new RegExp(`${pattern(RULES, '<german>|<english>|<law>')}(?= |$)`, 'g');
const THANKS_AT_THE_END = /(?: (?:vielen dank|danke|thanks|thank you))+$/;

/** Without a comma. */
const GREETING_BEFORE = /^ (?:hallo|hi|moin|guten tag|hello)(?: zusammen)?(?= )/;

/** What is left of a sentence without them; with single blanks between, and one at its beginning. */
export function withoutFillers(words: string): string {
  const left = ` ${words}`.replaceAll(FILLER, '');
  return left.replace(GREETING_BEFORE, '').replace(THANKS_AT_THE_END, '').trim();
}

import { cut } from '../well-formed';
import { areNames } from './function-words';
import { withoutFillers } from './fillers';
import { sentence } from './grammar';
import * as english from './english';
import * as german from './german';
import { isByProgram, isTopic, mannerOf, type Manner } from './manners';
import { isClosing } from './own-words';
import { joinedIn, paragraphsOf, plain, sentencesOf, type Sentence } from './plain';

export type Wish = 'withdrawal' | 'objection';

/** What a mail was understood to say. */
export interface Recognised {
  /** What the writer certainly wants; undefined where nothing is certain. */
  readonly wish: Wish | undefined;
  /** Whether it wishes for something else, too, which somebody has to read. */
  readonly saysMore: boolean;
  /** Whether it says nothing at all, or greets and no more. */
  readonly isSilent: boolean;
}

/** By what a writer is known, and may call themselves. */
export interface Writer {
  /** Whoever names another one may speak of somebody else. */
  readonly address: string;
  readonly name: string;
}

/** What stands before the subject of a mail that is answered or forwarded; then the subject is not the writer's own. */
const ANSWERED = /^\s*(?:re|aw|antw|antwort|wg|fw|fwd|wtr|tr|rif|r|rv|sv|vs|odp|res)\s*(?:\[\d+\])?\s*:/i;

/** Whoever writes more says more than we know. */
const LONGEST = 4_000;
const LONGEST_SENTENCE = 300;
const LONGEST_SUBJECT = 200;

type Kind = Wish | `bare-${Wish}` | `noun-${Wish}` | Manner | 'topic' | 'elsewhere' | 'other';

/**
 * What somebody wants who writes this. Certain is only what is said in whole sentences that there is a rule for, in a mail that
 * says nothing else but what there is a rule for: whoever is not understood is read by a person, and whoever is misunderstood was
 * not heard.
 */
export function recognise(subject: string, words: string, writer?: Writer): Recognised {
  if (words.length > LONGEST) return NOTHING;
  const names = namesOf(writer);
  const read = (text: string): string => plain(writer ? text.toLowerCase().replaceAll(writer.address, ' $ich ') : text);
  const said = paragraphsOf(read(words)).flatMap((lines) => kindsOf(lines, names));
  const isAnswer = ANSWERED.test(subject);
  const title: Kind[] = isAnswer
    ? isElsewhere(plain(subject))
      ? ['elsewhere']
      : []
    : sentencesOf(read(cut(subject, LONGEST_SUBJECT))).flatMap((each) => titleOf(each, names));
  if (subject.length > LONGEST_SUBJECT && !isAnswer) title.push('other');
  return conclude(title, said);
}

const NOTHING: Recognised = { wish: undefined, saysMore: false, isSilent: false };

/** What one can leave, too, or take back: an answer to a mail about it that does not say what is to end may mean that. */
const ELSEWHERE = new RegExp(
  'webinar|seminar|kurs|course|schulung|training|workshop|termin|appointment|meeting|treffen|sitzung|besprechung|veranstaltung|' +
    'event|einladung|invit|konferenz|conference|tagung|messe|elternabend|fest\\b|party|reise|\\btour|teilnahme|teilnehm|' +
    'kalender|calendar|\\bzoom|teams\\b|ticket|buchung|booking|reserv|vertrag|contract|bestellung|\\border|rechnung|invoice|' +
    'mitglied|member|konto|account|probe|trial',
);
const isElsewhere = (subject: string): boolean => ELSEWHERE.test(subject);

/** A noun that names a wish counts where nothing else is said, not even thanks for it. */
function conclude(title: readonly Kind[], said: readonly Kind[]): Recognised {
  const all = [...title, ...said];
  if (all.includes('other')) return NOTHING;
  const isThanks = said.includes('thanks') && said.every((kind) => kind === 'thanks' || kind === 'polite');
  const isOpen = !all.includes('elsewhere');
  const has = (wish: Wish): boolean =>
    all.includes(wish) ||
    (isOpen && all.includes(`bare-${wish}`)) ||
    (isOpen && all.includes(`noun-${wish}`) && !isThanks);
  const wish = has('objection') ? 'objection' : has('withdrawal') ? 'withdrawal' : undefined;
  const isSilent = all.every((kind) => kind === 'polite' || kind === 'topic');
  return { wish, saysMore: all.includes('more'), isSilent };
}

/** A paragraph, where each run of its lines makes sentences: not everybody ends one with a stop. */
function kindsOf(lines: readonly string[], names: ReadonlySet<string>): Kind[] {
  const kinds: Kind[] = [];
  for (let at = 0; at < lines.length;) {
    const runs = LENGTHS.map((length) => ({ length, kinds: runOf(lines.slice(at, at + length), names) }));
    const run = runs.find((each) => !each.kinds.includes('other'));
    if (!run) return ['other'];
    kinds.push(...run.kinds);
    at += run.length;
  }
  return kinds;
}

/** How many lines a sentence goes on for, the most first. */
const LENGTHS = [5, 4, 3, 2, 1];

function runOf(lines: readonly string[], names: ReadonlySet<string>): Kind[] {
  return sentencesOf(lines.join('\n')).flatMap((each) => kindsIn(each, names));
}

function titleOf(each: Sentence, names: ReadonlySet<string>): Kind[] {
  if (!each.isMarked && !each.isQuestion && isTopic(each.text)) return ['topic'];
  return kindsIn(each, names);
}

function kindsIn({ text, pieces, isQuestion, isMarked }: Sentence, names: ReadonlySet<string>): Kind[] {
  if (isByProgram(text)) return ['polite'];
  if (isQuestion || isMarked || text.length > LONGEST_SENTENCE) return ['other'];
  const whole = kindsOfWords(text, names);
  return whole.includes('other') && pieces.length > 1 ? pieces.flatMap((piece) => kindsOfWords(piece, names)) : whole;
}

/** Of all of it, or else of each thing that an "and" joins. */
function kindsOfWords(words: string, names: ReadonlySet<string>): Kind[] {
  const whole = kindOf(words, names);
  const joined = whole === 'other' ? joinedIn(words) : [];
  return joined.length > 1 ? joined.map((each) => kindOf(each, names)) : [whole];
}

const {
  GERMAN,
  GERMAN_WITHDRAWALS,
  GERMAN_OBJECTIONS,
  GERMAN_BARE,
  GERMAN_ASKED,
  GERMAN_DECLARED,
  GERMAN_NOUNS,
  GERMAN_OBJECTION_NOUNS,
} = german;
const {
  ENGLISH,
  ENGLISH_WITHDRAWALS,
  ENGLISH_OBJECTIONS,
  ENGLISH_BARE,
  ENGLISH_ASKED,
  ENGLISH_NOUNS,
  ENGLISH_OBJECTION_NOUNS,
} = english;

/** Most sentences are in one of two languages. */
function either(inGerman: readonly string[], inEnglish: readonly string[] = []): (text: string) => boolean {
  const [one, other] = [sentence(GERMAN, inGerman), sentence(ENGLISH, inEnglish)];
  return (text) => one(text) || other(text);
}

const isAskedFor = either(GERMAN_ASKED, ENGLISH_ASKED);
const isDeclared = either(GERMAN_DECLARED);
/** Each with what is left of the sentence, and all of it. */
const KINDS: readonly (readonly [Kind, (text: string, whole: string) => boolean])[] = [
  ['objection', either(GERMAN_OBJECTIONS, ENGLISH_OBJECTIONS)],
  ['noun-objection', either(GERMAN_OBJECTION_NOUNS, ENGLISH_OBJECTION_NOUNS)],
  ['withdrawal', either(GERMAN_WITHDRAWALS, ENGLISH_WITHDRAWALS)],
  ['bare-withdrawal', either(GERMAN_BARE, ENGLISH_BARE)],
  ['bare-withdrawal', (text, whole) => /\b(?:bitte|please)\b/.test(whole) && isAskedFor(text)],
  ['bare-withdrawal', (text, whole) => /\bhiermit\b/.test(whole) && isDeclared(text)],
  ['noun-withdrawal', either(GERMAN_NOUNS, ENGLISH_NOUNS)],
];

function kindOf(whole: string, names: ReadonlySet<string>): Kind {
  const manner = mannerOf(whole);
  if (manner) return manner;
  const text = withoutFillers(whole);
  if (/\bwuerden?\b/.test(whole) && !/\bgerne?\b/.test(whole)) return 'other';
  if (text === '') return 'polite';
  const [kind] = KINDS.find(([, is]) => is(text, whole)) ?? [];
  const isName = text.split(' ').every((word) => names.has(word) || word.length === 1);
  return kind ?? mannerOf(text) ?? (isClosing(whole) || isName ? 'polite' : 'other');
}

/** What a writer calls themselves. */
function namesOf(writer: Writer | undefined): ReadonlySet<string> {
  const text = plain(`${writer?.name ?? ''} ${writer?.address.split('@')[0] ?? ''}`);
  return new Set(text.match(/\p{L}{2,}/gu)?.filter((name) => areNames([name])));
}

import { isClosing } from './own-words';
import {
  ENDING,
  ERASURE,
  NEGATION,
  OBJECTING_STOP,
  OBJECTION,
  POLITE,
  PROGRAM,
  RECEIPT,
  STOP,
  TOPIC,
  VOCABULARY,
} from './phrases';
import { cut } from '../well-formed';
import { plain, sentencesOf, type Sentence } from './plain';

export type Wish = 'withdrawal' | 'objection';

/** What a mail was understood to say. */
export interface Recognised {
  /** What the writer certainly wants; undefined where nothing is certain. */
  readonly wish: Wish | undefined;
  /** Whether it says anything about this that is not certain: a question, a "not", a condition, a single topic. */
  readonly isDoubtful: boolean;
  /** Whether it says anything else, which somebody has to read. */
  readonly saysMore: boolean;
}

/** What stands before the subject of a mail that is answered or forwarded; then the subject is not the writer's own. */
const ANSWERED = /^\s*(?:re|aw|antw|antwort|wg|fw|fwd|wtr)\s*(?:\[\d+\])?\s*:/i;

/**
 * What somebody wants who writes this. Certain is only what is said in a known way, in a sentence that says nothing besides:
 * whoever is not understood is read by a person, and whoever is misunderstood was not heard.
 *
 * @param writer the writer's own address, which they may name; whoever names another may speak of somebody else
 */
export function recognise(subject: string, words: string, writer?: string): Recognised {
  if (words.length > LONGEST) return { wish: undefined, isDoubtful: false, saysMore: true };
  const own = ANSWERED.test(subject) ? '' : cut(subject, LONGEST_SENTENCE);
  const kinds = sentencesIn(words, writer).map(kindOf);
  // A title that only names what it is about says nothing.
  const title = sentencesIn(own, writer)
    .filter(({ text }) => SAID.test(text))
    .map(kindOf);
  const all = [...title, ...kinds];
  const isDoubtful = all.includes('doubtful');
  const wish = all.includes('objection') ? 'objection' : all.includes('withdrawal') ? 'withdrawal' : undefined;
  return { wish: isDoubtful ? undefined : wish, isDoubtful, saysMore: kinds.includes('other') };
}

function sentencesIn(text: string, writer: string | undefined): Sentence[] {
  const lower = text.toLowerCase();
  return sentencesOf(plain(writer ? lower.replaceAll(writer, ' adresse ') : lower));
}

const SAID = new RegExp([ENDING, STOP, OBJECTION, OBJECTING_STOP].map(({ source }) => source).join('|'));

/** Whoever writes more says more than we know. */
const LONGEST = 4_000;
const LONGEST_SENTENCE = 300;

type Kind = Wish | 'polite' | 'doubtful' | 'other';

function kindOf(sentence: Sentence): Kind {
  const { text } = sentence;
  if (PROGRAM.test(text) || RECEIPT.test(text)) return 'polite';
  const wish = text.length > LONGEST_SENTENCE ? undefined : wishIn(text);
  const isWhole = text.split(' ').every((word) => VOCABULARY.has(word)) && !ERASURE.test(text);
  const isClear = isWhole && !sentence.isQuestion;
  if (wish !== undefined && isClear) return wish;
  if (wish !== undefined || TOPIC.test(text)) return 'doubtful';
  const isPolite = POLITE.test(text) || isClosing(text);
  return isPolite && !sentence.isQuestion ? 'polite' : 'other';
}

/** A "not" before what would end it turns it round, so only what has to have one may have one. */
function wishIn(text: string): Wish | undefined {
  if (!NEGATION.test(text)) return OBJECTION.test(text) ? 'objection' : ENDING.test(text) ? 'withdrawal' : undefined;
  if (ENDING.test(text) || OBJECTION.test(text)) return undefined;
  return OBJECTING_STOP.test(text) ? 'objection' : STOP.test(text) ? 'withdrawal' : undefined;
}

const FOLDED: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  '’': "'",
  '‘': "'",
  '\u00a0': ' ',
};

/** Text in small plain letters, so that one spelling is enough to compare with. */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[äöüß’‘\u00a0]/g, (letter) => FOLDED[letter] ?? letter)
    .replaceAll(/https?:\/\/\S+/g, '$link')
    .replaceAll(/[^\s<>()"',;:]+@[^\s<>()"',;:]+\.[^\s<>()"',;:!?.]+/g, '$adresse')
    .replaceAll(/\be-? ?mail/g, 'email')
    .replaceAll(/\b(art|abs|nr|bzw|ggf|evtl|inkl|dr|fr|hr|lit|mfg|z\.\s?b|d\.\s?h|s)\.(?=\s?\p{L}|\s?\d)/gu, '$1 ')
    .replaceAll(/(\d)\.(?=\d)/g, '$1 ')
    .replaceAll(/\b(don|doesn|didn|won|can)'t\b/g, '$1t')
    .replaceAll(/\b(i|we)'(d|m|ve)\b/g, '$1 $2')
    .replaceAll(/§+\s*/g, 'paragraph ');
}

export interface Sentence {
  /** Words with single blanks between. */
  readonly text: string;
  readonly isQuestion: boolean;
  /** The same in pieces, where commas, colons, brackets and dashes part it. */
  readonly pieces: readonly string[];
  /** Whether it has quotation marks, a smile or any other sign that may turn round what it says. */
  readonly isMarked: boolean;
}

const PARTS = /[,:()[\]/|*•]|\s[-–—]+\s|^\s*[-–—]+\s/;
const AND = / (?:und|and|sowie) /;
/** No word, and no sign that {@link UNMARKED} knows. */
const MARK = '\u2606';
const UNMARKED = /^[\p{L}\p{N}\s.,:;!?()[\]/|*•&+'$§#_–—-]*$/u;

/** Before sentences are parted, as a smile may begin with a sign that ends one. */
const SMILE = /[:;=]['-]?[)(dp|/\\*](?!\w)/g;
/** Boxes to tick, and what stands for yes or no behind a label: somebody sends a form, and who knows what it says. */
const FORM = /[([]\s{0,9}[xo✓✗✔]?\s{0,9}[)\]]|[:=]\s{0,9}(?:[01]|ja|nein|yes|no|true|false|x)\s{0,9}(?=$|\n)/g;

/** The sentences of a text that is {@link plain}; it has no empty lines. */
export function sentencesOf(text: string): Sentence[] {
  const marked = text.replaceAll(SMILE, ` ${MARK} `).replaceAll(FORM, ` ${MARK} `);
  return (marked.replaceAll('\n', ' ').match(/[^.!?;…]+[.!?;…]*/g) ?? [])
    .map((sentence) => ({
      text: wordsIn(sentence),
      isQuestion: sentence.includes('?'),
      pieces: sentence.split(PARTS).map(wordsIn).filter(Boolean),
      isMarked: !UNMARKED.test(sentence),
    }))
    .filter(({ text: words, isMarked }) => words !== '' || isMarked);
}

/** What an "and" joins. */
export const joinedIn = (words: string): string[] => words.split(AND);

/** Texts between empty lines, in lines. */
export function paragraphsOf(text: string): string[][] {
  return text.split(/\n\s*\n/).map((paragraph) => paragraph.split('\n').filter((line) => line.trim() !== ''));
}

function wordsIn(sentence: string): string {
  return (sentence.match(/[$\p{L}\p{N}]+/gu) ?? []).map((word) => (/^\d+$/.test(word) ? '$zahl' : word)).join(' ');
}

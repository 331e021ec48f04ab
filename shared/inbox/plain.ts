const FOLDED: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', '’': "'", '‘': "'" };

/** Text in small plain letters, so that one spelling is enough to compare with. */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[äöüß’‘]/g, (letter) => FOLDED[letter] ?? letter)
    .replaceAll(/https?:\/\/\S+/g, '$link')
    .replaceAll(/\S+@\S+\.\S+/g, '$adresse')
    .replaceAll(/\be-?mail/g, 'email')
    .replaceAll(/\b(art|abs|nr|bzw|ggf|evtl|inkl|dr|fr|hr|lit|mfg|z\.\s?b|d\.\s?h)\.(?=\s?\p{L}|\s?\d)/gu, '$1 ')
    .replaceAll(/\b(don|doesn|didn|won|can)'t\b/g, '$1t')
    .replaceAll(/§+\s*/g, 'paragraph ');
}

export interface Sentence {
  /** Words with single blanks between. */
  readonly text: string;
  readonly isQuestion: boolean;
}

/** Ends with a comma and yet is a sentence of its own. */
const GREETING =
  /^\s*((?:sehr geehrte|liebe|guten|hallo|hi|hey|moin|servus|dear|hello|good)\b[^,.!?\n]{0,60}|hallo|hi),/;

/** What is often asked along with it, and is a wish of its own. */
const ERASURE = /[ \n](?:und|and)[ \n](?=[^.!?;]{0,60}\b(?:loesch|vernicht|delete|erase))/g;

/** The sentences of a text that is {@link plain}. A line that is no sentence of its own goes on in the next. */
export function sentencesOf(text: string): Sentence[] {
  const joined = text
    .replace(GREETING, '$1.')
    .replaceAll(/\n{2,}/g, '. ')
    .replaceAll('\n', ' ')
    .replaceAll(ERASURE, '. ');
  return (joined.match(/[^.!?;]+[.!?;]*/g) ?? [])
    .map((sentence) => ({ text: wordsIn(sentence), isQuestion: sentence.trimEnd().endsWith('?') }))
    .filter((sentence) => sentence.text !== '');
}

function wordsIn(sentence: string): string {
  return (sentence.match(/[$\p{L}\p{N}]+/gu) ?? []).map((word) => (/^\d+$/.test(word) ? '$zahl' : word)).join(' ');
}

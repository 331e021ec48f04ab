const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ACCENTED = [...'àƀçđéƒĝĥîĵķļɱñöþɋŕšţûṽŵẋýžÀƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞɊŔŠŢÛṼŴẊÝŽ'];

/** A text as the made-up language has it: accents on every letter, and brackets around it. "[Ĥéļļö]" */
export function accented(text: string): string {
  const letters = [...text].map((letter) => ACCENTED[PLAIN.indexOf(letter)] ?? letter);
  return text === '' ? '' : `[${letters.join('')}]`;
}

/** All words of an area in the made-up language, whether they are sentences or make some. */
export function pseudo<T>(words: T): T {
  if (typeof words === 'string') return accented(words) as T;
  if (Array.isArray(words)) return words.map((word: unknown) => pseudo(word)) as T;
  if (typeof words === 'object') {
    const named = Object.entries(words as object).map(([name, word]) => [name, pseudo(word as unknown)]);
    return Object.fromEntries(named) as T;
  }
  const sentence = words as (...given: unknown[]) => string;
  return ((...given: unknown[]) => accented(sentence(...given))) as T;
}

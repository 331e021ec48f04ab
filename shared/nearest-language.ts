/**
 * The language of those offered that a tag means, as websites, browsers and content systems write them: `de`, `DE`, `de-AT`,
 * `de_AT`, `de-CH-1996`. It is looked for as it is, then with less and less of its end (RFC 4647, section 3.4), and then in
 * any other form of the same language. Undefined where none is offered.
 */
export function nearestLanguage<L extends string>(offered: readonly L[], tag: string): L | undefined {
  const wanted = subtagsOf(tag);
  const lookups = wanted.map((_, n) => wanted.slice(0, wanted.length - n).join('-'));
  const found = lookups.map((lookup) => offered.find((language) => subtagsOf(language).join('-') === lookup));
  return found.find((language) => language !== undefined) ?? offered.find((other) => subtagsOf(other)[0] === wanted[0]);
}

const subtagsOf = (tag: string): string[] =>
  tag
    .trim()
    .toLowerCase()
    .split(/[-_.@]/);

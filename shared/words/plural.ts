/**
 * Which of its forms a counted text takes in a language, by the rules of Unicode (CLDR). A count that is to be shown is given as it is
 * shown, with its separators: of those only "1" is one.
 */
export function pluralIn(language: string): (count: number | string, one: string, other: string) => string {
  const rules = new Intl.PluralRules(language);
  return (count, one, other) => {
    const number = typeof count === 'number' ? count : count === '1' ? 1 : 2;
    return rules.select(number) === 'one' ? one : other;
  };
}

/*
 * A grammar is a list of rules, and a rule is words, `(a|b)`, `?` and `*`, and `<name>` for another rule. Words are in plain letters:
 * small, "ae" for "ä", "ss" for "ß" (see `plain.ts`). A rule holds for whole sentences only: there is no rule for "anything".
 */

export type Rules = Readonly<Record<string, string>>;

/** How deep rules name each other. */
const DEEPEST = 8;

/** What tells whether a sentence, as words with single blanks between, is one of those that the rules make. */
export function sentence(rules: Rules, alternatives: readonly string[]): (words: string) => boolean {
  const whole = new RegExp(`^${pattern(rules, alternatives.join('|'))}$`);
  return (words) => whole.test(` ${words}`);
}

/** A rule as a regular expression; each word has a blank before it. */
export function pattern(rules: Rules, rule: string): string {
  return `(?:${compile(rules, rule)})`;
}

function compile(rules: Rules, rule: string): string {
  let expanded = rule;
  for (let depth = 0; depth < DEEPEST; depth++) {
    expanded = expanded.replaceAll(/<(\w+)>/g, (_, name: string) => `(${rules[name] ?? unknown(name)})`);
  }
  const tokens = expanded.match(/[a-z0-9$]+|[()|?*]|\S/g) ?? [];
  return tokens.map((token) => SIGNS[token] ?? ` ${word(token)}`).join('');
}

const SIGNS: Readonly<Record<string, string>> = { '(': '(?:', ')': ')', '|': '|', '?': '?', '*': '*' };

function word(token: string): string {
  if (!/^[a-z0-9$]+$/.test(token)) throw new Error(`A rule has a sign that it must not have: ${token}`);
  return token.replace('$', '\\$');
}

function unknown(name: string): never {
  throw new Error(`There is no rule ${name}.`);
}

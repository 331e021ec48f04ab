/**
 * What is never shown as it is: control characters, which terminals obey; characters that turn text around, take no room (also
 * those that Unicode only keeps free for that) or pass for a space, by which a text could look like another one; halves of
 * characters.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/**
 * The text in one line that shows all there is: `[U+001B]` for what would not be seen, or do something. Whatever a file
 * says goes through here before it reaches a terminal or a page.
 */
export function visible(text: string): string {
  return text.replace(UNSEEN, (character) => `[U+${hex(character)}]`);
}

/** JSON that shows all there is, and is still the same JSON. */
export function visibleJson(value: unknown, lines: 'several' | 'one' = 'several'): string {
  const text = JSON.stringify(value, null, lines === 'several' ? 2 : undefined);
  return text.replace(UNSEEN, (character) => (character === '\n' ? '\n' : escaped(character)));
}

const hex = (character: string): string => (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

/** Beyond the first 65,536 characters JSON has two escapes for one. */
function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, n) => character.charCodeAt(n));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}

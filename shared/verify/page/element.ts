import { visible } from '../visible';

type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/**
 * Makes an element. Text is only ever set as text, so nothing in a file can become part of the page; and so that all of it
 * can be seen.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : value);
  }
  made.append(...children.flatMap((child) => (typeof child === 'string' ? unbroken(visible(child)) : [child])));
  return made;
}

/** "E-Mail" stays on one line. */
function unbroken(text: string): (Node | string)[] {
  return text.split(/(E-Mail)/).map((piece, n) => {
    if (n % 2 === 0) return piece;
    const whole = document.createElement('span');
    whole.className = 'whole';
    whole.append(piece);
    return whole;
  });
}

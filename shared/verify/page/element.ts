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
  made.append(...children.map((child) => (typeof child === 'string' ? visible(child) : child)));
  return made;
}

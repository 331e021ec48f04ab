export type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/**
 * Makes an element. Text is only ever set as text. (The verifier's page has one like it, as that page shares nothing
 * with anything.)
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
  made.append(...children);
  return made;
}

type Child = FakeElement | string;

/** As much of an element as the scripts for browsers use, and what a visitor would read in it. */
export class FakeElement {
  readonly attributes = new Map<string, string>();
  readonly listeners = new Map<string, (event: { preventDefault(): void }) => void>();
  readonly classList = { toggle: (): void => {} };
  readonly dataset: Record<string, string> = {};
  children: Child[] = [];
  className = '';
  isConnected = false;
  checked = false;

  constructor(readonly name: string) {}

  get value(): string {
    return this.attributes.get('value') ?? '';
  }

  set textContent(text: string) {
    this.children = [text];
  }

  setAttribute(name: string, value: string): void {
    this.attributes.set(name, value);
    if (name.startsWith('data-')) this.dataset[name.slice('data-'.length)] = value;
  }

  addEventListener(name: string, listener: (event: { preventDefault(): void }) => void): void {
    this.listeners.set(name, listener);
  }

  append(...children: Child[]): void {
    this.children.push(...children);
  }

  after(...children: Child[]): void {
    this.append(...children);
  }

  replaceChildren(...children: Child[]): void {
    this.children = children;
  }

  focus(): void {}
  remove(): void {
    this.children = [];
  }

  /** By `[name=value]`, `[name]`, `.class` or the name of an element. */
  querySelectorAll(selector: string): FakeElement[] {
    const own = this.children.filter((child) => child instanceof FakeElement);
    return own.flatMap((child) => [...(child.#is(selector) ? [child] : []), ...child.querySelectorAll(selector)]);
  }

  querySelector(selector: string): FakeElement | null {
    return this.querySelectorAll(selector)[0] ?? null;
  }

  #is(selector: string): boolean {
    const [, attribute, value] = /^\[([\w-]+)(?:=(\w+))?\]$/.exec(selector) ?? [];
    if (attribute) return value ? this.attributes.get(attribute) === value : this.attributes.has(attribute);
    if (selector.startsWith('.')) return this.attributes.get('class') === selector.slice(1);
    return this.name === selector.split(':')[0];
  }

  /** The texts in it, in order. */
  texts(): string[] {
    return joined(this.children).flatMap((child) => (typeof child === 'string' ? [child] : child.texts()));
  }
}

/** What only keeps a word on one line (shared/verify/page/element) parts no text. */
function joined(children: readonly Child[]): Child[] {
  const all: Child[] = [];
  let isBehindWhole = false;
  for (const child of children) {
    const isWhole = typeof child !== 'string' && child.className === 'whole';
    const [last, next] = [all.at(-1), isWhole ? child.texts().join('') : child];
    const goesOn = typeof last === 'string' && typeof next === 'string' && (isWhole || isBehindWhole);
    all.splice(goesOn ? -1 : all.length, 1, goesOn ? last + next : next);
    isBehindWhole = isWhole;
  }
  return all;
}

/** Makes the names known that a browser has. */
export function pretendToBeABrowser(answers: Readonly<Record<string, unknown>>): void {
  const document = { createElement: (name: string) => new FakeElement(name), scripts: [], querySelector: () => null };
  Object.assign(globalThis, { document, location: new URL('https://www.example.org/'), ...answers });
}

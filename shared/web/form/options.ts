import { LANGUAGES, type Language } from '../../words/languages';

/** What the page that the form stands on wants of it. */
export interface Options {
  /** What the site's addresses begin with, at the host that the script came from. */
  readonly api: URL;
  readonly language: Language;
  /** Undefined: all that there is consent for. */
  readonly purposes: readonly string[] | undefined;
  readonly asset: string | undefined;
  /** None unless named: an address is enough. */
  readonly fields: readonly string[];
  /** Where the form goes, in place of what stands there; undefined: behind the script. */
  readonly target: string | undefined;
}

type Attributes = Readonly<Record<string, string | undefined>>;

/** Reads the `data-` attributes of the script; `languages` are the page's and the reader's, the first wins. */
export function readOptions(src: string, data: Attributes, languages: readonly string[]): Options {
  return {
    api: new URL(`sites/${encodeURIComponent(data['site'] ?? '')}/`, src),
    language: [data['language'] ?? '', ...languages].map(languageOf).find(isKnown) ?? 'en',
    purposes: data['purposes'] === undefined ? undefined : words(data['purposes']),
    asset: data['asset'],
    fields: words(data['fields'] ?? ''),
    target: data['target'],
  };
}

const words = (text: string): string[] => text.split(/[\s,]+/).filter((word) => word !== '');

const languageOf = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';

const isKnown = (language: string): language is Language => LANGUAGES.some((known) => known === language);

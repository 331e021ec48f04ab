import { LANGUAGES, type Language } from '../../words/languages';
import { nearestLanguage } from '../../nearest-language';

/** The options that the page around the form sets. */
export interface Options {
  /** The beginning of the site's addresses, at the host that the script came from. */
  readonly api: URL;
  readonly language: Language;
  /** Undefined: all purposes of the site. */
  readonly purposes: readonly string[] | undefined;
  readonly asset: string | undefined;
  /** Which of the site's forms it is, so that sign-ups are counted by it. */
  readonly form: string | undefined;
  /** No fields unless the page names some: an address is enough. */
  readonly fields: readonly string[];
  /** The element whose content the form replaces; undefined: the form goes behind the script. */
  readonly target: string | undefined;
}

type Attributes = Readonly<Record<string, string | undefined>>;

/** Reads the `data-` attributes of the script; `languages` are the page's and the reader's, the first wins. */
export function readOptions(src: string, data: Attributes, languages: readonly string[]): Options {
  return {
    api: new URL(`sites/${encodeURIComponent(data['site'] ?? '')}/`, src),
    language:
      [data['language'] ?? '', ...languages]
        .map((tag) => nearestLanguage(LANGUAGES, tag))
        .find((language) => language !== undefined) ?? 'en',
    purposes: data['purposes'] === undefined ? undefined : words(data['purposes']),
    asset: data['asset'],
    form: data['form'],
    fields: words(data['fields'] ?? ''),
    target: data['target'],
  };
}

const words = (text: string): string[] => text.split(/[\s,]+/).filter((word) => word !== '');

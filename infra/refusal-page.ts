import { LANGUAGES, type Language } from '../shared/words/languages';

/** As much as WAF keeps of a page. */
const MOST_BYTES = 4096;

/** A page of CloudFront's, which knows neither the site nor the reader: in all languages, one after the other. */
export function refusalPage(say: (language: Language) => readonly [title: string, text: string]): string {
  const [title] = say(LANGUAGES[0]);
  const parts = LANGUAGES.map((language) => {
    const [heading, text] = say(language);
    return `<section lang="${language}"><h1>${heading}</h1><p>${text}</p></section>`;
  });
  const page =
    `<!doctype html><html lang="${LANGUAGES[0]}"><head><meta charset="utf-8">` +
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">' +
    `<title>${title}</title><style>body{font:1.1rem/1.5 system-ui,sans-serif;max-width:34em;margin:3em auto;` +
    `padding:0 1em}h1{font-size:1.4rem}</style></head><body><main>${parts.join('')}</main></body></html>`;
  if (Buffer.byteLength(page) > MOST_BYTES) throw new Error('WAF takes pages of 4 KB at most: say it in fewer words.');
  return page;
}

import type { Problem } from '../http/problem';
import type { HttpResponse } from '../http/response';
import { LANGUAGES, type Site } from '../policy/schema';
import { page, pageLanguage } from './page';
import { pagesIn } from '../words/pages';

/**
 * The page for a token that is not ours, in all languages. It is the same for every kind of link, so that guessing
 * teaches nothing.
 */
export function badLinkPage(): HttpResponse {
  const [language, ...others] = LANGUAGES;
  const { badLinkTitle, badLinkText } = pagesIn(language);
  return page({
    status: 404,
    language,
    title: badLinkTitle,
    children: (
      <>
        <p>{badLinkText}</p>
        {others.map((other) => (
          <div lang={other}>
            <h2>{pagesIn(other).badLinkTitle}</h2>
            <p>{pagesIn(other).badLinkText}</p>
          </div>
        ))}
      </>
    ),
  });
}

/** A page without a button. */
export function sayingPage(
  status: number,
  site: Site | undefined,
  wanted: string | undefined,
  saying: 'expired' | 'linkGone' | 'nothing' | 'assetGone' | 'receiptGone' | 'keepTooLate',
): HttpResponse {
  const language = pageLanguage(site, wanted);
  const texts = pagesIn(language);
  return page({ status, language, site, title: texts[`${saying}Title`], children: <p>{texts[`${saying}Text`]}</p> });
}

/** The page for an error of ours. */
export function busyPage({ status }: Problem): HttpResponse {
  const [language, ...others] = LANGUAGES;
  const { busyTitle, busyText } = pagesIn(language);
  return page({
    status,
    language,
    title: busyTitle,
    children: (
      <>
        <p>{busyText}</p>
        {others.map((other) => (
          <p lang={other}>{pagesIn(other).busyText}</p>
        ))}
      </>
    ),
  });
}

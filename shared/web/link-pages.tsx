import type { Problem } from '../http/problem';
import type { HttpResponse } from '../http/response';
import { LANGUAGES, type Site } from '../policy/schema';
import { page, pageLanguage } from './page';
import { pagesIn } from '../words/pages';

/** A token that is none of ours. Says the same of every kind, so that trying teaches nothing; in all languages. */
export function badLinkPage(): HttpResponse {
  const [first, ...others] = LANGUAGES.map((language) => ({ language, ...pagesIn(language) }));
  return page({
    status: 404,
    language: first?.language ?? 'de',
    title: first?.badLinkTitle ?? '',
    children: (
      <>
        <p>{first?.badLinkText}</p>
        {others.map(({ language, badLinkTitle, badLinkText }) => (
          <div lang={language}>
            <h2>{badLinkTitle}</h2>
            <p>{badLinkText}</p>
          </div>
        ))}
      </>
    ),
  });
}

/** A page that only says something. */
export function sayingPage(
  status: number,
  site: Site | undefined,
  wanted: string | undefined,
  saying: 'expired' | 'withdrawnLink' | 'nothing' | 'assetGone' | 'receiptGone' | 'keepTooLate',
): HttpResponse {
  const language = pageLanguage(site, wanted);
  const texts = pagesIn(language);
  return page({ status, language, site, title: texts[`${saying}Title`], children: <p>{texts[`${saying}Text`]}</p> });
}

/** The page for an error of ours. */
export function busyPage({ status }: Problem): HttpResponse {
  const { busyTitle, busyText } = pagesIn('de');
  return page({
    status,
    language: 'de',
    title: busyTitle,
    children: (
      <>
        <p>{busyText}</p>
        <p lang="en">{pagesIn('en').busyText}</p>
      </>
    ),
  });
}

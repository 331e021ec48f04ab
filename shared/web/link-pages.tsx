import { browserLanguage } from '../http/browser-language';
import { offeredLanguage } from '../policy/offered-language';
import type { Problem } from '../http/problem';
import type { HttpResponse } from '../http/response';
import { LANGUAGES, type Site } from '../policy/schema';
import type { HttpRequest } from '../http/request';
import { page } from './page';
import { pagesIn } from '../words/pages';

/** The page for a token that is not ours. It is the same for every kind of link, so that guessing teaches nothing. */
export function badLinkPage(call: HttpRequest): HttpResponse {
  return inAllLanguages(404, call, ({ badLinkTitle, badLinkText }) => [badLinkTitle, badLinkText]);
}

/** There is nothing at this address. */
export function noSuchPage(call: HttpRequest): HttpResponse {
  return inAllLanguages(404, call, ({ noPageTitle, noPageText }) => [noPageTitle, noPageText]);
}

/** The address is there, and is not for what was tried. */
export function wrongMethodPage(call: HttpRequest): HttpResponse {
  return inAllLanguages(405, call, ({ methodTitle, methodText }) => [methodTitle, methodText]);
}

/** The page for an error of ours. */
export function busyPage({ status }: Pick<Problem, 'status'>, call: HttpRequest): HttpResponse {
  return inAllLanguages(status, call, ({ busyTitle, busyText }) => [busyTitle, busyText]);
}

type Words = ReturnType<typeof pagesIn>;

/** Nobody knows whose page it is: first the language that the browser asks for, then the others. */
function inAllLanguages(
  status: number,
  call: HttpRequest,
  say: (texts: Words) => readonly [title: string, text: string],
): HttpResponse {
  const language = browserLanguage(undefined, call);
  const [title, text] = say(pagesIn(language));
  return page({
    status,
    language,
    title,
    children: (
      <>
        <p>{text}</p>
        {LANGUAGES.filter((other) => other !== language).map((other) => (
          <div lang={other}>
            <h2>{say(pagesIn(other))[0]}</h2>
            <p>{say(pagesIn(other))[1]}</p>
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
  saying: 'expired' | 'linkGone' | 'assetGone' | 'receiptGone' | 'keepTooLate' | 'siteClosed',
): HttpResponse {
  const language = offeredLanguage(site, wanted);
  const texts = pagesIn(language);
  return page({ status, language, site, title: texts[`${saying}Title`], children: <p>{texts[`${saying}Text`]}</p> });
}

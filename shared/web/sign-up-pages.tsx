import { browserLanguage } from '../http/browser-language';
import { offeredLanguage } from '../policy/offered-language';
import type { Problem } from '../http/problem';
import type { HttpRequest } from '../http/request';
import type { HttpResponse } from '../http/response';
import { LANGUAGES, type Site } from '../policy/schema';
import { nearestLanguage } from '../nearest-language';
import { formErrors, type SentForm } from './form-errors';
import { sayingPage } from './link-pages';
import { page } from './page';
import { pagesIn } from '../words/pages';

/** The page after a plain form: it tells the visitor to look into the inbox. */
export function signUpSentPage(site: Site, { query }: HttpRequest): HttpResponse {
  const language = offeredLanguage(site, query['language']);
  const texts = pagesIn(language);
  return page({
    status: 200,
    language,
    site,
    title: texts.sentTitle,
    children: (
      <>
        <p>{texts.sentText}</p>
        <p class="note">{texts.sentNote(site.controller.email)}</p>
      </>
    ),
  });
}

/** The errors of a plain form, in the form's language. */
export function signUpProblemPage(
  problem: Problem,
  site: Site | undefined,
  call: HttpRequest,
  form: SentForm,
): HttpResponse {
  const asked = nearestLanguage(site?.languages ?? LANGUAGES, form.language ?? '');
  const language = asked ?? browserLanguage(site, call);
  const texts = pagesIn(language);
  const { status } = problem;
  if (status >= 500) return page({ status, language, site, title: texts.busyTitle, children: <p>{texts.busyText}</p> });
  if (problem.code === 'site-closed') return sayingPage(status, site, language, 'siteClosed');
  const errors = formErrors(problem, site, language, form);
  const isTheirs = errors.every((error) => error.isTheirs);
  const [website] = site?.origins ?? [];
  return page({
    status,
    language,
    site,
    title: texts.refusedTitle,
    children: (
      <>
        <p>{isTheirs ? texts.refusedText : texts.brokenFormText}</p>
        <ul>
          {errors.map(({ text }) => (
            <li>{text}</li>
          ))}
        </ul>
        {!isTheirs && site && <p>{texts.brokenFormHelp(site.controller.email)}</p>}
        {!isTheirs && website !== undefined && (
          <p>
            <a href={website}>{texts.website}</a>
          </p>
        )}
      </>
    ),
  });
}

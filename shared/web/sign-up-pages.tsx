import type { Problem } from '../http/problem';
import type { HttpRequest } from '../http/request';
import type { HttpResponse } from '../http/response';
import type { Site } from '../policy/schema';
import { formError, sentForm } from './form-errors';
import { browserLanguage, page, pageLanguage } from './page';
import { pagesIn } from '../words/pages';

/** The page after a plain form: it tells the visitor to look into the inbox. */
export function signUpSentPage(site: Site, { query }: HttpRequest): HttpResponse {
  const language = pageLanguage(site, query['language']);
  const texts = pagesIn(language);
  return page({
    status: 200,
    language,
    site,
    title: texts.sentTitle,
    children: (
      <>
        <p>{texts.sentText}</p>
        <p class="note">{texts.sentNote}</p>
      </>
    ),
  });
}

/** The errors of a plain form, in the form's language. */
export function signUpProblemPage(problem: Problem, site: Site | undefined, call: HttpRequest): HttpResponse {
  const form = sentForm(call);
  const language = form.language === undefined ? browserLanguage(site, call) : pageLanguage(site, form.language);
  const texts = pagesIn(language);
  const { status } = problem;
  if (status >= 500) return page({ status, language, site, title: texts.busyTitle, children: <p>{texts.busyText}</p> });
  const errors = problem.errors.length > 0 ? problem.errors : [{ pointer: '', detail: problem.detail }];
  return page({
    status,
    language,
    site,
    title: texts.refusedTitle,
    children: (
      <>
        <p>{texts.refusedText}</p>
        <ul>
          {errors.map((error) => {
            const forPerson = formError(error, site, language, form);
            return forPerson === undefined ? <li lang="en">{error.detail}</li> : <li>{forPerson}</li>;
          })}
        </ul>
      </>
    ),
  });
}
